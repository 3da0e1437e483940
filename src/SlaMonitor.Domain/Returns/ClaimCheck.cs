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
        var own = new Reading(measure.Arithmetic(measured.Figures, agreedMinutes), level * scale);
        if (Agrees(own.Level, stated)) return null;
        var others = measure.OtherReadings(measured.Figures, agreedMinutes).Select(r => r with { Level = r.Level * scale }).ToList();
        var reconciling = CutOff(own, stated) ?? others.Find(r => Agrees(r.Level, stated)) ?? (scale == 1 ? null : Fraction([own, .. others], stated));
        return new(stated, own.Level, reconciling);
    }

    private static bool Agrees(Rational level, StatedLevel stated) =>
        level.Round(stated.Decimals, RoundingMode.HalfAwayFromZero) == stated.Level
        || level.Round(stated.Decimals, RoundingMode.HalfToEven) == stated.Level;

    private static Reading? CutOff(Reading own, StatedLevel stated) =>
        own.Level.Round(stated.Decimals, RoundingMode.Down) == stated.Level
            ? own with { Formula = $"{own.Formula}, cut off after {stated.Decimals.Counted("decimal")} instead of rounded" }
            : null;

    /// <summary>What a spreadsheet exports of a cell formatted in per cent: 0.9662 for 96.62 %. With fewer than two decimals
    /// nearly anything would agree.</summary>
    private static Reading? Fraction(IEnumerable<Reading> readings, StatedLevel stated) =>
        stated is { IsPerCent: false, Decimals: >= 2 } && readings.FirstOrDefault(r => Agrees(r.Level / 100, stated)) is { } reading
            ? reading with { Formula = $"{reading.Formula} as a fraction of 1, which in per cent is {reading.Level.ToText(stated.Decimals - 2)}" }
            : null;
}
