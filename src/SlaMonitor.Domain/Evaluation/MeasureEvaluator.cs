using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
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
        var ladder = indicator.LadderOn(terms.Period.Last);
        var minutes = terms.AgreedMinutes(measure);
        var said = source?.Figure.Counting(indicator);
        var outages = said is Measurement.Logged logged && measure is Availability availability ? OutageLog.Of(availability, terms, logged.Outages) : null;
        var measured = outages is null ? said as Measurement.Measured : new(outages.Figures, [], ((Measurement.Logged)said!).Stated);
        return new()
        {
            Indicator = indicator,
            Ladder = ladder,
            Source = source,
            AgreedMinutes = minutes,
            Outages = outages,
            Mismatch = measured is not null && minutes is { } known ? ClaimCheck.Of(indicator, measured, known) : null,
            Judged = said switch
            {
                _ when measured is not null => FromParts(indicator, ladder, minutes, measured.Figures),
                Measurement.Logged when measure is Availability => Judgement.CannotTell(Reason.HolidaysUnknown),
                Measurement.StatedOnly stated => Judgement.Of(indicator, ladder, null, stated.Stated.Level),
                Measurement.NoActivity => WithoutActivity(indicator, ladder),
                _ => Absent(ladder, terms.Terms.Returns, status),
            },
        };
    }

    /// <summary>The same indicator evaluated from other parts, as a relief adjusts them.</summary>
    public static IndicatorResult Adjusted(IndicatorResult result, Figures parts) => result with
    {
        UnderRelief = new Measurement.Measured(parts, [], null),
        Judged = FromParts(result.Indicator, result.Ladder, result.AgreedMinutes, parts),
    };

    private static Judgement FromParts(Indicator indicator, Ladder? ladder, long? agreedMinutes, Figures figures)
    {
        if (agreedMinutes is not { } minutes) return Judgement.CannotTell(Reason.HolidaysUnknown);
        var measure = indicator.Measure!;
        return measure.Level(figures, minutes) is { } level
            ? Judgement.Of(indicator, ladder, figures, measure.IsShare ? level * indicator.ShareScale : level)
            : WithoutActivity(indicator, ladder);
    }

    internal static Judgement WithoutActivity(Indicator indicator, Ladder? ladder) =>
        indicator.IsMetWithoutActivity(ladder) ? new(new Outcome.Met()) : Judgement.NotScored(Reason.NoActivity);

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
        Absence.Zero when ladder is not null => Judgement.Landing(ladder.RungOf(0), reason) with { Level = 0, Compared = 0 },
        Absence.CannotTell => Judgement.CannotTell(reason),
        _ => Judgement.NotScored(reason),
    };
}
