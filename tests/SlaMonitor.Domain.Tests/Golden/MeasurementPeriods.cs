using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>Indicators measured over several Service Periods. The first quarter, April to June 2024: 90 of 100, 196 of 200,
/// 100 of 100 in time.</summary>
public class MeasurementPeriods
{
    private static readonly SupplierReturn[] FirstQuarter =
    [
        Return("2024-04").Counting("KPI1", 90, 100), Return("2024-05").Counting("KPI1", 196, 200), Return("2024-06").Counting("KPI1", 100, 100),
    ];

    /// <summary>Pooled: (90 + 196 + 100) / (100 + 200 + 100) = 386 / 400 = 96.5 %, Severe, 3 points. Averaged:
    /// (90 + 98 + 100) / 3 = 96 %, Severe too.</summary>
    [Theory]
    [InlineData(TakenTogether.Pooled, "96.5")]
    [InlineData(TakenTogether.Averaged, "96")]
    public void A_quarter_is_scored_in_its_last_month(TakenTogether taken, string level)
    {
        var assessed = Contract(Kpi("KPI1").Over(3, taken)).Assessed("2024-07-20", FirstQuarter);
        Assert.Equal([0, 0, 3], assessed.PointsOf("KPI1"));
        Assert.Equal([null, null, N(level)], assessed.Periods.Select(p => p.Of("KPI1").Level));
        Assert.All(assessed.Periods.Take(2), p => Assert.Equal(new Outcome.NotScored(Reason.MeasurementPeriodOpen), p.Of("KPI1").Outcome));
    }

    /// <summary>Every Service Period that went in has its line, then the sums.</summary>
    [Fact]
    public void The_working_shows_every_month_that_went_in() => Assert.Equal(
        [
            "2024-04: cases in time / cases | 90 / 100 x 100 | 90 %",
            "2024-05: cases in time / cases | 196 / 200 x 100 | 98 %",
            "2024-06: cases in time / cases | 100 / 100 x 100 | 100 %",
            "Measurement Period of 3 months, pooled | 386 / 400 x 100 | 96.5 %",
        ],
        Contract(Kpi("KPI1").Over(3, TakenTogether.Pooled)).Assessed("2024-07-20", FirstQuarter).In("2024-06").Of("KPI1").Working()
            .Take(4).Select(l => $"{l.Rule} | {l.Arithmetic} | {l.Outcome}"));

    /// <summary>April restated to 100 of 100 in July's return: 396 / 400 = 99 %, on target.</summary>
    [Fact]
    public void A_restated_month_changes_its_quarter()
    {
        var july = Return("2024-07").Counting("KPI1", 10, 10).Restating("2024-04", "KPI1", Counted(100, 100));
        var assessed = Contract(Kpi("KPI1").Over(3, TakenTogether.Pooled)).Assessed("2024-08-20", [.. FirstQuarter, july]);
        Assert.Equal((N("99"), new Outcome.Met()), (assessed.In("2024-06").Of("KPI1").Level!.Value, assessed.In("2024-06").Of("KPI1").Outcome));
    }

    /// <summary>Quarters of 96.5 (3 points), 98.5 (1 x 2), 99 (none), 96.5 (3): a repeat is of the quarter before, whatever the
    /// months between come to.</summary>
    [Theory]
    [InlineData(GapInRun.Breaks)]
    [InlineData(GapInRun.Bridges)]
    public void A_repeat_is_of_consecutive_measurement_periods(GapInRun gap)
    {
        int[] good = [965, 985, 990, 965];
        var returns = Enumerable.Range(0, 12).Select(i => Return(Name(i)).Counting("KPI1", good[i / 3], 1000));
        var assessed = Contract(Kpi("KPI1").Over(3, TakenTogether.Pooled)).Repeating(gap: gap).Assessed("2025-04-20", returns);
        Assert.Equal([0, 0, 3, 0, 0, 2, 0, 0, 0, 0, 0, 3], assessed.PointsOf("KPI1"));
    }

    /// <summary>Over 2 months pooled: April alone is too short; then 286 / 300 = 95.33 %, 296 / 300 = 98.67 %. With what there
    /// is, April is 90 %.</summary>
    [Theory]
    [InlineData(UntilFull.NotScored, null)]
    [InlineData(UntilFull.WithWhatThereIs, "90")]
    public void A_rolling_period_is_scored_in_every_month_once_it_is_full(UntilFull untilFull, string? first)
    {
        var assessed = Contract(Kpi("KPI1").Rolling(2, untilFull, TakenTogether.Pooled)).Assessed("2024-07-20", FirstQuarter);
        Assert.Equal([first is null ? null : N(first), Rational.Of(28600, 300), Rational.Of(29600, 300)], assessed.Periods.Select(p => p.Of("KPI1").Level));
        if (first is null) Assert.Equal(new Outcome.NotScored(Reason.HistoryTooShort), assessed.In("2024-04").Of("KPI1").Outcome);
    }

    /// <summary>A calendar half-year from January, so the first is April to June; a contract of two months ends its quarter with
    /// its own end.</summary>
    [Fact]
    public void The_first_and_the_last_may_be_cut_short()
    {
        var half = Kpi("KPI1") with { MeasurementPeriod = new MeasurementPeriod.Every(6, 1, TakenTogether.Pooled) };
        Assert.Equal(N("96.5"), Contract(half).Assessed("2024-07-20", FirstQuarter).In("2024-06").Of("KPI1").Level);
        var brief = Contract(Kpi("KPI1").Over(3, TakenTogether.Pooled)).Lasting("2024-04-01", "2 months");
        Assert.Equal(Rational.Of(28600, 300), brief.Assessed("2024-07-20", FirstQuarter.Take(2)).In("2024-05").Of("KPI1").Level);
    }

