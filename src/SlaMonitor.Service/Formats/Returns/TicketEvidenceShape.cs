using System.Globalization;
using System.Numerics;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Outages;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>What the tickets of an extract came to, as the facts of a return are stored. No file that is sent may say so.</summary>
internal static class TicketEvidenceShape
{
    private static readonly ScalarShape<string> Words = new("text", "", (string text, out string value) => (value = text) is not null, text => text, mayLookLikeFigure: true);

    private static readonly ScalarShape<long> Whole = new(
        "a whole number", @"^-?\d{1,19}$", (string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
        number => number.ToString(CultureInfo.InvariantCulture), isFigure: true);

    private static readonly ScalarShape<Rational> Exact = new(
        "an exact figure: a decimal, or a fraction where a decimal would never end", @"^-?\d+(\.\d+|/\d+)?$", TryExact, figure => figure.ToString());

    private static readonly MapShape<Rational> ByPart = new(MeasurementShape.PartKey, Exact);

    public static Shape<TicketEvidence> Shape { get; } = Build();

    private static RecordShape<TicketEvidence> Build()
    {
        var shape = new RecordShape<TicketEvidence>("ticketEvidence", "An indicator's figures as counted from a ticket extract.");
        var extract = shape.Required("extract", Words, e => e.Extract, "The extract, by its name in the contract.");
        var file = shape.Required("file", File(), e => e.Facts, "What the extract was.");
        var figures = shape.OptionalList("figures", ByPart, e => [.. e.Figures.All], "By part of the measure; none for a percentile.");
        var level = shape.OptionalValue("level", Exact, e => e.Level, "Of a percentile, in the indicator's unit.");
        var counts = shape.Required("counts", Counts(), e => e.Counts, "How the tickets stood to the indicator.");
        var minutes = shape.Optional("agreedMinutes", Whole, e => e.AgreedMinutes, 0L, "Of an availability, the true minutes of the period under its calendar.");
        var outages = shape.OptionalList("outages", new ListShape<Outage>(MeasurementShape.OutageLine), e => e.Outages ?? [], "Of an availability, the outages and the maintenance themselves.");
        var reconciling = shape.Optional("reconciling", Reconciling(), e => e.Reconciling, "The reading that gives what the supplier stated.");
        return shape.BuiltBy(v => new(v.Get(extract), v.Get(file), new(v.Get(figures)), v.Get(level), v.Get(counts)) { AgreedMinutes = v.Get(minutes), Outages = v.Get(minutes) > 0 ? v.Get(outages) : null, Reconciling = v.Get(reconciling) });
    }

    private static RecordShape<ExtractFacts> File()
    {
        var shape = new RecordShape<ExtractFacts>("extractFacts", "What an extract was.");
        var sha256 = shape.Required("sha256", Words, f => f.Sha256, "Of the file as it came.");
        var rows = shape.Required("rows", Whole, f => f.Rows, "Rows of tickets.");
        var bad = shape.Required("badRows", Whole, f => f.BadRows, "Those of them that could not be read.");
        var tickets = shape.Required("tickets", Whole, f => f.Tickets, "Tickets that came of the others.");
        var duplicates = shape.Required("duplicates", Whole, f => f.Duplicates, "Rows that named a ticket again.");
        return shape.BuiltBy(v => new(v.Get(sha256), v.Get(rows), v.Get(bad), v.Get(tickets), v.Get(duplicates)));
    }

    private static RecordShape<TicketCounts> Counts()
    {
        var shape = new RecordShape<TicketCounts>("ticketCounts", "How many tickets stood how to the indicator.");
        var counted = shape.Required("counted", Whole, c => c.Counted, "Those the level is over.");
        var good = shape.Required("good", Whole, c => c.Good, "Those of them that count as good.");
        var seconds = Some("seconds", c => c.Seconds, "What they took in all.");
        var overdue = Some("openOverdue", c => c.OpenOverdue, "Past their target and open.");
        var period = Some("otherPeriod", c => c.OtherPeriod, "Of another period.");
        var selected = Some("notSelected", c => c.NotSelected, "Of other kinds.");
        var cancelled = Some("cancelled", c => c.Cancelled, "Cancelled.");
        var resolution = Some("withoutResolution", c => c.WithoutResolution, "Resolved, but not said when.");
        var target = Some("withoutTarget", c => c.WithoutTarget, "Of a priority without a target.");
        var known = Some("notKnown", c => c.NotKnown, "In years whose bank holidays are not known.");
        var inTime = Some("justInTime", c => c.JustInTime, "In the last twentieth of their target.");
        var late = Some("justLate", c => c.JustLate, "Within a twentieth beyond it.");
        var lowered = Some("lowered", c => c.Lowered, "Spared a failure by a lowered priority alone.");
        var paused = Some("paused", c => c.Paused, "With time on hold.");
        return shape.BuiltBy(v => new(
            v.Get(counted), v.Get(good), v.Get(seconds), v.Get(overdue), v.Get(period), v.Get(selected), v.Get(cancelled),
            v.Get(resolution), v.Get(target), v.Get(known), v.Get(inTime), v.Get(late), v.Get(lowered), v.Get(paused)));

        RecordShape<TicketCounts>.Field<long> Some(string key, Func<TicketCounts, long> get, string about) => shape.Optional(key, Whole, get, 0L, about);
    }

    private static RecordShape<ReconcilingReading> Reconciling()
    {
        var shape = new RecordShape<ReconcilingReading>("reconcilingReading", "A reading that gives what the supplier stated.");
        var reading = shape.Required("reading", Words, r => r.Reading, "In words.");
        var tickets = shape.Required("tickets", Whole, r => r.Tickets, "How many tickets it takes otherwise.");
        var differences = shape.OptionalList("differences", new ListShape<TicketDifference>(Difference()), r => r.Differences, "The first of those.");
        return shape.BuiltBy(v => new(v.Get(reading), v.Get(tickets), v.Get(differences)));
    }

    private static RecordShape<TicketDifference> Difference()
    {
        var shape = new RecordShape<TicketDifference>("ticketDifference", "One ticket taken otherwise.");
        var number = shape.Required("number", Words, d => d.Number, "The ticket's number.");
        var line = shape.Required("line", Whole, d => d.Line, "Its line in the extract.");
        var contract = shape.Required("byContract", Words, d => d.ByContract, "What it is by the contract's rule.");
        var reading = shape.Required("byReading", Words, d => d.ByReading, "What it is by the other.");
        return shape.BuiltBy(v => new(v.Get(number), v.Get(line), v.Get(contract), v.Get(reading)));
    }

    /// <summary>A decimal, or a fraction such as 1/3, as <see cref="Rational.ToString()"/> writes both.</summary>
    private static bool TryExact(string text, out Rational value)
    {
        if (Rational.TryParse(text, out value)) return true;
        var parts = text.Split('/');
        if (parts.Length != 2 || !TryWhole(parts[0], NumberStyles.AllowLeadingSign, out var numerator) || !TryWhole(parts[1], NumberStyles.None, out var denominator) || denominator.IsZero) return false;
        value = Rational.Of(numerator, denominator);
        return true;
    }

    private static bool TryWhole(string text, NumberStyles style, out BigInteger value) => BigInteger.TryParse(text, style, CultureInfo.InvariantCulture, out value);
}
