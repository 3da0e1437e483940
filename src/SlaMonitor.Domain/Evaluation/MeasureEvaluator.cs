using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Outages;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Evaluates an indicator that is measured from the supplier's figures.</summary>
public static class MeasureEvaluator
{
    /// <param name="run">The failures in a row before.</param>
    /// <param name="source">What the supplier said, if anything.</param>
    /// <param name="status">Where the period's return stands; decides what silence means.</param>
    public static IndicatorResult Evaluate(Indicator indicator, FailureRun run, PeriodTerms terms, FigureSource? source, ReturnStatus status)
    {
        var ladder = indicator.LadderOn(terms.Period.Last);
        var said = source?.Figure.Counting(indicator);
        var result = indicator.Measure is Availability availability
            ? OfService(indicator, run, availability, ladder, terms, source, status)
            : new() { Indicator = indicator, Run = run, Ladder = ladder, Source = source, Judged = Judged(indicator, ladder, null, said, terms, status) };
        return said is Measurement.Measured or Measurement.Logged && Claimed(result) is { } mismatch ? result with { Mismatch = mismatch } : result;
    }

    /// <summary>A service that is measured by the minutes of the period, and perhaps by a log of its outages.</summary>
    private static IndicatorResult OfService(Indicator indicator, FailureRun run, Availability measure, Ladder? ladder, PeriodTerms terms, FigureSource? source, ReturnStatus status)
    {
        var minutes = terms.AgreedMinutes(measure);
        var counting = source?.Figure.Counting(indicator);
        var logged = counting as Measurement.Logged;
        var outages = logged is null ? null : OutageLog.Of(measure, terms, logged.Outages);
        var said = outages is null ? counting : new Measurement.Measured(outages.Figures, [], logged!.Stated);
        return new()
        {
            Indicator = indicator,
            Run = run,
            Ladder = ladder,
            Source = source,
            AgreedMinutes = minutes,
            Outages = outages,
            Judged = Judged(indicator, ladder, minutes, said, terms, status),
        };
    }

    private static Judgement Judged(Indicator indicator, Ladder? ladder, long? agreedMinutes, Measurement? said, PeriodTerms terms, ReturnStatus status) => said switch
    {
        Measurement.Measured measured => FromParts(indicator, ladder, agreedMinutes, measured.Figures),
        Measurement.StatedOnly stated => Judgement.Of(indicator, ladder, null, stated.Stated.Level),
        Measurement.NoActivity => WithoutActivity(indicator, ladder),
        Measurement.Logged when indicator.Measure is Availability => Judgement.CannotTell(Reason.HolidaysUnknown),
        _ => Absent(ladder, terms.Terms.Returns, status),
    };

    private static ClaimMismatch? Claimed(IndicatorResult result) =>
        result.Measurement is Measurement.Measured { Stated: not null } measured && !AreMinutesUnknown(result.Indicator, result.AgreedMinutes)
            ? ClaimCheck.Of(result.Indicator, measured, result.AgreedMinutes ?? 0)
            : null;

    /// <summary>The same indicator evaluated from other parts, as a relief adjusts them.</summary>
    public static IndicatorResult Adjusted(IndicatorResult result, Figures parts) => result with
    {
        UnderRelief = new Measurement.Measured(parts, [], null),
        Judged = FromParts(result.Indicator, result.Ladder, result.AgreedMinutes, parts),
    };

    private static Judgement FromParts(Indicator indicator, Ladder? ladder, long? agreedMinutes, Figures figures)
    {
        if (AreMinutesUnknown(indicator, agreedMinutes)) return Judgement.CannotTell(Reason.HolidaysUnknown);
        var measure = indicator.Measure!;
        return measure.Level(figures, agreedMinutes ?? 0) is { } level
            ? Judgement.Of(indicator, ladder, figures, measure.IsShare ? level * indicator.ShareScale : level)
            : WithoutActivity(indicator, ladder);
    }

    /// <summary>Only availability goes by the minutes of the period.</summary>
    private static bool AreMinutesUnknown(Indicator indicator, long? agreedMinutes) => agreedMinutes is null && indicator.Measure is Availability;

    internal static Judgement WithoutActivity(Indicator indicator, Ladder? ladder) =>
        indicator.IsMetWithoutActivity(ladder) ? new(Outcome.OnTarget) : Judgement.NotScored(Reason.NoActivity);

    private static Judgement Absent(Ladder? ladder, ReturnTerms returns, ReturnStatus status) => status switch
    {
        ReturnStatus.Awaited => Judgement.CannotTell(Reason.ReturnAwaited),
        ReturnStatus.DueUnknown => Judgement.CannotTell(Reason.HolidaysUnknown),
        ReturnStatus.Overdue => Absent(ladder, returns.WhenMissing, Reason.ReturnMissing),
        _ => Absent(ladder, returns.WhenFigureMissing, Reason.FigureMissing),
    };

    internal static Judgement Absent(Ladder? ladder, Absence rule, Reason reason) => rule switch
    {
        Absence.WorstRung when ladder is not null => Judgement.Landing(ladder.Worst, reason),
        Absence.Zero when ladder is not null => Judgement.Landing(ladder.RungOf(0), reason, 0),
        Absence.CannotTell => Judgement.CannotTell(reason),
        _ => Judgement.NotScored(reason),
    };
}
