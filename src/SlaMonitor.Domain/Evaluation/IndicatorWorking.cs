using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Writes the Working of one indicator from the facts of its result.</summary>
internal static class IndicatorWorking
{
    public static IReadOnlyList<WorkingLine> Of(IndicatorResult result) =>
    [
        .. result.Without is { } without ? Of(without) : Evaluated(result),
        .. ReliefWorking.Of(result),
        .. result.UnderRelief is Measurement.Measured || (result.Without is not null && result.Over.Count > 0) ? Evaluated(result) : [],
        .. ReliefWorking.OfDispute(result),
        .. Stopped(result),
    ];

    private static IEnumerable<WorkingLine> Evaluated(IndicatorResult result) =>
    [
        .. Source(result),
        .. result.UnderRelief is null ? Claim(result) : [],
        .. Rounding(result),
        .. Judged(result),
        .. Repeat(result),
    ];

    private static IEnumerable<WorkingLine> Source(IndicatorResult result) => result.Indicator switch
    {
        { Combination: not null } => CompositeWorking.Of(result),
        { MeasurementPeriod: { } period } => MeasurementPeriodWorking.Of(result, period),
        _ => Measured(result),
    };

    internal static IEnumerable<WorkingLine> Measured(IndicatorResult result)
    {
        var indicator = result.Indicator;
        var measure = indicator.Measure!;
        foreach (var line in result.UnderRelief is null ? TicketWorking.Of(result) : []) yield return line;
        switch (result.Measurement)
        {
            case Measurement.Measured { Members.Count: > 0 } measured when indicator.Breakdown is { } breakdown:
                foreach (var (member, figures) in measured.Members)
                    yield return new(indicator.Clause, $"{breakdown.By}: {member}", Inputs(measure, figures), measure.Arithmetic(figures, result.AgreedMinutes ?? 0), Shown(result, measure.Level(figures, result.AgreedMinutes ?? 0)));
                yield return Whole(result, measured.Figures);
                break;
            case Measurement.Measured measured:
                foreach (var line in result.UnderRelief is null ? OutageWorking.Of(result) : []) yield return line;
                yield return Whole(result, measured.Figures);
                break;
            case Measurement.StatedOnly stated:
                yield return new(indicator.Clause, measure.Rule, $"stated {indicator.Show(stated.Stated.Level)}", measure.Parts.Count == 0 ? "" : "not recomputed: stated without its parts", indicator.Show(stated.Stated.Level));
                break;
            case Measurement.Relieved:
                yield return new(indicator.Clause, measure.Rule, "relief accepted", "", result.Outcome.InWords());
                break;
            case Measurement.NoActivity:
                yield return new(indicator.Clause, measure.Rule, "no activity", "", result.Outcome.InWords());
                break;
            default:
                yield return new(indicator.Clause, "What an absent figure means", Absent(result), "", result.Outcome.InWords());
                break;
        }
    }

    private static WorkingLine Whole(IndicatorResult result, Contracts.Measures.Figures figures)
    {
        var measure = result.Indicator.Measure!;
        var scale = measure.IsShare && result.Indicator.Unit.IsPerCent ? " x 100" : "";
        return new(result.Indicator.Clause, measure.Rule, Agreed(result) + Inputs(measure, figures), result.Level is null ? "" : measure.Arithmetic(figures, result.AgreedMinutes ?? 0) + scale, result.Level is { } level ? Exact(result.Indicator, level) : result.Outcome.InWords());
    }

    private static string Agreed(IndicatorResult result) =>
        result is { AgreedMinutes: { } minutes, Indicator.Measure: Contracts.Measures.Availability availability }
            ? $"minutes of the period{(availability.Calendar is { } hours ? $" in '{hours}'" : "")}: {minutes}; "
            : "";

    private static string Absent(IndicatorResult result) => result.Outcome switch
    {
        Outcome.Failed { Because: { } reason } => Outcome.InWords(reason),
        Outcome.NotScored notScored => Outcome.InWords(notScored.Because),
        Outcome.CannotTell cannotTell => Outcome.InWords(cannotTell.Because),
        _ => "no figure",
    };

