using SlaMonitor.Domain.Dates;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Assessments.WrittenValues;

namespace SlaMonitor.Service.Formats.Dates;

/// <summary>The dates of contracts as JSON, canonical, with their Working.</summary>
public static class DatesDocument
{
    public const string SchemaId = "https://sla-monitor.example/schema/dates-1.json";

    private const string Format = "sla-dates/1";

    private static readonly ListShape<DatesOfContract> Contracts = new(Shape());

    /// <summary>One document for each contract, in a list.</summary>
    public static string WriteJson(IReadOnlyList<DatesOfContract> contracts) => JsonText.Write(Contracts.Write(contracts));

    public static string Schema() => JsonText.Write(SchemaBook.Of(Contracts, SchemaId, "SLA Monitor dates of contracts"));

    private static RecordShape<DatesOfContract> Shape()
    {
        var shape = new RecordShape<DatesOfContract>("dates", "The dates of a contract on a day, with everything that was made from what.");
        shape.Required("format", Text("the version of this document's form", (string format) => format, $"^{Format}$"), _ => Format, "Changes when the form does.");
        shape.Required("contract", Line, d => d.Contract.Code, "The contract's code.");
        shape.Required("asOf", Scalars.Day, d => d.AsOf, "The local day they are looked at on.");
        shape.Required("termsFrom", Scalars.Day, d => d.Terms.EffectiveFrom, "The contract version they are reckoned by, by the day it took effect.");
        shape.Required("bankHolidays", Line, d => d.CalendarName, "The calendar that working days are counted by.");
        shape.Required("dates", new ListShape<KeyDate>(DateShape()), d => d.Dates, "The ends, then options, breaks and milestones in the order of the contract.");
        return shape;
    }

    private static RecordShape<KeyDate> DateShape()
    {
        var shape = new RecordShape<KeyDate>("date", "A date of the contract.");
        shape.Required("key", Line, d => d.Key, "What tells it from the contract's other dates, whatever day it falls on.");
        shape.Required("kind", Scalars.Words<KeyDateKind>(), d => d.Kind, "What kind of date.");
        shape.Required("title", Line, d => d.Title, "What it is.");
        shape.OptionalValue("day", Scalars.Day, d => d.Day, "The day; of what has to be done by a day, the last safe one. Absent where it is not known.");
        shape.OptionalValue("lastDay", Scalars.Day, d => d.LastDay, "Of what has to be done by a day: the last one, working day or not.");
        shape.Optional("notKnown", Line, d => d.NotKnown, "Why the day cannot be told.");
        shape.Required("monthOnly", Flag, d => d.IsMonthOnly, "True where it rests on a date known to the month only.");
        shape.OptionalValue("cutOff", Scalars.TimeOfDay, d => d.CutOff, "The time by which it has to be done on that day, in the contract's zone.");
        shape.Required("state", Scalars.Words<DateState>(), d => d.State, "Where it stands on the day looked at.");
        shape.OptionalValue("doneOn", Scalars.Day, d => d.DoneOn, "The day it was done on.");
        shape.Optional("onlyIf", Line, d => d.OnlyIf, "What has to happen before it can matter.");
        shape.Optional("clause", Line, d => d.Clause, "Where the contract says so.");
        shape.Required("localPolicy", Flag, d => d.IsLocalPolicy, "True where it is not the contract's own.");
        shape.Required("working", IndicatorResultShape.Working, d => d.Working, "How it is found.");
        return shape;
    }
}
