using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Credits;

/// <summary>Reckons one regime in one period, with its own caps.</summary>
internal static class RegimeCalculator
{
    /// <summary>Where charges are withheld no regime credits anything beside that, and in a credit holiday none does at all.</summary>
    /// <param name="earlier">The periods before, in order.</param>
    public static RegimeCredit Of(CreditRegime regime, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier)
    {
        var rule = regime.Rule;
        var credit = new RegimeCredit
        {
            Regime = regime,
            Points = rule.GoesByPoints ? period.Points : null,
            Base = rule.Of?.Pounds ?? period.Charges,
        };
        if (period.Withholding is not null || period.Terms.CreditHoliday is not null) return credit with { Uncapped = Rational.Zero };
        if (Open(rule, period) is { } open) return credit with { CannotTell = open };
        var counted = CreditCounts.Of(rule, period);
        if (credit.Base is null && counted.Any(c => c.Each is CreditAmount.Share))
            return credit with { CannotTell = $"the Service Charges of {period.Period} are not known" };
        var items = Array.ConvertAll(counted, c => Item(c, credit));
        var atRisk = rule is AmountAtRisk risk && items.Length > 0 ? risk.AtRisk.In(credit.Base) : (Rational?)null;
        var uncapped = atRisk is { } most ? Rational.Min(Sum(items), most) : Sum(items);
        var (caps, cannotTell) = items.Length == 0 ? ([], null) : CapCalculator.Apply(regime.Caps, uncapped, period, new CreditedPeriods(earlier, regime.Name));
        return credit with { Items = items, AtRisk = atRisk, Uncapped = uncapped, Caps = caps, CannotTell = cannotTell };
    }

    private static Rational Sum(CreditItem[] items)
    {
        var sum = Rational.Zero;
        foreach (var item in items) sum += item.Pounds;
        return sum;
    }

    private static CreditItem Item(CreditCount counted, RegimeCredit credit)
    {
        var uplift = credit.Regime.UpliftOf(counted.Result is { IsFailure: true } failed ? failed.RunOfFailures : 0);
        var pounds = counted.Count * counted.Each.In(credit.Base);
        return new(counted.Result, counted.Count, counted.Each, uplift, uplift.Percent == 100 ? pounds : pounds * uplift.Factor);
    }

    /// <summary>Why more may follow; null where everything the rule looks at is final.</summary>
    private static string? Open(CreditRule rule, PeriodAssessment period) => rule switch
    {
        { GoesByPoints: true } => period.OpenPoints,
        LateDays late => period.Status switch
        {
            ReturnStatus.Awaited => "the return is not due yet",
            ReturnStatus.DueUnknown => "the day the return is due is not known",
            _ => CreditCounts.DaysLate(late, period) is null ? "working days are needed in a year whose bank holidays are not known" : null,
        },
        _ => rule.Indicators.Select(period.Find).OfType<IndicatorResult>()
            .Select(r => r.Outcome is Outcome.CannotTell { Because: not Reason.PartMissing } open ? $"the result of {r.Indicator.Code} is open, as {Outcome.InWords(open.Because)}" : null)
            .FirstOrDefault(why => why is not null),
    };
}
