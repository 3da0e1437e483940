using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What makes one indicator contradict itself or its contract. Paths are relative to the indicator.</summary>
internal static class IndicatorChecks
{
    public static IEnumerable<Problem> Of(Indicator indicator, ContractDraft draft) =>
        [.. Kind(indicator, draft), .. Target(indicator), .. Bounds(indicator), .. References(indicator, draft), .. MeasurementPeriodChecks.Of(indicator, draft), .. EvidenceChecks.Of(indicator, draft)];

    private static IEnumerable<Problem> Kind(Indicator indicator, ContractDraft draft)
    {
        if ((indicator.Kind == IndicatorKind.Composite) != (indicator.Combination is not null))
            yield return new(ContractProblems.KindMismatch, "kind", indicator.Combination is null ? "KPI, subsidiary PI or information only beside 'measure'" : "composite beside 'combine'", indicator.Kind.InWords());
        if (indicator is { CarriesPoints: true, Kind: IndicatorKind.SubsidiaryPi or IndicatorKind.InformationOnly })
            yield return new(ContractProblems.PointsOnPi, "ladder", "no points", $"{indicator.Kind.InWords()} with points");
        if (indicator is { Kind: IndicatorKind.Kpi, CarriesPoints: false } && draft.Credits is { GoByPoints: true })
            yield return new(ContractProblems.KpiWithoutPoints, "kind", "points on its failures, or subsidiary PI", "a KPI without points");
        if (indicator.Introduced > indicator.Retired)
            yield return new(ContractProblems.RetiredBeforeIntroduced, "retired", $"a day on or after {indicator.Introduced:uuuu-MM-dd}", $"{indicator.Retired:uuuu-MM-dd}");
    }

    private static IEnumerable<Problem> Target(Indicator indicator)
    {
        if (indicator.Better is { } better && (indicator.Ladder?.Better ?? indicator.Trajectory?.Better ?? better) is var judged && judged != better)
            yield return new(ContractProblems.BoundDirection, indicator.Ladder is null ? "trajectory" : "ladder", $"bounds for {better.Key()}", $"bounds for {judged.Key()}");
        if (indicator.Ladder is not null && indicator.Trajectory is not null)
            yield return new(ContractProblems.LadderAndTrajectory, "trajectory", "either 'ladder' or 'trajectory'", "both");
        if (indicator is { Kind: IndicatorKind.Kpi, HasTarget: false })
            yield return new(ContractProblems.NoTarget, "", "'ladder' or 'trajectory'", "neither");
        if (indicator is { Kind: IndicatorKind.InformationOnly } && (indicator.Ladder is not null || indicator.Trajectory is not null))
            yield return new(ContractProblems.KindMismatch, "kind", "no target on an information figure", "a target");
    }

    private static IEnumerable<Problem> Bounds(Indicator indicator)
    {
        var nearest = indicator.Ladder is { Better: Polarity.NearestTo };
        var (least, most) = nearest ? Distances(Range(indicator)) : Range(indicator);
        if (indicator.Ladder?.Best is { } best && Range(indicator) is var levels && (best < levels.Least || best > levels.Most))
            yield return new(ContractProblems.BoundOffScale, "ladder.nearestTo", "a level the measure can reach", $"{best}");
        foreach (var (path, bound) in BoundsOf(indicator))
            if (bound < least || bound > most)
                yield return new(ContractProblems.BoundOffScale, path, most is null ? $"{least} or more" : $"between {least} and {most}", $"{bound}");
        if (nearest || indicator.Ladder is not { } ladder) yield break;
        var end = ladder.Better == Polarity.Higher ? least : most;
        for (var i = 0; i < ladder.Rungs.Count - 1; i++)
            if (end is not null && ladder.Rungs[i].Bound == end)
                yield return new(ContractProblems.RungUnreachable, $"ladder.{ladder.Rungs[i + 1].Name.Key()}", $"a bound short of {end} on '{ladder.Rungs[i].Name.Key()}' above it", $"{end}, the worst level there is");
    }

    private static IEnumerable<(string Path, Rational Bound)> BoundsOf(Indicator indicator)
    {
        foreach (var rung in indicator.Ladder?.Rungs ?? [])
            if (rung.Bound is { } bound)
                yield return ($"ladder.{rung.Name.Key()}", bound);
        for (var i = 0; i < (indicator.Trajectory?.Milestones.Count ?? 0); i++)
            yield return ($"trajectory.milestones[{i}].target", indicator.Trajectory!.Milestones[i].Target);
    }

    /// <summary>How far a level can be from the one nearest to which is best.</summary>
    private static (Rational Least, Rational? Most) Distances((Rational Least, Rational? Most) levels) =>
        (Rational.Zero, levels.Most is { } most ? most - levels.Least : null);

    /// <summary>The worst and best level a source can give; null where there is no end.</summary>
    private static (Rational Least, Rational? Most) Range(Indicator indicator) => indicator.Source switch
    {
        RatioOfCounts or Availability => (0, indicator.ShareScale),
        MeanOfScale scale => (scale.Lowest, scale.Highest),
        YesNo => (0, 1),
        Combination { IsAnswer: true } => (0, 1),
        Combination { IsShare: true } => (0, indicator.ShareScale),
        Combination.WeightedMean { Scales.Count: > 0 } or Combination.WorstOf or Combination.GeometricMean => (0, 100),
        Combination.DistanceToTarget { IsCapped: true } => (0, 100),
        Combination.BandScore band => (0, band.Scores.Max(s => s.Value) * (band.Taken == TakenScores.Sum ? band.Of.Count : 1)),
        Combination.Change or Combination.WorstLevel => (-1_000_000_000, null),
        StatedValue when indicator.Unit.IsPerCent => (-1000, 1000),
        StatedValue => (-1_000_000_000, null),
        _ => (0, null),
    };

    private static IEnumerable<Problem> References(Indicator indicator, ContractDraft draft)
    {
        if (indicator.Measure is Availability { Calendar: { } calendar } && draft.Calendars.All(c => c.Name != calendar))
            yield return new(ContractProblems.UnknownCalendar, "measure.availability.calendar", draft.Calendars.Count == 0 ? "'calendars', which defines it" : $"one of: {string.Join(", ", draft.Calendars.Select(c => c.Name))}", calendar);
        if (indicator.Measure is Availability { MaintenanceWindow: { } window } && draft.Calendars.All(c => c.Name != window))
            yield return new(ContractProblems.UnknownCalendar, "measure.availability.maintenanceWindow", draft.Calendars.Count == 0 ? "'calendars', which defines it" : $"one of: {string.Join(", ", draft.Calendars.Select(c => c.Name))}", window);
        if (indicator is { Breakdown: not null, Source: not (RatioOfCounts or MeanOfScale or AverageOfCases or Count or Stock) })
            yield return new(ContractProblems.BreakdownOfWhole, "breakdown", "'measure' by ratio, mean, average, count or stock", "another source");
        if (indicator is { PopulationTolerance: not null, Measure: not { HasVolume: true } })
            yield return new(ContractProblems.ToleranceWithoutCases, "populationTolerance", "'measure' by ratio, mean or average", "another source");
        if (indicator.LowVolume is not null && indicator.Measure is not RatioOfCounts)
            yield return new(ContractProblems.LowVolumeWithoutRatio, "lowVolume", "'measure: ratio'", "another source");
    }
}
