using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Tickets;

/// <summary>Makes counts of tickets into the figures of a measure.</summary>
internal static class TicketFigures
{
    /// <summary>Seconds in the units that a time can be counted in.</summary>
    public static readonly IReadOnlyDictionary<string, int> Units = new Dictionary<string, int> { ["minutes"] = 60, ["hours"] = 3_600, ["days"] = 86_400 };

    /// <summary>By part; no parts for a percentile, which has none.</summary>
    public static Figures Of(Indicator indicator, TicketCounts counts) => new(indicator.Measure switch
    {
        RatioOfCounts ratio => OfRatio(ratio, counts),
        Count => [new("count", indicator.Evidence!.Counts is TicketQuestion.Opened or TicketQuestion.Resolved or TicketQuestion.Closed ? counts.Counted : counts.Good)],
        Stock => [new("stock", counts.Counted)],
        AverageOfCases => [new("total", Rational.Of(counts.Seconds, UnitOf(indicator))), new("cases", counts.Counted)],
        _ => [],
    });

    /// <summary>The level of a percentile in the indicator's unit; null of any other measure, and where there are no tickets.</summary>
    /// <param name="each">The seconds that each took.</param>
    public static Rational? Percentile(Indicator indicator, List<long>? each)
    {
        if (indicator.Measure is not StatedPercentile percentile || each is not { Count: > 0 }) return null;
        each.Sort();
        var seconds = percentile.Definition == PercentileDefinition.NearestRank ? NearestRank(each, percentile.Rank) : Interpolated(each, percentile.Rank);
        return seconds / UnitOf(indicator);
    }

    private static IEnumerable<KeyValuePair<string, Rational>> OfRatio(RatioOfCounts ratio, TicketCounts counts)
    {
        yield return ratio.Of is null ? new("allBut", counts.Counted - counts.Good) : new("of", counts.Good);
        yield return new("to", counts.Counted);
        if (ratio.OpenOverdue is not null) yield return new("openOverdue", counts.OpenOverdue);
    }

    private static int UnitOf(Indicator indicator) => Units[indicator.Unit.Name];

    /// <summary>The least of them that so many per cent do not exceed.</summary>
    private static Rational NearestRank(List<long> sorted, int rank) => sorted[(int)((((long)rank * sorted.Count) + 99) / 100) - 1];

    /// <summary>On a straight line between two neighbours, the least being 0 % and the greatest 100 %.</summary>
    private static Rational Interpolated(List<long> sorted, int rank)
    {
        var place = Rational.Of((long)rank * (sorted.Count - 1), 100);
        var below = (int)place.ToWhole(RoundingMode.Down);
        if (below + 1 == sorted.Count) return sorted[below];
        return sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
