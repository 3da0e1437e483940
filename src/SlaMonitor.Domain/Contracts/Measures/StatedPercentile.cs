using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>Which of the figures in use a percentile is. On few cases they differ.</summary>
public enum PercentileDefinition
{
    /// <summary>The least value that so many per cent of all cases do not exceed; always that of a case.</summary>
    NearestRank,

    /// <summary>Between two cases in a straight line, the least case being 0 % and the greatest 100 %, as spreadsheets do.</summary>
    LinearInterpolation,
}

/// <summary>A percentile of a distribution that the supplier keeps, as stated.</summary>
/// <param name="Rank">From 1 to 99; 50 is the median.</param>
public sealed record StatedPercentile(string Of, int Rank, PercentileDefinition Definition) : Measure
{
    public override IReadOnlyList<Part> Parts => [];

    public override string Rule => $"percentile {Rank} of {Of} by {(Definition == PercentileDefinition.NearestRank ? "nearest rank" : "linear interpolation")}, as stated";

    public override Rational? Level(Figures figures, long agreedMinutes) => null;

    public override string Arithmetic(Figures figures, long agreedMinutes) => "";
}
