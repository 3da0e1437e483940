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
        var points = rule.GoesByPoints ? period.Points : (int?)null;
        var @base = rule.Of?.Pounds ?? period.Charges;
        if (period.Withholding is not null || period.Terms.CreditHoliday is not null) return WithoutItems(Rational.Zero, null);
        if (Open(rule, period) is { } open) return WithoutItems(null, open);
        var counted = CreditCounts.Of(rule, period);
        if (counted.Length == 0) return WithoutItems(Rational.Zero, null);
        if (@base is null && Array.Exists(counted, c => c.Each is CreditAmount.Share))
            return WithoutItems(null, $"the Service Charges of {period.Period} are not known");
        var items = Items(counted, regime, @base);
        var atRisk = rule is AmountAtRisk risk ? risk.AtRisk.In(@base) : (Rational?)null;
        var uncapped = atRisk is { } most ? Rational.Min(Sum(items), most) : Sum(items);
        var (caps, cannotTell) = CapCalculator.Apply(regime.Caps, uncapped, period, new CreditedPeriods(earlier, regime.Name));
        return new() { Regime = regime, Points = points, Base = @base, Items = items, AtRisk = atRisk, Uncapped = uncapped, Caps = caps, CannotTell = cannotTell };

        RegimeCredit WithoutItems(Rational? uncapped, string? why) => new() { Regime = regime, Points = points, Base = @base, Uncapped = uncapped, CannotTell = why };
    }

    private static Rational Sum(CreditItem[] items)
    {
        var sum = Rational.Zero;
        foreach (var item in items) sum += item.Pounds;
        return sum;
    }

    /// <param name="base">What rates are of, in pounds; null where it is not known, and nothing is a rate.</param>
    private static CreditItem[] Items(CreditCount[] counted, CreditRegime regime, Rational? @base)
    {
        var items = new CreditItem[counted.Length];
        for (var i = 0; i < items.Length; i++) items[i] = Item(counted[i], regime, @base);
        return items;
    }

    private static CreditItem Item(in CreditCount counted, CreditRegime regime, Rational? @base)
    {
        var uplift = regime.UpliftOf(counted.Result is { IsFailure: true } failed ? failed.RunOfFailures : 0);
        var pounds = counted.Count * counted.Each.In(@base);
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