    /// <summary>From 1 June the quarter's target is another, but it is measured alike: judged by the terms of its last month.
    /// Where it is measured otherwise, the quarter begun ends with May: 286 / 300.</summary>
    [Fact]
    public void A_variation_within_a_quarter()
    {
        var quarterly = Kpi("KPI1").Over(3, TakenTogether.Pooled);
        var easier = new[] { Contract(quarterly), Contract(quarterly.On(HigherIsBetter("96", (null, 1)))).EffectiveFrom("2024-06-01") };
        Assert.Equal(new Outcome.Met(), easier.Assessed("2024-07-20", FirstQuarter).In("2024-06").Of("KPI1").Outcome);
        var monthly = new[] { Contract(quarterly), Contract(Kpi("KPI1")).EffectiveFrom("2024-06-01") };
        Assert.Equal([null, Rational.Of(28600, 300), N("100")], monthly.Assessed("2024-07-20", FirstQuarter).Periods.Select(p => p.Of("KPI1").Level));
    }

    /// <summary>May is left out: as the worst rung it decides the quarter; not scored, 190 / 200 = 95 %. Not due yet, June keeps
    /// it open.</summary>
    [Fact]
    public void A_missing_month_counts_as_the_contract_says()
    {
        var quarterly = Contract(Kpi("KPI1").Over(3, TakenTogether.Pooled));
        SupplierReturn[] withoutMay = [FirstQuarter[0], Return("2024-05"), FirstQuarter[2]];
        var worst = quarterly.Assessed("2024-07-20", withoutMay).In("2024-06").Of("KPI1");
        Assert.Equal((new Outcome.Failed(RungName.BelowThreshold, Reason.FigureMissing), 4), (worst.Outcome, worst.Points));
        var leftOut = quarterly.When(Absence.NotScored, Absence.NotScored).Assessed("2024-07-20", withoutMay).In("2024-06").Of("KPI1");
        Assert.Equal(N("95"), leftOut.Level);
        var open = quarterly.Assessed("2024-07-05", FirstQuarter.Take(2)).In("2024-06").Of("KPI1");
        Assert.Equal(new Outcome.CannotTell(Reason.ReturnAwaited), open.Outcome);
    }

    /// <summary>A level of 99 % without parts in May cannot be pooled, and can be averaged: (90 + 99 + 100) / 3.</summary>
    [Fact]
    public void A_level_without_its_parts_cannot_be_pooled()
    {
        SupplierReturn[] stated = [FirstQuarter[0], Return("2024-05").Stating("KPI1", "99"), FirstQuarter[2]];
        Assert.Equal(
            new Outcome.Failed(RungName.BelowThreshold, Reason.PartsNotSupplied),
            Contract(Kpi("KPI1").Over(3, TakenTogether.Pooled)).Assessed("2024-07-20", stated).In("2024-06").Of("KPI1").Outcome);
        Assert.Equal(Rational.Of(289, 3), Contract(Kpi("KPI1").Over(3, TakenTogether.Averaged)).Assessed("2024-07-20", stated).In("2024-06").Of("KPI1").Level);
    }

    /// <summary>June's return gives 386 of 400 for the quarter; April's and May's leave it out, which is no missing figure. Given
    /// in April all the same, it is passed over.</summary>
    [Fact]
    public void A_figure_reported_at_the_end()
    {
        var contract = Contract(Kpi("KPI1").Over(3, TakenTogether.ReportedAtEnd));
        var assessed = contract.Assessed("2024-07-20", Return("2024-04").Counting("KPI1", 1, 100), Return("2024-05"), Return("2024-06").Counting("KPI1", 386, 400));
        Assert.Equal([null, null, N("96.5")], assessed.Periods.Select(p => p.Of("KPI1").Level));
        Assert.Empty(ReturnChecks.Of(new([contract.Terms()]), Return("2024-05"), BankHolidays.Current));
    }

    /// <summary>Around the clock 60 minutes are permitted in each month. April takes 100 (40 over), May none, June 60: permitted
    /// 60 + 0 + 60 = 120, downtime 40. April to June have 43,200 + 44,640 + 43,200 = 131,040 minutes:
    /// (131,040 - 120 - 40) / (131,040 - 120).</summary>
    [Fact]
    public void Maintenance_unused_in_one_month_is_not_carried_to_another()
    {
        var kpi = Kpi("KPI1").Measuring(new Availability(null, 60)).Over(3, TakenTogether.Pooled);
        var returns = new[] { 100, 0, 60 }.Select((minutes, i) => Return(Name(i)).With("KPI1", Measured(("downtime", 0), ("maintenance", minutes))));
        Assert.Equal(Rational.Of(130_880, 130_920) * 100, Contract(kpi).Assessed("2024-07-20", returns).In("2024-06").Of("KPI1").Level);
    }

    /// <summary>In April and May a quarterly part is not missing, even where missing parts count as zero.</summary>
    [Fact]
    public void A_part_whose_period_runs_on_is_left_out_of_a_composite()
    {
        var composite = Composite("TOP", new Combination.WeightedMean([Weight("KPI1", "50"), Weight("A", "50")], [], MissingPart.Zero));
        var assessed = Contract(Kpi("KPI1").Over(3, TakenTogether.Pooled), Pi("A"), composite)
            .Assessed("2024-07-20", FirstQuarter.Select(r => r.Counting("A", 80, 100)));
        Assert.Equal([N("80"), N("80"), N("88.25")], assessed.Periods.Select(p => p.Of("TOP").Level)); // (96.5 + 80) / 2
    }

    private static string Name(int month) => ServicePeriod.NameOf(Month("2024-04").PlusMonths(month));
}
