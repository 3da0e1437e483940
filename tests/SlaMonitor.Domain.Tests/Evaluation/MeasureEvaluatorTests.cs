using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Evaluation;

public class MeasureEvaluatorTests
{
    /// <summary>The return is overdue on 16 May 2024. Below 96 % costs 4 points, and so does a level of zero.</summary>
    [Theory]
    [InlineData(Absence.WorstRung, "below the KPI Service Threshold: the return was not supplied", 4, null)]
    [InlineData(Absence.Zero, "below the KPI Service Threshold: the return was not supplied", 4, 0)]
    [InlineData(Absence.NotScored, "not scored: the return was not supplied", 0, null)]
    [InlineData(Absence.CannotTell, "cannot tell: the return was not supplied", 0, null)]
    public void When_the_whole_return_is_missing(Absence rule, string outcome, int points, int? level)
    {
        var result = Contract(Kpi("KPI1")).When(missing: rule, figureMissing: Absence.NotScored).Assessed("2024-05-16").In("2024-04").Of("KPI1");
        Assert.Equal((outcome, points), (result.Outcome.InWords(), result.Points));
        Assert.Equal(level is { } known ? (Rational)known : null, result.Level);
    }

    /// <summary>The return came, without this figure or with a word that there is none.</summary>
    [Theory]
    [InlineData(Absence.WorstRung, "below the KPI Service Threshold: its figure was not supplied", 4)]
    [InlineData(Absence.Zero, "below the KPI Service Threshold: its figure was not supplied", 4)]
    [InlineData(Absence.NotScored, "not scored: its figure was not supplied", 0)]
    [InlineData(Absence.CannotTell, "cannot tell: its figure was not supplied", 0)]
    public void When_one_figure_is_missing(Absence rule, string outcome, int points)
    {
        foreach (var supplied in new[] { Return("2024-04"), Return("2024-04").With("KPI1", new Measurement.NotSupplied()) })
        {
            var result = Contract(Kpi("KPI1")).When(missing: Absence.NotScored, figureMissing: rule).Assessed("2024-05-16", supplied).In("2024-04").Of("KPI1");
            Assert.Equal((outcome, points), (result.Outcome.InWords(), result.Points));
        }
    }

    /// <summary>64 of 300 are 21.3333... %, which is 2/3 of a per cent from 22 %.</summary>
    [Fact]
    public void A_distance_is_shown_in_the_unit_and_cut_off_as_a_level_is()
    {
        var result = Contract(Pi("P").On(LadderOf(Polarity.NearestTo, "22", "0.5", (null, 0)))).Assessed("2024-05-20", Return("2024-04").Counting("P", 64, 300)).In("2024-04").Of("P");
        Assert.Equal("|21.333333... % - 22 %| = 0.666666... % > 0.5 %", result.Working()[^1].Arithmetic);
    }

    /// <summary>Zero is where the contract puts it: of a Subsidiary PI that is better the lower it is, on target.</summary>
    [Fact]
    public void A_zero_lands_where_the_ladder_has_it() => Assert.Equal(
        new Outcome.Met(),
        Contract(Pi("PI1").On(Ladder.TargetOnly(Polarity.Lower, 5, 0))).When(Absence.Zero, Absence.Zero).Assessed("2024-05-16").In("2024-04").Of("PI1").Outcome);

    /// <summary>An information figure has no rung to fail at.</summary>
    [Fact]
    public void A_missing_figure_without_a_target_is_not_scored() => Assert.Equal(
        new Outcome.NotScored(Reason.ReturnMissing),
        Contract(Pi("PI1") with { Ladder = null, Kind = IndicatorKind.InformationOnly }).Assessed("2024-05-16").In("2024-04").Of("PI1").Outcome);

    /// <summary>Nothing to measure: said outright, or none of none.</summary>
    [Theory]
    [InlineData(NoActivityRule.NotScored, "not scored: nothing to measure")]
    [InlineData(NoActivityRule.Met, "met")]
    public void A_period_without_activity(NoActivityRule rule, string outcome)
    {
        var contract = Contract(Kpi("KPI1") with { WhenNoActivity = rule });
        foreach (var nothing in new[] { Nothing, Counted(0, 0) })
        {
            var result = contract.Assessed("2024-05-20", Return("2024-04").With("KPI1", nothing)).In("2024-04").Of("KPI1");
            Assert.Equal((outcome, 0), (result.Outcome.InWords(), result.Points));
            Assert.Null(result.Level);
        }
    }

