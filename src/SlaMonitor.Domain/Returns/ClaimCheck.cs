using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Returns;

/// <summary>A stated level that does not follow from its parts.</summary>
/// <param name="Recomputed">By the contract's own reading.</param>
/// <param name="Reconciling">Another reading of the same parts that does give the stated level.</param>
public sealed record ClaimMismatch(StatedLevel Stated, Rational Recomputed, Reading? Reconciling)
{
    /// <summary>The stated level with its unit: 96.62 %.</summary>
    public string ShowStated(Indicator indicator) => indicator.Show(Stated.Level, Stated.Decimals);

    /// <summary>The recomputed level to the places it was stated to, or those of the indicator if they are more: beside a
    /// stated 96.62 %, 97 % would say nothing.</summary>
    public string ShowRecomputed(Indicator indicator) => indicator.Show(Recomputed, Math.Max(indicator.Decimals, Stated.Decimals));
}

/// <summary>Recomputes what the supplier states.</summary>
public static class ClaimCheck
{
    /// <summary>The difference between the stated level and its parts at the precision stated, or null where there is
    /// none or nothing to compare. The reading nearest to the contract's own is named first.</summary>
    public static ClaimMismatch? Of(Indicator indicator, Measurement.Measured measured, long agreedMinutes)
    {
        if (measured.Stated is not { } stated || indicator.Measure is not { } measure) return null;
        if (measure.Level(measured.Figures, agreedMinutes) is not { } level) return null;
        var scale = measure.IsShare ? indicator.ShareScale : Rational.One;
        var recomputed = level * scale;
        if (Agrees(recomputed, stated)) return null;
        var reconciling = CutOff(measure.Arithmetic(measured.Figures, agreedMinutes), recomputed, stated)
            ?? measure.OtherReadings(measured.Figures, agreedMinutes).FirstOrDefault(r => Agrees(r.Level * scale, stated));
        return new(stated, recomputed, reconciling);
    }

    private static bool Agrees(Rational level, StatedLevel stated) =>
        level.Round(stated.Decimals, RoundingMode.HalfAwayFromZero) == stated.Level
        || level.Round(stated.Decimals, RoundingMode.HalfToEven) == stated.Level;

    private static Reading? CutOff(string arithmetic, Rational recomputed, StatedLevel stated) =>
        recomputed.Round(stated.Decimals, RoundingMode.Down) == stated.Level
            ? new($"{arithmetic}, cut off after {stated.Decimals.Counted("decimal")} instead of rounded", recomputed)
            : null;
}
