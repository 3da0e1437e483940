using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Writes the Working of an indicator measured over several Service Periods: each of them, then all together.</summary>
internal static class MeasurementPeriodWorking
{
    public static IEnumerable<WorkingLine> Of(IndicatorResult result, MeasurementPeriod rule)
    {
        if (rule.Taken == TakenTogether.ReportedAtEnd && result.Outcome is not Outcome.NotScored { Because: Reason.MeasurementPeriodOpen })
            return IndicatorWorking.Measured(result);
        return [.. result.Over.SelectMany(p => Single(p, isEarlier: p != result.Over[^1])), Together(result, rule)];
    }

    /// <summary>What was decided about this very period follows by itself.</summary>
    private static IEnumerable<WorkingLine> Single(MeasuredPeriod period, bool isEarlier) =>
        IndicatorWorking.Measured(period.Alone).Concat(isEarlier ? ReliefWorking.Of(period.Alone) : []).Select(line => line with { Rule = $"{period.Period}: {line.Rule}" });

    private static WorkingLine Together(IndicatorResult result, MeasurementPeriod rule)
    {
        var outcome = result.Level is { } level ? IndicatorWorking.Exact(result.Indicator, level) : result.Outcome.InWords();
        return new(result.Indicator.Clause, $"Measurement Period of {InWords(rule)}", Inputs(result), result.Level is null ? "" : Arithmetic(result, rule), outcome);
    }

    private static string InWords(MeasurementPeriod rule) => rule switch
    {
        MeasurementPeriod.Every { Taken: TakenTogether.ReportedAtEnd } every => $"{every.Months.Counted("month")}, reported at its end",
        MeasurementPeriod.Every every => $"{every.Months.Counted("month")}, {every.Taken.Key()}",
        MeasurementPeriod.Rolling rolling => $"the last {rolling.Periods} Service Periods, {rolling.Taken.Key()}",
        _ => throw new InvalidOperationException("The set of Measurement Periods is closed."),
    };

    private static string Inputs(IndicatorResult result)
    {
        if (result.Over.Count == 0) return "";
        var periods = result.Over.Count == 1 ? $"{result.Over[0].Period}" : $"{result.Over[0].Period} to {result.Over[^1].Period}";
        return result.Pooled is { } pooled ? $"{periods}; {IndicatorWorking.Inputs(result.Indicator.Measure!, pooled)}" : periods;
    }

    private static string Arithmetic(IndicatorResult result, MeasurementPeriod rule)
    {
        var measure = result.Indicator.Measure!;
        if (rule.Taken == TakenTogether.Averaged)
        {
            var levels = result.Over.Select(p => p.Alone.Level).OfType<Rational>().ToList();
            return $"({string.Join(" + ", levels.Select(WorkingFigure.Of))}) / {levels.Count}";
        }

        var scale = measure.IsShare && result.Indicator.Unit.IsPerCent ? " x 100" : "";
        var given = result.Over.Count(p => p.Alone.Measurement is Returns.Measurement.Measured);
        return result.Pooled is { } pooled ? measure.Over(given).Arithmetic(pooled, result.AgreedMinutes ?? 0) + scale : "";
    }
}
