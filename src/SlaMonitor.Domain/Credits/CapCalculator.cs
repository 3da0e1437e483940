using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Applies caps one after the other, each to what the one before has left.</summary>
internal static class CapCalculator
{
    /// <param name="earlier">The periods before.</param>
    /// <returns>The steps, and why the rest cannot be told if it cannot.</returns>
    public static (IReadOnlyList<CapStep> Steps, string? CannotTell) Apply(
        IReadOnlyList<Cap> caps, Rational credit, PeriodAssessment period, CreditedPeriods earlier)
    {
        if (caps.Count == 0) return ([], null);
        var steps = new CapStep[caps.Count];
        for (var i = 0; i < steps.Length; i++)
        {
            var cap = caps[i];
            var found = CapBase.Of(cap, period.Terms, period.ChargesCountedBy(cap), earlier);
            if (found.Charges is not { } whole) return (steps[..i], $"{found.InWords}, which the cap of {cap.At} counts");
            var limit = Rational.Max(Rational.Zero, (cap.At.Factor * whole) - found.Used);
            credit = Rational.Min(credit, limit);
            steps[i] = new(found, limit, credit);
        }

        return (steps, null);
    }
}
