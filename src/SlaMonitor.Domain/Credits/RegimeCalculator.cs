using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Reckons one regime in one period, before its caps.</summary>
internal static class RegimeCalculator
{
    private sealed record Counted(IndicatorResult? Result, Rational Count, CreditAmount Each);

    public static RegimeCredit Of(CreditRegime regime, PeriodAssessment period)
    {
        var rule = regime.Rule;
        var credit = new RegimeCredit
        {
            Regime = regime,
            Points = rule.GoesByPoints ? period.Points : null,
            Base = rule.Of?.Pounds ?? period.Charges,
        };
        if (Open(rule, period) is { } open) return credit with { CannotTell = open };
        var counted = Count(rule, period).ToList();
        if (credit.Base is null && counted.Any(c => c.Each is CreditAmount.Share))
            return credit with { CannotTell = $"the Service Charges of {period.Period} are not known" };
        credit = credit with { Items = [.. counted.Select(c => new CreditItem(c.Result, c.Count, c.Each, c.Count * c.Each.In(credit.Base)))] };
        return credit with { Uncapped = credit.Items.Aggregate(Rational.Zero, (sum, item) => sum + item.Pounds) };
    }

    /// <summary>Why more may follow; null where everything the rule looks at is final.</summary>
    private static string? Open(CreditRule rule, PeriodAssessment period) => rule.GoesByPoints
        ? period.OpenPoints
        : rule.Indicators.Select(period.Find).OfType<IndicatorResult>()
            .Select(r => r.Outcome is Outcome.CannotTell { Because: not Reason.PartMissing } open ? $"the result of {r.Indicator.Code} is open, as {Outcome.InWords(open.Because)}" : null)
            .FirstOrDefault(why => why is not null);

    private static IEnumerable<Counted> Count(CreditRule rule, PeriodAssessment period) => rule switch
    {
        ServicePoints points => period.Points == 0 ? [] : [new(null, period.Points, new CreditAmount.Share(points.PerPoint))],
        TierTable table => Tier(table, period),
        _ => throw new InvalidOperationException("The set of credit rules is closed."),
    };

    private static IEnumerable<Counted> Tier(TierTable table, PeriodAssessment period)
    {
        if (CreditedLevel.Of(table.Indicator, period) is not { } level) yield break;
        var tier = level.Level is { } measured ? table.TierOf(measured) : table.Worst;
        if (!tier.Credit.IsNothing) yield return new(level.Result, 1, tier.Credit);
    }
}
