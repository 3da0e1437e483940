using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>Two KPIs on the sample ladder, £100,000.00 a month, 1 % a point; below the threshold on more than half of the KPIs
/// measured is an Unacceptable KPI Failure.</summary>
public class ChargesWithheldInstead
{
    private static readonly ContractDraft Crediting = Contract(Kpi("KPI1"), Kpi("KPI2")).Repeating().Crediting("1")
        .Triggering(new Trigger.UnacceptableKpiFailure(Percent("50"), "para 3"), new Trigger.CriticalPerformanceFailure(8, 1, false, null));

    /// <summary>95 and 95: 4 + 4 points, £8,000.00. Then 98.5 and 99: a repeat, 1 x 2, £2,000.00.</summary>
    private static readonly IReadOnlyList<SupplierReturn> Unacceptable =
        [Return("2024-04").Stating("KPI1", "95").Stating("KPI2", "95"), Return("2024-05").Stating("KPI1", "98.5").Stating("KPI2", "99")];

    [Fact]
    public void Without_it_points_and_credits_accrue()
    {
        var assessed = Crediting.Assessed("2024-06-20", Unacceptable);
        Assert.Equal([(8, Pounds("8000.00")), (2, Pounds("2000.00"))], assessed.Periods.Select(p => (p.Points, p.Credit!.Payable!.Value)));
        Assert.Equal(2, assessed.In("2024-04").Triggers.Count);
    }

    /// <summary>The failures remain what they were, so that those of the month after are repeats.</summary>
    [Theory]
    [InlineData(null, "100000.00")]
    [InlineData("60000.00", "60000.00")]
    public void With_it_they_do_not(string? amount, string withheld)
    {
        var assessed = Crediting.Assessed("2024-06-20", Decided(Withheld("2024-04", "2024-06-01", amount)), Unacceptable);
        Assert.Equal([(0, Money.Zero), (2, Pounds("2000.00"))], assessed.Periods.Select(p => (p.Points, p.Credit!.Payable!.Value)));
        Assert.Equal(Pounds(withheld), assessed.Withheld);
        var april = assessed.In("2024-04");
        Assert.Equal(["Unacceptable KPI Failure"], april.Triggers.Select(t => t.Trigger.Title));
        Assert.Equal(new Outcome.Failed(RungName.BelowThreshold, null), april.Of("KPI1").Outcome);
        Assert.Equal("0 Service Points", april.Of("KPI1").Working()[^1].Outcome);
        Assert.Equal(["2 / 2 > 50 %", amount is null ? "the whole of the period's Service Charges" : ""], april.Withholding!.Working().Select(w => w.Arithmetic));
        Assert.Empty(assessed.Problems);
    }

    [Fact]
    public void It_counts_from_the_day_it_is_dated() =>
        Assert.Equal(8, Crediting.Assessed("2024-05-31", Decided(Withheld("2024-04", "2024-06-01")), Unacceptable).In("2024-04").Points);

    /// <summary>95 and 96: one of two is not more than half.</summary>
    [Fact]
    public void Without_the_trigger_it_counts_for_nothing_and_is_told()
    {
        var assessed = Crediting.Assessed(
            "2024-06-20", Decided(Disputed("2024-04", "KPI1", "2024-06-01"), Withheld("2024-04", "2024-06-01")),
            Return("2024-04").Stating("KPI1", "95").Stating("KPI2", "96"));
        Assert.Equal((7, Pounds("7000.00")), (assessed.In("2024-04").Points, assessed.In("2024-04").Credit!.Payable!.Value)); // 4 + 3
        Assert.Equal(
            (DecisionProblems.TriggerNotReached, "decisions[1]", "1 of 2 KPIs measured below their threshold"),
            assessed.Problems.Select(p => (p.Code, p.Path, p.Found)).Single());
    }

    /// <summary>With KPI1 relieved, 1 of 1 KPI measured is below: more than half.</summary>
    [Fact]
    public void A_relieved_KPI_is_not_among_those_measured() => Assert.Equal(
        Pounds("100000.00"),
        Crediting.Assessed("2024-06-20", Decided(Accepted("2024-04", "KPI2", "2024-06-01"), Withheld("2024-04", "2024-06-01")), Return("2024-04").Stating("KPI1", "95").Stating("KPI2", "96")).Withheld);
}
