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
        for (var i = 0; i < regimes.Length; i++) regimes[i] = RegimeCalculator.Of(credits.Regimes[i], period, earlier);
        var isNothing = Array.TrueForAll(regimes, r => r.Items.Count == 0);
        var (together, cannotTell) = FirstOpen(regimes) is { } open ? ([], open)
            : isNothing ? ([], null)
            : CapCalculator.Apply(credits.Caps, ServiceCreditStatement.SumOf(regimes, r => r.Capped)!.Value, period, new CreditedPeriods(earlier, regime: null));
        var statement = new ServiceCreditStatement
        {
            Terms = credits,
            Points = period.Points,
            Charges = period.Charges,
            Holiday = period.Terms.CreditHoliday,
            Regimes = regimes,
            CapsTogether = together,
            EarnedBack = EarnBackRule.In(period, credits, earlier),
            Invoice = InvoiceOf(credits, period),
            CannotTell = cannotTell,
        };
        return cannotTell is not null ? statement : statement with { Credited = isNothing ? Money.Zero : ToPence(statement) };
    }

    private static YearMonth? InvoiceOf(CreditTerms credits, PeriodAssessment period) => credits.Invoice switch
    {
        null => null,
        CreditedInvoice.SamePeriod => period.Period.Month,
        CreditedInvoice.Next => period.Terms.NextMonth,
        _ => throw new InvalidOperationException("The set of invoices is closed."),
    };

    /// <summary>Why the first that cannot be told cannot; null where all can.</summary>
    private static string? FirstOpen(RegimeCredit[] regimes) => Array.Find(regimes, r => r.CannotTell is not null)?.CannotTell;

    /// <summary>The one rounding. Where it would pass a cap, the whole pence below it.</summary>
    private static Money ToPence(ServiceCreditStatement statement)
    {
        var (credit, mode) = (statement.BeforeRounding!.Value, statement.Terms.Rounding);
        var rounded = Money.Round(credit, mode);
        return statement.PassesACap(rounded.Pounds) ? Money.Round(credit, RoundingMode.Down) : rounded;
    }
}
