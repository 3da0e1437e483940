using SlaMonitor.Domain.Contracts.Measures;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What makes a Measurement Period contradict its indicator or the Service Periods. Paths are relative to the
/// indicator.</summary>
internal static class MeasurementPeriodChecks
{
    private const string Key = "measurementPeriod";

    public static IEnumerable<Problem> Of(Indicator indicator, ContractDraft draft) => (indicator.MeasurementPeriod, indicator.Measure) switch
    {
        (null, _) => [],
        (_, null) =>
            [new(ContractProblems.MeasurementPeriodUnfit, Key, "'measure' beside it; a composite is combined in every Service Period", "'combine'")],
        (MeasurementPeriod.Every every, { } measure) => [.. Whole(every, draft), .. Taken(every, indicator, measure)],
        (MeasurementPeriod.Rolling rolling, { } measure) => [.. Longer(rolling), .. Taken(rolling, indicator, measure)],
        _ => throw new InvalidOperationException("The set of Measurement Periods is closed."),
    };

    private static IEnumerable<Problem> Whole(MeasurementPeriod.Every every, ContractDraft draft)
    {
        var months = draft.Periods.Months;
        if (every.Months <= months || every.Months % months != 0)
            yield return new(ContractProblems.MeasurementPeriodUnfit, $"{Key}.every.length", $"a multiple of {months.Counted("month")}, the length of a Service Period", every.Months.Counted("month"));
        else if (every.AnchorMonth is { } anchor && (anchor - draft.Periods.AnchorMonth) % months != 0)
            yield return new(ContractProblems.MeasurementPeriodUnfit, $"{Key}.every.anchorMonth", "a month in which a Service Period begins", $"{anchor}");
    }

    private static IEnumerable<Problem> Longer(MeasurementPeriod.Rolling rolling)
    {
        if (rolling.Periods < 2)
            yield return new(ContractProblems.MeasurementPeriodUnfit, $"{Key}.rolling.over", "2 periods or more", rolling.Periods.Counted("period"));
    }

    private static IEnumerable<Problem> Taken(MeasurementPeriod period, Indicator indicator, Measure measure)
    {
        if (Unfit(period, indicator, measure) is { } expected)
            yield return new(ContractProblems.TakenUnfit, $"{Key}.{(period is MeasurementPeriod.Every ? "every" : "rolling")}.taken", expected, period.Taken.Key());
        else if (period.Taken == TakenTogether.Averaged && indicator.LowVolume is not null)
            yield return new(ContractProblems.LowVolumeWithoutRatio, "lowVolume", "figures that are pooled or reported at the end", "levels that are averaged");
    }

    private static string? Unfit(MeasurementPeriod period, Indicator indicator, Measure measure) => period.Taken switch
    {
        TakenTogether.Pooled when !measure.AddsUp => "'averaged' or 'reportedAtEnd', as these figures do not add up",
        TakenTogether.Averaged when indicator.IsAnswer => "'reportedAtEnd', as answers have no mean",
        TakenTogether.ReportedAtEnd when period is MeasurementPeriod.Rolling => "'pooled' or 'averaged' for a rolling Measurement Period",
        TakenTogether.ReportedAtEnd when measure is Availability => "'pooled' or 'averaged', as minutes are those of each Service Period",
        _ => null,
    };
}
