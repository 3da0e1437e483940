using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Alerts;

/// <summary>What one failure more would bring about. On target is 99 %; 90 % costs 4 points, as a repeat 8.</summary>
public class NearAlertsTests
{
    private static IReadOnlyList<Alert> Near(ContractDraft contract, params string[] levels) =>
        [.. contract.Assessed("2024-12-20", Monthly("KPI1", "2024-04", levels)).ClockAlerts.Where(a => a.Event is AlertEvent.TriggerNear or AlertEvent.CapNear)];

    /// <summary>Three of four: after two failures within three periods one more is enough, as the first of them is still in the window.</summary>
    [Theory]
    [InlineData("99.5 99.5 99.5 99.5 99.5 99.5 99.5 90", 0)]
    [InlineData("99.5 99.5 99.5 99.5 99.5 90 99.5 90", 1)]
    [InlineData("99.5 99.5 99.5 99.5 90 99.5 99.5 90", 0)]
    [InlineData("99.5 99.5 99.5 99.5 99.5 90 90 99.5", 0)]
    [InlineData("99.5 99.5 99.5 99.5 99.5 90 90 90", 0)]
    public void A_persistent_failure(string levels, int told)
    {
        var near = Near(Contract(Kpi("KPI1")).Triggering(new Trigger.PersistentFailure(3, 4, "Sch 2.2, para 6")), levels.Split(' '));
        Assert.Equal(told, near.Count);
        if (told > 0) Assert.Equal("One failure more may be a Persistent failure: 2 failures of KPI1 so far, and 3 in 4 periods are a Persistent failure (Sch 2.2, para 6).", near[0].Text);
    }

    [Theory]
    [InlineData("99.5 99.5 99.5 99.5 99.5 99.5 90 90", 1)]
    [InlineData("99.5 99.5 99.5 99.5 99.5 90 90 90", 0)]
    [InlineData("99.5 99.5 99.5 99.5 99.5 99.5 99.5 90", 0)]
    public void Failures_in_a_row(string levels, int told) =>
        Assert.Equal(told, Near(Contract(Kpi("KPI1")).Triggering(new Trigger.ConsecutiveFailure(3, null)), levels.Split(' ')).Count);

    /// <summary>16 points in three periods. 4 + 8 stay when the next begins, and a repeat adds up to 8: 20. After 4 alone there are 4 + 8 = 12.
    /// After 4 + 8 + 8 it is reached, with 8 + 8 staying: nothing is near any more.</summary>
    [Theory]
    [InlineData("99.5 99.5 99.5 99.5 99.5 99.5 90 90", "12 Service Points stay in the window, one KPI can add up to 8, and 16 in 3 periods are a Critical Performance Failure")]
    [InlineData("99.5 99.5 99.5 99.5 99.5 99.5 99.5 90", null)]
    [InlineData("99.5 99.5 99.5 99.5 99.5 90 90 90", null)]
    [InlineData("99.5 99.5 99.5 99.5 99.5 90 90 99.5", null)]
    public void Points_in_a_window(string levels, string? why)
    {
        var near = Near(Contract(Kpi("KPI1")).Repeating().Triggering(new Trigger.CriticalPerformanceFailure(16, 3, false, null)), levels.Split(' '));
        Assert.Equal(why is null ? null : $"One failure more may be a Critical Performance Failure: {why}.", near.SingleOrDefault()?.Text);
    }

    /// <summary>4 points at 0.5 % of £100,000.00 are £2,000.00 a month. 0.6 % of the eight months' £800,000.00 so far are £4,800.00: with £2,000.00
    /// used and £2,000.00 of November £800.00 are left. 1 % are £8,000.00, of which £4,000.00 are left, twice what November took.</summary>
    [Theory]
    [InlineData("0.6", "Of the cap of 0.6 % of charges of 2024-04 to 2024-11 £800.00 are left; another credit like that of 2024-11, £2,000.00, would reach it.")]
    [InlineData("1", null)]
    public void A_rolling_cap(string percent, string? text)
    {
        var contract = Contract(Kpi("KPI1")).Crediting("0.5", CapOfLast12Months(percent));
        Assert.Equal(text, Near(contract, "99.5 99.5 99.5 99.5 99.5 90 99.5 90".Split(' ')).SingleOrDefault()?.Text);
    }

    /// <summary>A month's cap begins anew each month, so that nothing is near it.</summary>
    [Fact]
    public void A_cap_of_one_period_is_never_near() =>
        Assert.Empty(Near(Contract(Kpi("KPI1")).Crediting("0.5", CapOfPeriod("3")), "99.5 99.5 99.5 99.5 99.5 99.5 99.5 90".Split(' ')));
}