    /// <summary>96.5, then nothing to measure, then 96.5: the gap breaks the chain, 3 and 3; or it bridges it, 3 and 3 x 2.</summary>
    [Theory]
    [InlineData(GapInRun.Breaks, new[] { 3, 0, 3 })]
    [InlineData(GapInRun.Bridges, new[] { 3, 0, 6 })]
    public void A_gap_in_a_run_of_failures(GapInRun gap, int[] points)
    {
        var assessed = Contract(Kpi("KPI1")).Repeating(gap: gap).Assessed(
            "2024-07-20", Return("2024-04").Stating("KPI1", "96.5"), Return("2024-05").With("KPI1", Nothing), Return("2024-06").Stating("KPI1", "96.5"));
        Assert.Equal(points, assessed.PointsOf("KPI1"));
    }

    /// <summary>A missing return fails at the worst rung and is a link of the chain: 4, 4 x 2.</summary>
    [Fact]
    public void A_missing_return_counts_in_the_chain() =>
        Assert.Equal([4, 8], Contract(Kpi("KPI1")).Repeating().Assessed("2024-06-20").PointsOf("KPI1"));

    /// <summary>Satisfaction of 4.86 from 486 points of 100 answers, against 4.5.</summary>
    [Fact]
    public void A_mean_of_a_scale() => Level("4.86 of 5", new MeanOfScale("scores", 1, 5), "of 5", ("total", 486), ("responses", 100));

    [Fact]
    public void A_count() => Level("12.00 incidents", new Count("incidents"), "incidents", ("count", 12));

    [Fact]
    public void A_stock() => Level("7.00 requests", new Stock("requests"), "requests", ("stock", 7));

    /// <summary>3 of 120 failed: (120 - 3) / 120 = 97.5 %.</summary>
    [Fact]
    public void A_ratio_named_by_its_failures() => Level("97.50 %", new RatioOfCounts(null, "failed changes", "changes"), "%", ("allBut", 3), ("to", 120));

    /// <summary>As a share and not in per cent: 117 / 120 = 0.975.</summary>
    [Fact]
    public void A_ratio_as_a_share() => Level("0.98", new RatioOfCounts("good", null, "all"), "", ("of", 117), ("to", 120));

    [Theory]
    [InlineData(1, "met")]
    [InlineData(0, "target missed")]
    public void An_answer_is_met_by_yes(int answer, string outcome)
    {
        var asked = Pi("PI1").Measuring(new YesNo("Was the plan tested?"), "") with { Ladder = null };
        var result = Contract(asked).Assessed("2024-05-20", Return("2024-04").With("PI1", Measured(("answer", answer)))).In("2024-04").Of("PI1");
        Assert.Equal((outcome, answer == 1 ? "yes" : "no"), (result.Outcome.InWords(), asked.Show(result.Level!.Value)));
    }

    /// <summary>Service hours of January 2029 need bank holidays that are not known.</summary>
    [Fact]
    public void An_availability_whose_minutes_are_not_known_cannot_be_told()
    {
        var contract = Contract(Kpi("KPI1").Measuring(new Availability("core", 0))).Lasting("2028-11-01", "1 year") with
        {
            Calendars = [new("core", Domain.Calendars.WeeklyHours.Parse("Mon-Fri 08:00-18:00"), ClosedOnHolidays: true)],
        };
        var result = contract.Assessed("2029-02-20", Return("2029-01").With("KPI1", Measured(("downtime", 5)))).In("2029-01").Of("KPI1");
        Assert.Equal(new Outcome.CannotTell(Reason.HolidaysUnknown), result.Outcome);
    }

    /// <summary>Every number of the line is one the officer can put into a calculator.</summary>
    [Fact]
    public void The_working_shows_inputs_arithmetic_and_outcome()
    {
        var lines = Contract(Kpi("KPI1") with { Clause = "Sch 2.2, para 4" }).Repeating().Assessed("2024-06-20", [.. Monthly("KPI1", "2024-04", "98"), Return("2024-05").Counting("KPI1", 138, 143)])
            .In("2024-05").Of("KPI1").Working();
        Assert.Equal(
            [
                new("Sch 2.2, para 4", "cases in time / cases", "cases in time: 138; cases: 143", "138 / 143 x 100", "96.503496... %"),
                new("Sch 2.2, para 4", "Target from 99 %; Minor from 98 %; Serious from 97 %; Severe from 96 %; below the KPI Service Threshold otherwise", "96.503496... %", "96.503496... % >= 96 % and < 97 %", "Severe KPI Failure: 3 Service Points"),
                new WorkingLine(null, "Repeat KPI Failure: P x 2", "second failure in a row", "3 x 2", "6 Service Points"),
            ],
            lines);
    }

    private static void Level(string shown, Measure measure, string unit, params (string, Rational)[] parts)
    {
        var indicator = Pi("PI1").Measuring(measure, unit) with { Ladder = null };
        var result = Contract(indicator).Assessed("2024-05-20", Return("2024-04").With("PI1", Measured(parts))).In("2024-04").Of("PI1");
        Assert.Equal((shown, new Outcome.NotScored(Reason.NoTarget)), (indicator.Show(result.Level!.Value), result.Outcome));
    }
}
