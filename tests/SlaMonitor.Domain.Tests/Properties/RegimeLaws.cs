using CsCheck;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Properties;

/// <summary>What holds for every credit regime over an indicator that is better the higher it is, alone or beside others, whatever the
/// levels: KPI1 and KPI2, £12,345.67 a month, from April 2024 on.</summary>
public class RegimeLaws
{
    private static readonly Gen<CreditAmount> Amount = Gen.Select(Gen.Bool, Gen.Int[0, 2000], (isRate, size) => isRate ? CreditAmount.Percent(Rational.Of(size, 100)) : new CreditAmount.Sum(new(size)));

    private static readonly Gen<CreditRule> Rule = Gen.OneOf(
        Gen.Int[1, 300].Select(perPoint => (CreditRule)new ServicePoints(new(Rational.Of(perPoint, 100)))),
        Gen.Int[0, 1000].Array[3].Select(rates => (CreditRule)new TierTable("KPI1", Polarity.Higher, [.. rates.Order().Zip<int, Rational?, Tier>([N("99"), N("97.5"), null], (rate, bound) => new(bound, CreditAmount.Percent(Rational.Of(rate, 100))))])),
        Gen.Select(Amount, Gen.Int[1, 120], Gen.Int[1, 120], (atRisk, one, two) => (CreditRule)new AmountAtRisk(atRisk, [Of("KPI1", new Percentage(one)), Of("KPI2", new Percentage(two))])),
        Gen.Select(Gen.Enum<BetweenSteps>(), Gen.Int[1, 9], (between, step) => (CreditRule)new PointLadder([new(step, new(1)), new(2 * step, new(3))], between)),
        Gen.Select(Gen.Int[1, 30], Amount, Gen.Enum<PartOfStep>(), Amount, (tenths, each, part, without) => (CreditRule)new Linear("KPI1", Rational.Of(tenths, 10), each, part, without)));

    private static readonly Gen<Cap> OfThePeriod = Gen.Select(Gen.Bool, Gen.Int[1, 3000], (estimated, at) =>
        (Cap)new Cap.OfPeriod(new(Rational.Of(at, 100)), null) { Estimated = estimated ? new Money(1_000_000) : null });

