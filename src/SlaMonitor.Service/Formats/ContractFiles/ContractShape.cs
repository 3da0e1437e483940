using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>A whole contract file.</summary>
public static class ContractShape
{
    public static Shape<ContractDraft> Shape { get; } = Build();

    private static RecordShape<ContractDraft> Build()
    {
        var shape = new RecordShape<ContractDraft>("contract", "One version of a contract: all its terms as they stand from a day on.");
        var code = shape.Required("contract", Scalars.ContractCode, d => d.Code, "The contract's code: the same in every version and every return.");
        var title = shape.Required("title", Scalars.Line, d => d.Title, "What the contract is for.");
        var client = shape.Required("client", Scalars.Line, d => d.Client, "The client.");
        var supplier = shape.Required("supplier", Scalars.Line, d => d.Supplier, "The supplier.");
        var source = shape.Optional("source", Scalars.Prose, d => d.Source, "What the file was written from, and what in it is illustration.");
        var officers = shape.OptionalList("officers", new ListShape<Officer>(TermShapes.Officer), d => d.Officers, "Who hears of the contract.");
        var effectiveFrom = shape.Required("effectiveFrom", Scalars.Day, d => d.EffectiveFrom, "The day these terms take effect. A Service Period is judged by the terms in force on its first day.");
        var term = shape.Required("term", TermShapes.Term, d => d.Term, "How long the contract runs.");
        var milestones = shape.OptionalList("milestones", new MapShape<ContractMilestone>(Scalars.Member, MilestoneShapes.Milestone), d => [.. d.Milestones.Select(m => KeyValuePair.Create(m.Title, m))], "Days by which something has to be done, by their names: start of procurement, exit plan, staff transfer, review.");
        var leadTimes = shape.Optional("leadTimes", MilestoneShapes.LeadTimes, d => d.LeadTimes, LeadTimes.Default, "How long before the contract's dates its officers are told.");
        var zone = shape.Optional("zone", Scalars.Zone, d => d.Zone, DateTimeZoneProviders.Tzdb["Europe/London"], "The time zone of every date; Europe/London where not stated.");
        var workingDays = shape.Required("workingDays", Scalars.WorkingDays, d => d.WorkingDays, "Whose bank holidays are no working days.");
        var bankHolidays = shape.Optional("bankHolidays", TermShapes.BankHolidays, d => d.BankHolidays, HolidayAdoption.Baseline, "The version of the bank holidays by which days are counted; version 1 where not stated, so that a newer one moves nothing in silence.");
        var localTimes = shape.Optional("localTimes", TermShapes.LocalTimes, d => d.LocalTimes, LocalTimeRule.Default, "What local times mean that a clock change skips or repeats; the later of a gap and the earlier of an overlap where not stated.");
        var periods = shape.Optional("servicePeriods", TermShapes.Periods, d => d.Periods, new ServicePeriods(1, 1, 1), "Calendar months where not stated.");
        var calendars = shape.OptionalList("calendars", new MapShape<ContractCalendar>(Scalars.Line, TermShapes.Calendar), d => [.. d.Calendars.Select(c => KeyValuePair.Create(c.Name, c))], "Service hours by name.");
        var returns = shape.Required("returns", TermShapes.Returns, d => d.Returns, "When returns are due.");
        var tickets = shape.OptionalList("tickets", new MapShape<TicketExtract>(Scalars.Member, TicketExtractShape.Shape), d => [.. d.Extracts.Select(e => KeyValuePair.Create(e.Name, e))], "The ticket extracts that returns bring as evidence, by name: how each is to be read.");
        var charges = shape.Optional("charges", ChargesAndPointsShapes.Charges, d => d.Charges, "Needed where there are Service Credits.");
        var indicators = shape.Required("indicators", new MapShape<Indicator>(Scalars.IndicatorCode, IndicatorShape.Shape), d => [.. d.Indicators.Select(i => KeyValuePair.Create(i.Code, i))], "By code, in the order of the schedule.");
        var wholes = shape.OptionalList("wholes", new MapShape<IReadOnlyList<string>>(Scalars.Member, new ListShape<string>(Scalars.IndicatorCode)), d => [.. d.Wholes.Select(w => KeyValuePair.Create(w.Name, w.Parts))], "Indicators that are shares of one whole with nothing in two of them, so that a return in which they come to more than 100 % is questioned. By the name of the whole.");
        var points = shape.Optional("points", ChargesAndPointsShapes.Points, d => d.Points, new PointsTerms(null, null), "What failing in a row does to points.");
        var credits = shape.Optional("credits", new CreditTermsShape(), d => d.Credits, "What failures cost in money.");
        var holidays = shape.OptionalList("creditHolidays", new ListShape<CreditHoliday>(CreditHolidayShape.Shape), d => d.CreditHolidays, "Times in which failures cost no money.");
        var triggers = shape.Optional("triggers", TriggerShapes.Triggers, d => d.Triggers.Count == 0 ? null : d.Triggers, "Consequences beyond credits.");
        var examples = shape.OptionalList("examples", new ListShape<WorkedExample>(ExampleShape.Shape), d => d.Examples, "The schedule's own worked examples.");
        return shape.BuiltBy(v => new()
        {
            Code = v.Get(code),
            Title = v.Get(title),
            Client = v.Get(client),
            Supplier = v.Get(supplier),
            Source = v.Get(source),
            Officers = v.Get(officers),
            EffectiveFrom = v.Get(effectiveFrom),
            Term = v.Get(term),
            Milestones = [.. v.Get(milestones).Select(m => m.Value with { Title = m.Key })],
            LeadTimes = v.Get(leadTimes),
            Zone = v.Get(zone),
            WorkingDays = v.Get(workingDays),
            BankHolidays = v.Get(bankHolidays),
            LocalTimes = v.Get(localTimes),
            Periods = v.Get(periods),
            Calendars = [.. v.Get(calendars).Select(c => c.Value with { Name = c.Key })],
            Returns = v.Get(returns),
            Extracts = [.. v.Get(tickets).Select(e => e.Value with { Name = e.Key })],
            Charges = v.Get(charges),
            Indicators = [.. v.Get(indicators).Select(i => i.Value with { Code = i.Key })],
            Wholes = [.. v.Get(wholes).Select(w => new SharesOfWhole(w.Key, w.Value))],
            Points = v.Get(points),
            Credits = v.Get(credits),
            CreditHolidays = v.Get(holidays),
            Triggers = v.Get(triggers) ?? [],
            Examples = v.Get(examples),
        });
    }
}
