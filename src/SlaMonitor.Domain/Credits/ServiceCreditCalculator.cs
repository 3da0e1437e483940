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
            : CapCalculator.Apply(credits.Caps, Sum(regimes), period, new CreditedPeriods(earlier, regime: null));
        return new()
        {
            Terms = credits,
            Points = period.Points,
            Charges = period.Charges,
            Holiday = period.Terms.CreditHoliday,
            Regimes = regimes,
            CapsTogether = together,
            Credited = cannotTell is not null ? null : isNothing ? Money.Zero : ToPence(credits.Rounding, regimes, together),
            EarnedBack = EarnBackRule.In(period, credits, earlier),
            Invoice = InvoiceOf(credits, period),
            CannotTell = cannotTell,
        };
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

    private static Rational Sum(RegimeCredit[] regimes) => ServiceCreditStatement.SumOf(regimes, static r => r.Capped)!.Value;

    /// <summary>The one rounding. Where it would pass a cap, the whole pence below it.</summary>
    /// <param name="together">The caps on all regimes together.</param>
    private static Money ToPence(RoundingMode mode, RegimeCredit[] regimes, IReadOnlyList<CapStep> together)
    {
        var credit = together.Count == 0 ? Sum(regimes) : together[^1].After;
        var rounded = Money.Round(credit, mode);
        return PassesACap(rounded.Pounds, regimes, together) ? Money.Round(credit, RoundingMode.Down) : rounded;
    }

    /// <summary>True where so many pounds are more than the caps leave. Where every regime that credits anything has caps of its
    /// own, their sum is no more than those leave together.</summary>
    private static bool PassesACap(in Rational pounds, RegimeCredit[] regimes, IReadOnlyList<CapStep> together)
    {
        for (var i = 0; i < together.Count; i++)
            if (pounds > together[i].Limit)
                return true;
        return LeftByOwnCaps(regimes) is { } left && pounds > left;
    }

    /// <summary>What the regimes' own caps leave of their sum; null where one that credits anything has none.</summary>
    private static Rational? LeftByOwnCaps(RegimeCredit[] regimes)
    {
        var left = Rational.Zero;
        foreach (var regime in regimes)
        {
            if (regime.Items.Count == 0) continue;
            if (regime.LeftByCaps() is not { } own) return null;
            left += own;
        }

        return left;
    }
}
