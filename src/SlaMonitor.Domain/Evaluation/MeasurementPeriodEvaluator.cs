using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Evaluates an indicator over a Measurement Period of several Service Periods. It is scored in the last of them.</summary>
internal static class MeasurementPeriodEvaluator
{
    /// <param name="alone">What it comes to in this Service Period by itself.</param>
    /// <param name="before">The same of the Service Periods before, latest first; null where it was not measured so.</param>
    public static IndicatorResult Evaluate(IndicatorResult alone, PeriodTerms terms, IEnumerable<MeasuredPeriod?> before)
    {
        var rule = alone.Indicator.MeasurementPeriod!;
        var isOver = terms.EndsMeasurementPeriod(alone.Indicator);
        if (rule.Taken == TakenTogether.ReportedAtEnd) return isOver ? alone : Unscored(alone, Reason.MeasurementPeriodOpen);
        var over = Together(alone, terms, rule, before);
        var result = Unscored(alone, Reason.MeasurementPeriodOpen) with { Over = over };
        if (!isOver) return result;
        return rule is MeasurementPeriod.Rolling { UntilFull: UntilFull.NotScored } rolling && over.Count < rolling.Periods
            ? Unscored(result, Reason.HistoryTooShort)
            : Undecided(result) ?? (rule.Taken == TakenTogether.Pooled ? Pooled(result, terms) : Averaged(result));
    }

    private static IReadOnlyList<MeasuredPeriod> Together(IndicatorResult alone, PeriodTerms terms, MeasurementPeriod rule, IEnumerable<MeasuredPeriod?> before)
    {
        var most = rule is MeasurementPeriod.Rolling rolling ? rolling.Periods - 1 : int.MaxValue;
        return
        [
            .. before
                .TakeWhile(p => p is not null && p.Alone.Indicator.IsMeasuredAs(alone.Indicator) && terms.IsSameMeasurementPeriod(alone.Indicator, p.Period.Month))
                .Take(most).Reverse().Select(p => p!),
            new(terms.Period, alone),
        ];
    }

    private static IndicatorResult Unscored(IndicatorResult result, Reason reason) =>
        result with { Judged = Judgement.NotScored(reason) };

    /// <summary>What one Service Period alone decides for all: that nobody can tell yet, or that the contract counts an absent
    /// figure as the worst; null where the levels decide.</summary>
    private static IndicatorResult? Undecided(IndicatorResult result)
    {
        var outcomes = result.Over.Select(p => p.Alone).ToList();
        if (outcomes.Select(a => a.Outcome).OfType<Outcome.CannotTell>().FirstOrDefault() is { } cannotTell)
            return result with { Judged = new(cannotTell) };
        return outcomes.Find(a => a is { Level: null, Outcome: Outcome.Failed }) is { Outcome: Outcome.Failed { Because: { } because } } && result.Ladder is { } ladder
            ? result with { Judged = Judgement.Landing(ladder.Worst, because) }
            : null;
    }

    private static IndicatorResult Averaged(IndicatorResult result)
    {
        var levels = result.Over.Select(p => p.Alone.Level).OfType<Rational>().ToList();
        return levels.Count == 0
            ? Empty(result)
            : result with { Judged = Judgement.Of(result.Indicator, result.Ladder, null, levels.Aggregate(Rational.Zero, (sum, l) => sum + l) / levels.Count) };
    }

    /// <summary>A level without parts cannot be pooled, so its figure counts as missing.</summary>
    private static IndicatorResult Pooled(IndicatorResult result, PeriodTerms terms)
    {
        if (result.Over.Any(p => p.Alone.Measurement is Measurement.StatedOnly) && terms.Terms.Returns.WhenFigureMissing != Absence.NotScored)
            return result with { Judged = MeasureEvaluator.Absent(result.Ladder, terms.Terms.Returns.WhenFigureMissing, Reason.PartsNotSupplied) };
        if (result.Over.FirstOrDefault(p => p.Alone is { Level: not null, Measurement: null or Measurement.NotSupplied }) is { Alone.Outcome: Outcome.Failed { Because: { } because } })
            return result with { Judged = MeasureEvaluator.Absent(result.Ladder, Absence.Zero, because) };
        var measure = result.Indicator.Measure!;
        var given = result.Over.Where(p => p.Alone is { Measurement: Measurement.Measured }).ToList();
        if (given.Count == 0) return Empty(result);
        var figures = Figures.Sum(given.Select(p => measure.Pooling(p.Alone.Figures!)));
        var minutes = given.Sum(p => p.Alone.AgreedMinutes ?? 0);
        return result with
        {
            Pooled = figures,
            AgreedMinutes = minutes,
            Judged = measure.Over(given.Count).Level(figures, minutes) is { } level
                ? Judgement.Of(result.Indicator, result.Ladder, figures, level * (measure.IsShare ? result.Indicator.ShareScale : Rational.One))
                : MeasureEvaluator.WithoutActivity(result.Indicator, result.Ladder),
        };
    }

    /// <summary>Nothing to measure in any of them, or no figure and a contract that then scores none.</summary>
    private static IndicatorResult Empty(IndicatorResult result)
    {
        if (result.Over.Any(p => p.Alone.Measurement is Measurement.Relieved)) return Unscored(result, Reason.Relieved);
        if (result.Over.Any(p => p.Alone.Measurement is Measurement.StatedOnly)) return Unscored(result, Reason.PartsNotSupplied);
        var absent = result.Over.Select(p => p.Alone.Outcome).OfType<Outcome.NotScored>().FirstOrDefault(o => o.Because is Reason.FigureMissing or Reason.ReturnMissing);
        return absent is null ? result with { Judged = MeasureEvaluator.WithoutActivity(result.Indicator, result.Ladder) } : Unscored(result, absent.Because);
    }
}
