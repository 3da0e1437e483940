using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts;

/// <summary>A rate such as 0.5 %.</summary>
/// <param name="Percent">The figure before the sign: 0.5 for 0.5 %.</param>
public readonly record struct Percentage(Rational Percent)
{
    /// <summary>The rate as a factor: 0.005 for 0.5 %.</summary>
    public Rational Factor => Percent / 100;

    public override string ToString() => $"{Percent} %";
}
