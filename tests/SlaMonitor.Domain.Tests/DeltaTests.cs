using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests;

/// <summary>£100,000.00 a month and 1 % a point on the sample ladder, repeats counting twice.</summary>
public class DeltaTests
{
    private static readonly ContractDraft Crediting = Contract(Kpi("KPI1"), Kpi("KPI2")).Repeating().Crediting("1").Triggering(new Trigger.PersistentFailure(2, 2, null));

    /// <summary>KPI1 96.5, 98.5, 99: 3, 1 x 2, 0 points. KPI2 always on target.</summary>
    private static readonly IReadOnlyList<SupplierReturn> Supplied =
        [.. new[] { "96.5", "98.5", "99" }.Select((level, i) => Return($"2024-0{4 + i}").Stating("KPI1", level).Stating("KPI2", "99"))];

    private static readonly ContractAssessment Before = Crediting.Assessed("2024-07-20", Supplied);

    [Fact]
    public void Alike_is_alike()
    {
        var delta = Delta.Between(Before, Crediting.Assessed("2024-07-20", Supplied.Reverse()));
        Assert.Empty(delta.Periods);
        Assert.Equal((0, Money.Zero, Money.Zero, true), (delta.Points, delta.Payable, delta.Withheld, delta.IsWhole));
    }

    /// <summary>April relieved: 0 instead of 3. May is no repeat then: 1 instead of 2, and one failure is not persistent.</summary>
    [Fact]
    public void A_relief_moves_its_period_and_what_follows_from_it()
    {
        var delta = Delta.Between(Before, Crediting.Assessed("2024-07-20", Decided(Accepted("2024-04", "KPI1", "2024-07-01")), Supplied));
        Assert.Equal([("2024-04", -3, "-3000.00"), ("2024-05", -1, "-1000.00")], delta.Periods.Select(p => ($"{p.After!.Period}", p.Points, p.Payable!.Value.ToPlainText())));
        Assert.Equal((-4, "-4000.00"), (delta.Points, delta.Payable.ToPlainText()));
        Assert.Equal(["KPI1"], delta.Periods[0].Results.Select(r => r.Code));
        Assert.Equal(["Persistent failure"], delta.Periods[1].TriggersGone.Select(t => t.Trigger.Title));
        Assert.Empty(delta.Periods[1].TriggersNew);
    }

    /// <summary>The other way round every sign turns.</summary>
    [Fact]
    public void Turned_round_it_is_the_same_with_the_sign_changed()
    {
        var delta = Delta.Between(Crediting.Assessed("2024-07-20", Decided(Accepted("2024-04", "KPI1", "2024-07-01")), Supplied), Before);
        Assert.Equal([3, 1], delta.Periods.Select(p => p.Points));
        Assert.Equal(["Persistent failure"], delta.Periods[1].TriggersNew.Select(t => t.Trigger.Title));
    }

    /// <summary>A variation that doubles the rate moves money and no result.</summary>
    [Fact]
    public void Another_rate_moves_money_alone()
    {
        var delta = Delta.Between(Before, Crediting.Crediting("2").Assessed("2024-07-20", Supplied));
        Assert.Equal(["3000.00", "2000.00"], delta.Periods.Select(p => p.Payable!.Value.ToPlainText()));
        Assert.All(delta.Periods, p => Assert.Empty(p.Results));
    }

    /// <summary>An indicator that the variation drops applies on one side only.</summary>
    [Fact]
    public void An_indicator_may_be_on_one_side_only()
    {
        var delta = Delta.Between(Before, (Crediting with { Indicators = [Kpi("KPI1")] }).Assessed("2024-07-20", Supplied));
        Assert.Equal(3, delta.Periods.Count);
        Assert.All(delta.Periods, p => Assert.True(p.Results.Single() is { Code: "KPI2", Before: not null, After: null }));
    }

    /// <summary>On 20 June June has not ended.</summary>
    [Fact]
    public void A_period_may_be_on_one_side_only()
    {
        var june = Delta.Between(Crediting.Assessed("2024-06-20", Supplied), Before).Periods.Single();
        Assert.Equal((null, "2024-06", 0), (june.Before, $"{june.After!.Period}", june.Points));
        Assert.Equal(Money.Zero, june.Payable);
    }

    /// <summary>On 10 July June's return is not due yet, and its credit cannot be told.</summary>
    [Fact]
    public void What_cannot_be_told_on_one_side_has_no_difference()
    {
        var delta = Delta.Between(Crediting.Assessed("2024-07-10", Supplied.SkipLast(1)), Before);
        Assert.Equal((1, null, false), (delta.Periods.Count, delta.Periods[0].Payable, delta.IsWhole));
    }

    [Fact]
    public void Different_contracts_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => Delta.Between(Before, (Crediting with { Code = "other" }).Assessed("2024-07-20")));
}
