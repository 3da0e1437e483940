using NodaTime;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Reckons the Service Credit of one period: each regime with its own caps, their sum, the caps on all together,
/// and the one rounding.</summary>
public static class ServiceCreditCalculator
{
    /// <param name="period">Evaluated, its credit still to be reckoned.</param>
    /// <param name="earlier">The periods before, in order.</param>
    public static ServiceCreditStatement Of(CreditTerms credits, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier)
    {
        var regimes = credits.Regimes.Select(r => WithCaps(RegimeCalculator.Of(r, period), period, earlier)).ToList();
        var statement = new ServiceCreditStatement { Terms = credits, Points = period.Points, Charges = period.Charges, Regimes = regimes, Invoice = InvoiceOf(credits, period), Holiday = period.Terms.CreditHoliday, EarnedBack = EarnBackRule.In(period, credits, earlier) };
        if (regimes.FirstOrDefault(r => r.CannotTell is not null) is { CannotTell: { } why }) return statement with { CannotTell = why };
        if (regimes.All(r => r.Items.Count == 0)) return statement with { Credited = Money.Zero };
        var (steps, cannotTell) = CapCalculator.Apply(credits.Caps, statement.Sum!.Value, period.Terms, PeriodCharges.Of(period), new CreditedPeriods(earlier, c => c.Credited?.Pounds, FreesCap));
        statement = statement with { CapsTogether = steps, CannotTell = cannotTell };
        return cannotTell is null ? statement with { Credited = ToPence(statement) } : statement;
    }

    private static YearMonth? InvoiceOf(CreditTerms credits, PeriodAssessment period) => credits.Invoice switch
    {
        null => null,
        CreditedInvoice.SamePeriod => period.Period.Month,
        CreditedInvoice.Next => period.Terms.NextMonth,
        _ => throw new InvalidOperationException("The set of invoices is closed."),
    };

    private static RegimeCredit WithCaps(RegimeCredit credit, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier)
    {
        if (credit.Uncapped is not { } uncapped || credit.Items.Count == 0 || credit.Regime.Caps.Count == 0) return credit;
        var (steps, cannotTell) = CapCalculator.Apply(
            credit.Regime.Caps, uncapped, period.Terms, PeriodCharges.Of(period), new CreditedPeriods(earlier, c => c.CreditedUnder(credit.Regime.Name), r => r.Regime.Name == credit.Regime.Name && FreesCap(r)));
        return credit with { Caps = steps, CannotTell = cannotTell };
    }

    private static bool FreesCap(EarnedBack earned) => earned.Terms.UsedCap == UsedCap.IsFreed;

    /// <summary>The one rounding. Where it would pass a cap, the whole pence below it.</summary>
    private static Money ToPence(ServiceCreditStatement statement)
    {
        var (credit, mode) = (statement.BeforeRounding!.Value, statement.Terms.Rounding);
        var rounded = Money.Round(credit, mode);
        return statement.PassesACap(rounded.Pounds) ? Money.Round(credit, RoundingMode.Down) : rounded;
    }
}
