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
        var regimes = new RegimeCredit[credits.Regimes.Count];
        for (var i = 0; i < regimes.Length; i++) regimes[i] = WithCaps(RegimeCalculator.Of(credits.Regimes[i], period), period, earlier);
        var statement = new ServiceCreditStatement { Terms = credits, Points = period.Points, Charges = period.Charges, Regimes = regimes, Invoice = InvoiceOf(credits, period), Holiday = period.Terms.CreditHoliday, EarnedBack = EarnBackRule.In(period, credits, earlier) };
        if (Array.Find(regimes, r => r.CannotTell is not null) is { CannotTell: { } why }) return statement with { CannotTell = why };
        if (Array.TrueForAll(regimes, r => r.Items.Count == 0)) return statement with { Credited = Money.Zero };
        if (credits.Caps.Count == 0) return statement with { Credited = ToPence(statement) };
        var (steps, cannotTell) = CapCalculator.Apply(credits.Caps, statement.Sum!.Value, period.Terms, PeriodCharges.Of(period), new CreditedPeriods(earlier, regime: null));
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
            credit.Regime.Caps, uncapped, period.Terms, PeriodCharges.Of(period), new CreditedPeriods(earlier, credit.Regime.Name));
        return credit with { Caps = steps, CannotTell = cannotTell };
    }

    /// <summary>The one rounding. Where it would pass a cap, the whole pence below it.</summary>
    private static Money ToPence(ServiceCreditStatement statement)
    {
        var (credit, mode) = (statement.BeforeRounding!.Value, statement.Terms.Rounding);
        var rounded = Money.Round(credit, mode);
        return statement.PassesACap(rounded.Pounds) ? Money.Round(credit, RoundingMode.Down) : rounded;
    }
}
