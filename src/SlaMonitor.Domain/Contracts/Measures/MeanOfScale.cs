using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>The mean of answers on a scale, for instance satisfaction from 1 to 5.</summary>
/// <param name="Of">What is answered.</param>
public sealed record MeanOfScale(string Of, Rational Lowest, Rational Highest) : Measure
{
    public override IReadOnlyList<Part> Parts =>
        [new("total", $"sum of all {Of}", PartKind.Amount), new("responses", "responses", PartKind.Count)];

    public override bool AddsUp => true;

    public override bool HasVolume => true;

    public override Rational Volume(Figures figures) => figures["responses"];

    public override string Rule => $"sum of {Of} / responses, on a scale from {Lowest} to {Highest}";

    public override Rational? Level(Figures figures, long agreedMinutes) =>
        figures["responses"].IsZero ? null : figures["total"] / figures["responses"];

    public override string Arithmetic(Figures figures, long agreedMinutes) => $"{figures["total"]} / {figures["responses"]}";

    public override IEnumerable<Problem> Impossible(Figures figures, long agreedMinutes)
    {
        var (least, most) = (Lowest * figures["responses"], Highest * figures["responses"]);
        if (figures["total"] < least || figures["total"] > most)
            yield return new(FigureProblems.OffTheScale, "total", $"between {least} and {most}, {figures["responses"]} times {Lowest} to {Highest}", $"{figures["total"]}");
    }
}
