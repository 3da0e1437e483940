using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Domain.Tickets;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Tickets;

/// <summary>
/// Tickets and rules as tests write them. What is not said: the extract 'log' has every column and the priorities P1 to P3; a rule asks for
/// tickets resolved within 8 hours around the clock, time on hold not counted, in the period they were resolved in. Times are local ones
/// of London, and the contract runs for four years from 1 January 2024.
/// </summary>
internal static class GivenTickets
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    internal static TicketExtract Log { get; } = new()
    {
        Name = "log",
        Columns = Enum.GetValues<TicketColumn>().ToDictionary(c => c, c => $"{c}"),
        Priorities = [new("P1", ["High"]), new("P2", ["Medium"]), new("P3", ["Low"])],
    };

    /// <summary>The same with a row for each update.</summary>
    internal static TicketExtract Updates { get; } = Log with { Rows = TicketRows.OnePerUpdate };

    internal static TicketRule InTarget { get; } = new() { Extract = "log", Counts = TicketQuestion.ResolvedInTarget, Targets = [new(null, Hours(8))] };

    internal static TicketRule Asking(TicketQuestion question) => new() { Extract = "log", Counts = question };

    internal static TargetTime Hours(int hours, string? calendar = null) => new TargetTime.OfClock(hours * 60, calendar);

    internal static TargetTime WorkingDays(int days) => new TargetTime.OfWorkingDays(days);

    internal static Indicator From(this Indicator indicator, TicketRule rule) => indicator with { Evidence = rule };

    /// <summary>With the extract, and service hours 'core': Monday to Friday 09:00 to 17:00, closed on bank holidays.</summary>
    internal static ContractDraft Reading(this ContractDraft draft, TicketExtract extract) => draft.Lasting("2024-01-01", "4 years") with
    {
        Extracts = [extract],
        Calendars = [new("core", WeeklyHours.Parse("Mon-Fri 09:00-17:00"), ClosedOnHolidays: true)],
    };

    /// <summary>A local time of London, the earlier of two that are alike.</summary>
    internal static Moment At(string local) => Moment.Of(Minute.Parse(local).Value.InZone(London, NodaTime.TimeZones.Resolvers.CreateMappingResolver(
        NodaTime.TimeZones.Resolvers.ReturnEarlier, NodaTime.TimeZones.Resolvers.ReturnForwardShifted)).ToInstant());

    internal static Stretches Span(string from, string to) => Stretches.Of([new Interval(At(from).ToInstant(), At(to).ToInstant())]);

    /// <summary>One that is open.</summary>
    internal static Ticket Opened(string at) => new() { Opened = At(at) };

    /// <summary>One that was resolved.</summary>
    internal static Ticket Ticket(string opened, string resolved) => Opened(opened) with { Resolved = At(resolved), State = TicketState.Resolved };

    /// <summary>How a ticket stands to an indicator of a contract that reads the extract, in the month named.</summary>
    internal static TicketVerdict Judged(this Ticket ticket, string month, Indicator indicator, TicketExtract? extract = null) => Tally(month, indicator, extract).Add(ticket);

    /// <inheritdoc cref="Judged(Ticket, string, Indicator, TicketExtract?)"/>
    internal static TicketVerdict Judged(this Ticket ticket, string month, TicketRule rule, TicketExtract? extract = null) => ticket.Judged(month, Kpi("R").From(rule), extract);

    internal static TicketTally Tally(string month, Indicator indicator, TicketExtract? extract = null)
    {
        var terms = Contract(indicator).Reading(extract ?? Log).Terms();
        var first = Month(month).OnDayOfMonth(1);
        var period = new ServicePeriod(Month(month), first, first.PlusMonths(1).PlusDays(-1), first.Calendar.GetDaysInMonth(first.Year, first.Month));
        return new(terms.Indicators[0], new(terms, period, new(BankHolidays.Current, terms.Draft.WorkingDays)), TicketWords.Of(terms, extract ?? Log));
    }

    /// <summary>So many of so many in time by the tickets.</summary>
    internal static TicketEvidence Evidence(int of, int to) => new("log", new(new('a', 64), to, 0, to, 0), Figures(("of", of), ("to", to)), null, Counts(to, of));

    internal static TicketCounts Counts(long counted, long good) => new(counted, good, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>What the tickets say, and what the supplier says.</summary>
    internal static Measurement Beside(this TicketEvidence tickets, Measurement claim) => new Measurement.FromTickets(tickets, claim);
}
