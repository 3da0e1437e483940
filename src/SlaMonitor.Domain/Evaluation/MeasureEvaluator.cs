using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Evaluates an indicator that is measured from the supplier's figures.</summary>
public static class MeasureEvaluator
{
    /// <param name="source">What the supplier said, if anything.</param>
    /// <param name="status">Where the period's return stands; decides what silence means.</param>
    public static IndicatorResult Evaluate(Indicator indicator, PeriodTerms terms, FigureSource? source, ReturnStatus status)
    {
        var measure = indicator.Measure!;
        var result = new IndicatorResult
        {
            Indicator = indicator,
            Outcome = new Outcome.NotScored(Reason.NoTarget),
            Ladder = indicator.LadderOn(terms.Period.Last),
            Source = source,
            AgreedMinutes = terms.AgreedMinutes(measure),
        };
        return source?.Figure.Measurement switch
        {
            Measurement.Measured measured => FromParts(result, measure, measured),
            Measurement.Logged logged when measure is Availability availability => FromOutages(result, availability, terms, logged),
            Measurement.StatedOnly stated => Judgement.Of(result, stated.Stated.Level),
            Measurement.NoActivity => WithoutActivity(result),
            _ => Absent(result, terms.Terms.Returns, status),
        };
    }

    /// <summary>The same indicator evaluated from other parts, as a relief adjusts them.</summary>
    public static IndicatorResult Adjusted(IndicatorResult result, Figures parts)
    {
        var adjusted = new Measurement.Measured(parts, [], null);
        var blank = result with { UnderRelief = adjusted, Outcome = new Outcome.NotScored(Reason.NoTarget), Level = null, Compared = null, LowVolumeFailing = null, RungPoints = 0 };
        return FromParts(blank, result.Indicator.Measure!, adjusted) with { Mismatch = result.Mismatch };
    }

    private static IndicatorResult FromOutages(IndicatorResult result, Availability measure, PeriodTerms terms, Measurement.Logged logged) =>
        OutageLog.Of(measure, terms, logged.Outages) is { } log
            ? FromParts(result with { Outages = log }, measure, new(log.Figures, [], logged.Stated))
            : result with { Outcome = new Outcome.CannotTell(Reason.HolidaysUnknown) };

    private static IndicatorResult FromParts(IndicatorResult result, Measure measure, Measurement.Measured measured)
    {
        if (result.AgreedMinutes is not { } minutes)
            return result with { Outcome = new Outcome.CannotTell(Reason.HolidaysUnknown) };
        if (measure.Level(measured.Figures, minutes) is not { } level)
            return WithoutActivity(result);
        var scale = measure.IsShare ? result.Indicator.ShareScale : Rational.One;
        var mismatch = ClaimCheck.Of(result.Indicator, measured, minutes);
        return Judgement.Of(mismatch is null ? result : result with { Mismatch = mismatch }, level * scale);
    }

    internal static IndicatorResult WithoutActivity(IndicatorResult result) => result with
    {
        Outcome = result is { Ladder: not null, Indicator.WhenNoActivity: NoActivityRule.Met }
            ? new Outcome.Met()
            : new Outcome.NotScored(Reason.NoActivity),
    };

    private static IndicatorResult Absent(IndicatorResult result, ReturnTerms returns, ReturnStatus status) => status switch
    {
        ReturnStatus.Awaited => result with { Outcome = new Outcome.CannotTell(Reason.ReturnAwaited) },
        ReturnStatus.DueUnknown => result with { Outcome = new Outcome.CannotTell(Reason.HolidaysUnknown) },
        ReturnStatus.Overdue => Absent(result, returns.WhenMissing, Reason.ReturnMissing),
        _ => Absent(result, returns.WhenFigureMissing, Reason.FigureMissing),
    };

    internal static IndicatorResult Absent(IndicatorResult result, Absence rule, Reason reason) => rule switch
    {
        Absence.WorstRung when result.Ladder is { } ladder => Judgement.Land(result, ladder.Worst, reason),
        Absence.Zero when result.Ladder is { } ladder => Judgement.Land(result with { Level = 0, Compared = 0 }, ladder.RungOf(0), reason),
        Absence.CannotTell => result with { Outcome = new Outcome.CannotTell(reason) },
        _ => result with { Outcome = new Outcome.NotScored(reason) },
    };
}
