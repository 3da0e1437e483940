using CsCheck;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;
using static SlaMonitor.Domain.Tests.Properties.Histories;

namespace SlaMonitor.Domain.Tests.Properties;

/// <summary>What holds for every contract and every history of returns.</summary>
public class AssessmentLaws
{
    private static readonly Gen<(ContractDraft Contract, Month[] Months)> Any = Gen.Select(AnyContract, Months);

    /// <summary>The cases are kept, one more of them is good: no period costs more points, and the period itself no more
    /// money.</summary>
    [Fact]
    public void A_better_figure_never_costs_more() => Gen.Select(Any, Gen.Int[0, 15]).Sample((any, which) =>
    {
        var at = which % any.Months.Length;
        if (any.Months[at].First is not { } cases || cases.Of == cases.To) return;
        Month[] better = [.. any.Months];
        better[at] = better[at] with { First = cases with { Of = cases.Of + 1 } };
        var (worse, improved) = (Assessed(any.Contract, any.Months), Assessed(any.Contract, better));
        Assert.All(worse.Periods.Zip(improved.Periods), p => Assert.True(p.Second.Points <= p.First.Points, $"{p.First.Period}"));
        Assert.True(improved.Periods[at].Credit!.Payable <= worse.Periods[at].Credit!.Payable);
    }, iter: 300);

    /// <summary>Where no cap looks back, no period costs more money either.</summary>
    [Fact]
    public void A_better_figure_never_costs_more_money_in_any_period() => Gen.Select(Any, Gen.Int[0, 15]).Sample((any, which) =>
    {
        var at = which % any.Months.Length;
        if (any.Months[at].First is not { } cases || cases.Of == cases.To) return;
        var contract = any.Contract.Crediting("0.5", [.. any.Contract.Credits!.AllCaps.Where(c => c is Cap.OfPeriod)]);
        Month[] better = [.. any.Months];
        better[at] = better[at] with { First = cases with { Of = cases.To } };
        Assert.All(
            Assessed(contract, any.Months).Periods.Zip(Assessed(contract, better).Periods),
            p => Assert.True(p.Second.Credit!.Payable <= p.First.Credit!.Payable, $"{p.First.Period}"));
    }, iter: 300);

    [Fact]
    public void Payable_never_exceeds_a_cap_nor_the_uncapped_credit_by_more_than_rounding() => Any.Sample(any =>
    {
        foreach (var credit in Assessed(any.Contract, any.Months).Periods.Select(p => p.Credit!))
        {
            var payable = credit.Payable!.Value.Pounds;
            Assert.All(credit.Caps, step => Assert.True(payable <= step.Limit && step.After <= step.Limit));
            Assert.True(payable < credit.Uncapped!.Value + Rational.Of(1, 100));
            Assert.True(payable.Sign >= 0);
        }
    }, iter: 300);

    /// <summary>Reckoned apart from the statement: with steady charges C, no 12 months together are credited more than the
    /// share of as many times C.</summary>
    [Fact]
    public void No_twelve_months_bear_more_than_the_rolling_cap() => Any.Sample(any =>
    {
        var contract = any.Contract.Crediting("0.5", CapOfLast12Months("2.5"));
        var periods = Assessed(contract, any.Months).Periods;
        var share = ((Charges.Fixed)contract.Charges!).PerPeriod.Pounds * N("0.025");
        for (var i = 0; i < periods.Count; i++)
        {
            var window = periods.Take(i + 1).TakeLast(12).ToList();
            Assert.True(window.Aggregate(Money.Zero, (sum, p) => sum + p.Credit!.Payable!.Value).Pounds <= share * window.Count);
        }
    }, iter: 300);

    [Fact]
    public void The_order_of_returns_changes_nothing() =>
        Gen.Select(Any, Gen.Int[0, 15], Gen.Shuffle(Enumerable.Range(0, 17).ToArray())).Sample((any, restating, order) =>
        {
            var returns = ReturnsOf(any.Months).ToList();
            returns.Add(returns[restating % returns.Count].Revision(2).Counting("KPI1", 1, 2));
            var shuffled = order.Where(i => i < returns.Count).Select(i => returns[i]).ToList();
            Assert.Equal(Everything(Histories.Assessed(any.Contract, returns, any.Months.Length)), Everything(Histories.Assessed(any.Contract, shuffled, any.Months.Length)));
        }, iter: 100);

    [Fact]
    public void Assessing_twice_is_the_same() => Any.Sample(any =>
        Assert.Equal(Everything(Assessed(any.Contract, any.Months)), Everything(Assessed(any.Contract, any.Months))), iter: 100);

    /// <summary>The last return, with or without, looked at on the same day: every period before it stays as it was.</summary>
    [Fact]
    public void A_later_return_changes_no_earlier_period() => Any.Sample(any =>
    {
        var returns = ReturnsOf(any.Months);
        var (with, without) = (Histories.Assessed(any.Contract, returns, any.Months.Length), Histories.Assessed(any.Contract, [.. returns.SkipLast(1)], any.Months.Length));
        Assert.Equal(with.Periods.SkipLast(1).Select(Everything), without.Periods.SkipLast(1).Select(Everything));
    }, iter: 100);

    /// <summary>Unless it restates them: then only from the period restated on.</summary>
    [Fact]
    public void A_restatement_changes_nothing_before_its_period() => Gen.Select(Any, Gen.Int[0, 15]).Sample((any, which) =>
    {
        if (any.Months.Length < 2) return;
        var at = which % (any.Months.Length - 1);
        var returns = ReturnsOf(any.Months);
        var restating = returns[^1].Restating(returns[at].Figures.Month.ToString("uuuu-MM", null), "KPI1", Counted(1, 3));
        var (before, after) = (Assessed(any.Contract, any.Months), Histories.Assessed(any.Contract, [.. returns.SkipLast(1), restating], any.Months.Length));
        Assert.Equal(before.Periods.Take(at).Select(Everything), after.Periods.Take(at).Select(Everything));
        Assert.Equal(Rational.Of(100, 3), after.Periods[at].Of("KPI1").Level);
    }, iter: 100);

    [Fact]
    public void No_two_alerts_share_a_key() => Any.Sample(any => Assert.Distinct(Assessed(any.Contract, any.Months).Alerts.Select(a => a.Key)), iter: 100);

    private static ContractAssessment Assessed(ContractDraft contract, Month[] months) => Histories.Assessed(contract, ReturnsOf(months), months.Length);
}
