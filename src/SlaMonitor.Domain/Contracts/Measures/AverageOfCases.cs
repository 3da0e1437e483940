using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>The average over cases of what each of them took: hours to resolve, pounds a request. In the indicator's
/// unit.</summary>
/// <param name="Of">What is averaged.</param>
public sealed record AverageOfCases(string Of, string Cases) : Measure
{
    public override IReadOnlyList<Part> Parts =>
        [new("total", $"sum of all {Of}", PartKind.Amount), new("cases", Cases, PartKind.Count)];

    public override bool AddsUp => true;

    public override bool HasVolume => true;

    public override Rational Volume(Figures figures) => figures["cases"];

    public override string Rule => $"sum of {Of} / {Cases}";

    public override Rational? Level(Figures figures, long agreedMinutes) =>
        figures["cases"].IsZero ? null : figures["total"] / figures["cases"];

    public override string Arithmetic(Figures figures, long agreedMinutes) => $"{figures["total"]} / {figures["cases"]}";

    /// <summary>A duration added up in the next smaller or greater unit.</summary>
    public override IEnumerable<Reading> OtherReadings(Figures figures, long agreedMinutes)
    {
        if (Level(figures, agreedMinutes) is not { } level) yield break;
        yield return new($"{Arithmetic(figures, agreedMinutes)} / 60", level / 60);
        yield return new($"{Arithmetic(figures, agreedMinutes)} x 60", level * 60);
    }

    public override IEnumerable<Problem> Impossible(Figures figures, long agreedMinutes)
    {
        if (figures["cases"].IsZero && figures["total"].Sign > 0)
            yield return new(FigureProblems.PartExceedsWhole, "total", $"0 where there are no {Cases}", $"{figures["total"]}");
    }
}
