using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>The shares that two figures can be read as.</summary>
internal static class RatioReadings
{
    /// <summary>a/b, a/(a+b) and (a-b)/a, where they exist.</summary>
    public static IEnumerable<Reading> Of(Rational a, Rational b)
    {
        if (!b.IsZero) yield return new($"{a} / {b}", a / b);
        if (!(a + b).IsZero) yield return new($"{a} / ({a} + {b})", a / (a + b));
        if (!a.IsZero) yield return new($"({a} - {b}) / {a}", (a - b) / a);
    }
}