    private static readonly Gen<Cap> LookingBack = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 3000], (of, at) => of switch
    {
        0 => (Cap)new Cap.OfContractYear(new(Rational.Of(at, 100)), null, null),
        1 => new Cap.OfEstimated12Months(new(Rational.Of(at, 100)), new Money(12_000_000), null),
        _ => new Cap.OfLast12Months(new(Rational.Of(at, 100)), ThisPeriod.Included, FirstYearBase.ChargesToDate, null),
    });

    private static readonly Gen<EarnBack> EarnBack = Gen.Select(Gen.Int[1, 3], Gen.Int[0, 3], Gen.Int[1, 100], Gen.Enum<UsedCap>(), (sustained, more, share, used) =>
        new EarnBack([Of("KPI1", N("99.2"))], sustained, sustained + more, new(share), used, null));

    /// <summary>In tenths of a per cent, KPI1 and KPI2 month by month.</summary>
    private static readonly Gen<(int One, int Two)[]> Levels = Gen.Select(Gen.Int[940, 1000], Gen.Int[940, 1000]).Array[2, 15];

    private static readonly Gen<ContractDraft> Any = Gen.Select(
        Rule, Rule, Gen.OneOf(OfThePeriod, LookingBack).List[0, 2], Gen.OneOf(OfThePeriod, LookingBack).List[0, 2], Gen.Enum<RoundingMode>(), EarnBack, Gen.Bool,
        (first, second, own, together, rounding, earnBack, returns) => Draft(
            new([new("first", first, own, null) { EarnBack = returns ? earnBack : null }, new("second", second, [], null)], together, rounding, null)));

    [Fact]
    public void A_credit_is_never_negative_and_never_above_a_cap() => Gen.Select(Any, Levels).Sample((contract, levels) =>
    {
        foreach (var credit in Assessed(contract, Returns(levels)).Periods.Select(p => p.Credit!))
        {
            Assert.True(credit.Credited >= Money.Zero);
            Assert.All(credit.Regimes, r => Assert.All(r.Caps, step => Assert.True(r.Capped <= step.Limit)));
            Assert.All(credit.CapsTogether, step => Assert.True(credit.Credited!.Value.Pounds <= step.Limit));
            Assert.True(credit.Credited!.Value.Pounds < credit.Uncapped!.Value + Rational.Of(1, 100));
        }
    }, iter: 200);

    /// <summary>Where no cap looks back, since what an earlier month did not use is left for a later one.</summary>
    [Fact]
    public void A_better_level_never_costs_more_in_its_own_month() => Gen.Select(Rule, OfThePeriod.List[0, 2], Levels, Gen.Int[0, 100]).Sample((rule, caps, levels, which) =>
    {
        var (contract, at) = (Draft(new([new("only", rule, caps, null)], [], RoundingMode.HalfAwayFromZero, null)), which % levels.Length);
        (int One, int Two)[] better = [.. levels];
        better[at] = better[at] with { One = Math.Min(1000, better[at].One + 1 + (which % 7)) };
        var (worse, improved) = (Assessed(contract, Returns(levels)).Periods[at].Credit!, Assessed(contract, Returns(better)).Periods[at].Credit!);
        Assert.True(improved.Credited <= worse.Credited, $"{improved.Credited} > {worse.Credited}");
    }, iter: 200);

    [Fact]
    public void The_order_in_which_returns_come_changes_nothing() => Gen.Select(Any, Levels).Sample((contract, levels) =>
    {
        var returns = Returns(levels);
        Assert.Equal(
            Assessed(contract, returns).Periods.Select(p => p.Credit!.Payable), Assessed(contract, [.. returns.Reverse()]).Periods.Select(p => p.Credit!.Payable));
    }, iter: 60);

    /// <summary>Each credit is returned once, and no more of it than there was.</summary>
    [Fact]
    public void No_more_is_earned_back_than_was_credited() => Gen.Select(Any, Levels).Sample((contract, levels) =>
    {
        var assessed = Assessed(contract, Returns(levels));
        var returned = assessed.Periods.SelectMany(p => p.Credit!.EarnedBack).GroupBy(e => (e.Of.Name, e.Regime.Name, e.Indicator.Code)).ToList();
        Assert.All(returned, same => Assert.Single(same));
        Assert.All(assessed.Periods, p => Assert.True(
            Money.Sum(assessed.Periods.SelectMany(later => later.Credit!.EarnedBack).Where(e => e.Of == p.Period).Select(e => e.Returned)) <= p.Credit!.Credited));
        Assert.True(assessed.Payable >= Money.Zero);
    }, iter: 200);

    /// <summary>Lint refuses contradictions, which is not what is held here; every draft stands by itself for these rules.</summary>
    private static ContractDraft Draft(CreditTerms credits) => Sound(Contract(Kpi("KPI1"), Kpi("KPI2")).Charging("12345.67").Repeating() with { Credits = credits });

    /// <summary>Without what lint refuses: an earn-back of what the regime does not credit by KPI1, and caps below the mildest credit.</summary>
    private static ContractDraft Sound(ContractDraft draft)
    {
        var credits = draft.Credits!;
        var regimes = credits.Regimes.Select(r => r with
        {
            Caps = [.. r.Caps.Where(c => IsSound(draft with { Credits = new([r with { Caps = [c], EarnBack = null }], [], credits.Rounding, null) }))],
            EarnBack = r.EarnBack is not null && IsSound(draft with { Credits = new([r with { Caps = [] }], [], credits.Rounding, null) }) ? r.EarnBack : null,
        }).ToList();
        return draft with { Credits = credits with { Regimes = regimes, Caps = [.. credits.Caps.Where(c => IsSound(draft with { Credits = new([.. regimes.Select(r => r with { Caps = [], EarnBack = null })], [c], credits.Rounding, null) }))] } };
    }

    private static bool IsSound(ContractDraft draft)
    {
        try
        {
            _ = draft.Terms();
            return true;
        }
        catch (ContradictionException)
        {
            return false;
        }
    }

    private static IReadOnlyList<SupplierReturn> Returns((int One, int Two)[] levels) =>
        [.. Monthly("KPI1", "2024-04", [.. levels.Select(l => Level(l.One))]).Zip(levels, (supplied, l) => supplied.Stating("KPI2", Level(l.Two)))];

    private static string Level(int tenths) => $"{tenths / 10}.{tenths % 10}";

    private static ContractAssessment Assessed(ContractDraft contract, IReadOnlyList<SupplierReturn> returns) =>
        contract.Assessed($"{Month("2024-04").PlusMonths(returns.Count).OnDayOfMonth(6):uuuu-MM-dd}", returns);
}
