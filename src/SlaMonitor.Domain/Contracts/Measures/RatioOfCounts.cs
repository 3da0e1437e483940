using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>Cases that count as good, as a share of all cases. The contract names either the good ones
/// (<paramref name="Of"/>) or the others (<paramref name="AllBut"/>).</summary>
/// <param name="To">All cases.</param>
public sealed record RatioOfCounts(string? Of, string? AllBut, string To) : Measure
{
    public override IReadOnlyList<Part> Parts =>
        [Of is { } of ? new("of", of, PartKind.Count) : new("allBut", AllBut!, PartKind.Count), new("to", To, PartKind.Count)];

    public override bool IsShare => true;

    public override bool AddsUp => true;

    public override string Rule => Of is { } of ? $"{of} / {To}" : $"({To} - {AllBut}) / {To}";

    public override Rational? Level(Figures figures, long agreedMinutes) =>
        figures["to"].IsZero ? null : Good(figures) / figures["to"];

    public override string Arithmetic(Figures figures, long agreedMinutes) => Of is not null
        ? $"{figures["of"]} / {figures["to"]}"
        : $"({figures["to"]} - {figures["allBut"]}) / {figures["to"]}";

    /// <summary>The cases that do not count as good.</summary>
    public Rational Failing(Figures figures) => Of is null ? figures["allBut"] : figures["to"] - figures["of"];

    public Rational Good(Figures figures) => Of is null ? figures["to"] - figures["allBut"] : figures["of"];

    public override IEnumerable<Reading> OtherReadings(Figures figures, long agreedMinutes)
    {
        var (a, b) = (figures["to"], figures[Of is null ? "allBut" : "of"]);
        return RatioReadings.Of(a, b).Concat(RatioReadings.Of(b, a));
    }

    public override IEnumerable<Problem> Impossible(Figures figures, long agreedMinutes)
    {
        var part = Of is null ? "allBut" : "of";
        if (figures[part] > figures["to"])
            yield return new(FigureProblems.PartExceedsWhole, part, $"at most {figures["to"]}, the number of {To}", $"{figures[part]}");
    }
}
