using CsCheck;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>Credit rules of every kind but the one by Service Points, all about the indicator that generated contracts begin with.</summary>
internal static class GeneratedRules
{
    private const string Code = "KPI 1";

    private static readonly Gen<Money?> Of = Gen.Select(Gen.Bool, Gen.Long[1, 9_999_999], (own, pence) => own ? new Money(pence) : (Money?)null);

    private static readonly Gen<CreditRule> Tiers = Gen.Select(
        Gen.Bool, Gen.Int[0, 90].ArrayUnique[1, 4], Gen.Bool, (higher, bounds, sums) => (CreditRule)new TierTable(
            Code, higher ? Polarity.Higher : Polarity.Lower,
            [.. (higher ? bounds.OrderDescending() : bounds.Order()).Select(b => (Rational?)b).Append(null).Select((bound, i) => new Tier(bound, Amount(sums, i)))]));

    private static readonly Gen<CreditAmount> Amounts = Gen.Select(Gen.Bool, Gen.Int[1, 20], Amount);

    private static readonly Gen<CreditRule> AtRisk = Gen.Select(
        Amounts, Gen.Int[1, 120], (amount, weight) => (CreditRule)new AmountAtRisk(amount, [KeyValuePair.Create(Code, new Percentage(weight))]));

    private static readonly Gen<CreditRule> Points = Gen.Select(
        Gen.Int[0, 30].ArrayUnique[1, 4], Gen.Enum<BetweenSteps>(), (points, between) => (CreditRule)new PointLadder([.. points.Order().Select((p, i) => new PointStep(p, new(i * 2)))], between));

    private static readonly Gen<CreditRule> Linears = Gen.Select(
        Gen.Int[1, 30], Amounts, Gen.Enum<PartOfStep>(), Amounts, (tenths, each, part, without) => (CreditRule)new Linear(Code, Rational.Of(tenths, 10), each, part, without));

    private static readonly Gen<CreditRule> Events = Gen.Select(Amounts, Amounts, (each, without) => (CreditRule)new PerEvent(Code, each, without));

    private static readonly Gen<CreditRule> Late = Gen.Select(Amounts, Gen.Enum<DaysCounted>(), Gen.Int[1, 30], (perDay, days, most) => (CreditRule)new LateDays(perDay, days, most));

    public static readonly Gen<CreditRule> Any = Gen.Select(Gen.OneOf(Tiers, AtRisk, Points, Linears, Events, Late), Of, (rule, of) => rule with { Of = of });

    private static CreditAmount Amount(bool isSum, int i) => isSum ? new CreditAmount.Sum(new(i * 12_345)) : CreditAmount.Percent(Rational.Of(i * 15, 2));
}
