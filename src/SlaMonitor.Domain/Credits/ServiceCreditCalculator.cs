using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>An earlier period as a rolling cap sees it.</summary>
/// <param name="Charges">In pounds; null where they are not known.</param>
/// <param name="Payable">Null where it cannot be told.</param>
public sealed record CreditedPeriod(ServicePeriod Period, Rational? Charges, Money? Payable);

/// <summary>Reckons the Service Credit of one period.</summary>
public static class ServiceCreditCalculator
{
    /// <param name="open">Why more points may follow; null where they are final. Until then no credit can be told.</param>
    /// <param name="charges">The period's charges in pounds, unrounded; null where they are not known.</param>
    /// <param name="earlier">The periods before, in order.</param>
    public static ServiceCreditStatement Of(
        PeriodTerms terms, ServiceCreditRegime regime, int points, string? open, Rational? charges, IReadOnlyList<CreditedPeriod> earlier)
    {
        var statement = new ServiceCreditStatement { Regime = regime, Points = points, Charges = charges };
        if (open is not null) return statement with { CannotTell = open };
        if (points == 0) return statement with { Uncapped = Rational.Zero, Payable = Money.Zero };
        if (charges is not { } known)
            return statement with { CannotTell = $"the Service Charges of {terms.Period} are not known" };
        var credit = points * regime.PerPoint.Factor * known;
        statement = statement with { Uncapped = credit };
        foreach (var cap in regime.Caps)
        {
            var found = CapBase.Of(cap, terms, known, earlier);
            if (found.Base is not { } caps)
                return statement with { CannotTell = $"{found.InWords}, which the cap of {cap.At} counts" };
            var limit = Rational.Max(Rational.Zero, (cap.At.Factor * caps) - found.Used.Pounds);
            credit = Rational.Min(credit, limit);
            statement = statement with { Caps = [.. statement.Caps, new(cap, caps, found.InWords, found.Used, found.UsedInWords, limit, credit)] };
        }

        return statement with { Payable = ToPence(credit, regime.Rounding, statement.Caps) };
    }

    /// <summary>The one rounding. Where it would pass a cap, the whole pence below it.</summary>
    private static Money ToPence(Rational credit, RoundingMode mode, IReadOnlyList<CapStep> caps)
    {
        var rounded = Money.Round(credit, mode);
        return caps.Any(c => rounded.Pounds > c.Limit) ? Money.Round(credit, RoundingMode.Down) : rounded;
    }
}
