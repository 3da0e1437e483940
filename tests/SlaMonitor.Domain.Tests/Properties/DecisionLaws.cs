using CsCheck;
using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;
using static SlaMonitor.Domain.Tests.Properties.Histories;

namespace SlaMonitor.Domain.Tests.Properties;

/// <summary>What holds for decisions under every contract and every history of returns.</summary>
public class DecisionLaws
{
    private static readonly Gen<(ContractDraft Contract, Month[] Months)> Any = Gen.Select(AnyContract, Months);

    /// <summary>Some months' KPIs, each claimed, accepted, part-accepted, rejected or disputed.</summary>
    private static readonly Gen<Decision[]> Decisions =
        from seeds in Gen.Select(Gen.Int[0, 15], Gen.Int[1, 2], Gen.Int[0, 4]).Array[0, 12]
        select seeds.DistinctBy(s => (s.Item1, s.Item2)).Select(s => Of(s.Item1, $"KPI{s.Item2}", s.Item3)).ToArray();

    [Fact]
    public void The_order_of_decisions_changes_nothing() => Gen.Select(Any, Decisions).Sample((any, decisions) => Assert.Equal(
        Everything(Assessed(any.Contract, any.Months, decisions)), Everything(Assessed(any.Contract, any.Months, [.. decisions.Reverse()]))), iter: 100);

    /// <summary>Composites aside: what is left out of one may have been its best part.</summary>
    [Fact]
    public void An_accepted_relief_never_costs_points() => Gen.Select(Any, Gen.Int[0, 15], Gen.Bool).Sample((any, which, first) =>
    {
        var relief = Of(which % any.Months.Length, first ? "KPI1" : "KPI2", 1);
        var (before, after) = (Assessed(any.Contract, any.Months), Assessed(any.Contract, any.Months, relief));
        Assert.All(before.Periods.Zip(after.Periods), p => Assert.True(p.Second.Points <= p.First.Points, $"{p.First.Period}"));
    }, iter: 300);

    [Fact]
    public void Claims_rejections_and_disputes_change_no_result() => Gen.Select(Any, Decisions).Sample((any, decisions) =>
    {
        var idle = decisions.Where(d => d is not (Decision.ReliefAccepted or Decision.ReliefPartAccepted)).ToArray();
        Assert.Empty(Delta.Between(Assessed(any.Contract, any.Months), Assessed(any.Contract, any.Months, idle)).Periods);
    }, iter: 100);

    [Fact]
    public void A_decision_changes_nothing_before_its_period() => Gen.Select(Any, Gen.Int[0, 15]).Sample((any, which) =>
    {
        var at = which % any.Months.Length;
        var (before, after) = (Assessed(any.Contract, any.Months), Assessed(any.Contract, any.Months, Of(at, "KPI1", 2)));
        Assert.Equal(before.Periods.Take(at).Select(Everything), after.Periods.Take(at).Select(Everything));
    }, iter: 100);

    /// <summary>The parts of a difference add up to the whole of it, and turned round it has the other sign.</summary>
    [Fact]
    public void A_delta_adds_up() => Gen.Select(Any, Decisions).Sample((any, decisions) =>
    {
        var (before, after) = (Assessed(any.Contract, any.Months), Assessed(any.Contract, any.Months, decisions));
        var (delta, back) = (Delta.Between(before, after), Delta.Between(after, before));
        Assert.Equal(delta.Points, delta.Periods.Sum(p => p.Points));
        Assert.Equal(delta.Points, delta.Periods.Sum(p => p.Results.Sum(r => r.Points)));
        Assert.Equal(delta.Payable.Pence, delta.Periods.Aggregate(Money.Zero, (sum, p) => sum + p.Payable!.Value).Pence);
        Assert.Equal((-delta.Points, -delta.Payable.Pence), (back.Points, back.Payable.Pence));
    }, iter: 100);

    private static Decision Of(int index, string code, int kind)
    {
        var month = new YearMonth(2024, 4).PlusMonths(index);
        var taken = On("2024-05-01") with { On = month.PlusMonths(1).OnDayOfMonth(9) };
        return kind switch
        {
            0 => new Decision.ReliefClaimed(month, code, taken),
            1 => new Decision.ReliefAccepted(month, code, taken),
            2 => new Decision.ReliefPartAccepted(month, code, Figures(("of", 3), ("to", 4)), taken),
            3 => new Decision.ReliefRejected(month, code, taken),
            _ => new Decision.DisputeOpened(month, code, taken),
        };
    }

    private static ContractAssessment Assessed(ContractDraft contract, Month[] months, params IReadOnlyList<Decision> decisions) =>
        Histories.Assessed(contract, ReturnsOf(months), months.Length, decisions);
}