    internal static string Inputs(Contracts.Measures.Measure measure, Contracts.Measures.Figures figures) =>
        string.Join("; ", measure.Parts.Where(p => figures.Has(p.Key)).Select(p => $"{p.Label}: {Figure(p, figures[p.Key])}"));

    private static string Figure(Contracts.Measures.Part part, Rational figure) =>
        part.Kind == Contracts.Measures.PartKind.Answer ? (figure.IsZero ? "no" : "yes") : $"{figure}";

    private static string Shown(IndicatorResult result, Rational? level) => level is { } found
        ? result.Indicator.Show(found * (result.Indicator.Measure!.IsShare ? result.Indicator.ShareScale : Rational.One))
        : "nothing to measure";

    /// <summary>A level in full where it ends, or cut off four places after those it is shown with.</summary>
    internal static string Exact(Indicator indicator, Rational level) =>
        indicator.IsAnswer || level.IsFiniteDecimal ? indicator.ShowBound(level) : $"{level.Round(indicator.Decimals + 4, RoundingMode.Down).ToText(indicator.Decimals + 4)}... {indicator.Unit}".TrimEnd();

    private static IEnumerable<WorkingLine> Claim(IndicatorResult result)
    {
        if (result.Mismatch is not { } mismatch || result.Tickets is not null) yield break;
        var reading = mismatch.Reconciling is { } other ? $"the stated level is {other.Formula}" : "no other reading of the parts gives the stated level";
        yield return new(result.Indicator.Clause, "Claim check: the parts decide", $"stated {mismatch.ShowStated(result.Indicator)}", reading, $"recomputed {mismatch.ShowRecomputed(result.Indicator)}");
    }

    private static IEnumerable<WorkingLine> Rounding(IndicatorResult result)
    {
        if (result is not { Indicator.Rounding: { } rounding, Level: { } level, Compared: { } compared }) yield break;
        yield return new(result.Indicator.Clause, $"Rounded before comparison to {rounding.Decimals.Counted("decimal")}, {rounding.Mode.InWords()}", Exact(result.Indicator, level), "", result.Indicator.ShowBound(compared));
    }

    private static IEnumerable<WorkingLine> Judged(IndicatorResult result)
    {
        var indicator = result.Indicator;
        if (result is not { Ladder: { } ladder, Compared: { } compared } || !result.IsScored) yield break;
        if (result.LowVolumeFailing is { } failing)
            yield return new(indicator.Clause, $"Under {indicator.LowVolume!.Under} cases, {indicator.LowVolume.Allow} may fail", $"{((Contracts.Measures.RatioOfCounts)indicator.Measure!).All(result.Figures!)} cases, {failing} of them failed", $"{failing} {(failing <= indicator.LowVolume.Allow ? "<=" : ">")} {indicator.LowVolume.Allow}", Cost(result));
        else
            yield return new(indicator.Clause, LadderInWords.Of(indicator, ladder), Exact(indicator, compared), LadderInWords.Comparison(indicator, ladder, compared), Cost(result));
    }

    private static string Cost(IndicatorResult result) => result.RungPoints == 0
        ? result.Outcome.InWords()
        : $"{result.Outcome.InWords()}: {result.RungPoints.Counted("Service Point")}";

    private static IEnumerable<WorkingLine> Repeat(IndicatorResult result)
    {
        if (result.RepeatFactor == 1 || result.RungPoints == 0) yield break;
        yield return new(null, "Repeat KPI Failure: P x " + result.RepeatFactor, result.RunOfFailures.FailureInARow(), $"{result.RungPoints} x {result.RepeatFactor}", (result.RungPoints * result.RepeatFactor).Counted("Service Point"));
    }

    private static IEnumerable<WorkingLine> Stopped(IndicatorResult result)
    {
        if (result.PointsStopped is not { } stopped || result.RungPoints == 0) yield break;
        yield return new(null, stopped == PointsStop.ChargesWithheld ? "Charges of the period are withheld instead" : "No points accrue in a credit holiday", (result.RungPoints * result.RepeatFactor).Counted("Service Point"), "", "0 Service Points");
    }
}
