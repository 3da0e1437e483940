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
        var @base = rule.Of?.Pounds ?? period.Charges;
        if (period.Withholding is not null || period.Terms.CreditHoliday is not null) return New([]) with { Uncapped = Rational.Zero };
        if (Open(rule, period) is { } open) return New([]) with { CannotTell = open };
        var counted = CreditCounts.Of(rule, period);
        if (@base is null && Array.Exists(counted, c => c.Each is CreditAmount.Share))
            return New([]) with { CannotTell = $"the Service Charges of {period.Period} are not known" };
        return Capped(New(Items(counted, regime, @base)), period, earlier);

        RegimeCredit New(CreditItem[] items) => new() { Regime = regime, Points = rule.GoesByPoints ? period.Points : null, Base = @base, Items = items };
    }

    private static RegimeCredit Capped(RegimeCredit credit, PeriodAssessment period, IReadOnlyList<PeriodAssessment> earlier)
    {
        var sum = Rational.Zero;
        for (var i = 0; i < credit.Items.Count; i++) sum += credit.Items[i].Pounds;
        if (credit.Items.Count == 0) return credit with { Uncapped = sum };
        var atRisk = credit.Regime.Rule is AmountAtRisk risk ? risk.AtRisk.In(credit.Base) : (Rational?)null;
        var uncapped = atRisk is { } most ? Rational.Min(sum, most) : sum;
        var (caps, cannotTell) = CapCalculator.Apply(credit.Regime.Caps, uncapped, period, new CreditedPeriods(earlier, credit.Regime.Name));
        return credit with { AtRisk = atRisk, Uncapped = uncapped, Caps = caps, CannotTell = cannotTell };
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
