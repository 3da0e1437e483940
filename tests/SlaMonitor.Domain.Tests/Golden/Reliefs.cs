using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>On the sample ladder, repeats counting twice: 96.5, 96.5, 96.5 is 3, 6, 6.</summary>
public class Reliefs
{
    private static readonly ContractDraft Repeating = Contract(Kpi("KPI1")).Repeating();

    private static readonly IReadOnlyList<SupplierReturn> ThreeSevere = [.. Monthly("KPI1", "2024-04", "96.5", "96.5", "96.5")];

    [Theory]
    [InlineData("2024-05-09", "3")] // dated the day after
    [InlineData("2024-05-10", "0")]
    public void An_accepted_relief_takes_the_failure_out_from_the_day_it_is_dated(string asOf, string points) => Assert.Equal(
        points, $"{Repeating.Assessed(asOf, Decided(Accepted("2024-04", "KPI1", "2024-05-10")), ThreeSevere).In("2024-04").Points}");

    [Fact]
    public void It_shows_who_when_why_and_what_would_have_been()
    {
        var result = Repeating.Assessed("2024-07-20", Decided(Accepted("2024-05", "KPI1", "2024-06-20")), ThreeSevere).In("2024-05").Of("KPI1");
        Assert.Equal(new Outcome.NotScored(Reason.Relieved), result.Outcome);
        Assert.IsType<Measurement.Relieved>(result.Measurement);
        Assert.Equal(6, result.Without!.Points); // 3 x 2
        Assert.Equal(
            new WorkingLine(null, "Relief accepted", "service review board, 20 June 2024: the cause lay with the client (without it: Severe KPI Failure, 6 Service Points)", "", "not scored: relieved"),
            result.Working()[^1]);
    }

    /// <summary>Unless the contract says that it breaks the run: then the third failure is a first one.</summary>
    [Theory]
    [InlineData(GapInRun.Bridges, new[] { 3, 0, 6 })]
    [InlineData(GapInRun.Breaks, new[] { 3, 0, 3 })]
    public void It_breaks_no_run_and_counts_in_none(GapInRun whenRelieved, int[] points)
    {
        var contract = Repeating with { Points = new(new RepeatRule(2, GapInRun.Breaks, whenRelieved), null) };
        Assert.Equal(points, contract.Assessed("2024-07-20", Decided(Accepted("2024-05", "KPI1", "2024-06-20")), ThreeSevere).PointsOf("KPI1"));
    }

    /// <summary>A month on target breaks the run, relief or not: 3, 0, 3.</summary>
    [Fact]
    public void There_is_nothing_to_relieve_in_a_month_on_target()
    {
        var assessed = Repeating.Assessed("2024-07-20", Decided(Accepted("2024-05", "KPI1", "2024-06-20")), Monthly("KPI1", "2024-04", "96.5", "99", "96.5"));
        Assert.Equal([3, 0, 3], assessed.PointsOf("KPI1"));
        Assert.IsType<Outcome.Met>(assessed.In("2024-05").Of("KPI1").Outcome);
        Assert.Equal("nothing to relieve", assessed.In("2024-05").Of("KPI1").Working()[^1].Outcome);
    }

    /// <summary>193 / 200 = 96.5 %, three points. Without 4 cases that the client caused, 193 / 196 = 98.47 %, one.</summary>
    [Fact]
    public void A_part_accepted_relief_is_evaluated_from_the_adjusted_parts()
    {
        var returned = Return("2024-04").With("KPI1", Counted(193, 200).AndStating("99"));
        var result = Repeating.Assessed("2024-05-20", Decided(PartAccepted("2024-04", "KPI1", "2024-05-20", ("of", 193), ("to", 196))), returned).In("2024-04").Of("KPI1");
        Assert.Equal((new Outcome.Failed(RungName.Minor, null), 1, 3), (result.Outcome, result.Points, result.Without!.Points));
        Assert.Equal("193 / 200 x 100", result.Working()[0].Arithmetic);
        Assert.Contains("193 / 196 x 100", result.Working().Select(w => w.Arithmetic));
        Assert.NotNull(result.Mismatch); // what the supplier stated is as wrong as before
    }

    /// <summary>The return never came; under the relief its parts are agreed.</summary>
    [Fact]
    public void A_figure_that_never_came_can_be_relieved_in_part_too()
    {
        var result = Repeating.Assessed("2024-06-20", Decided(PartAccepted("2024-04", "KPI1", "2024-06-01", ("of", 99), ("to", 100)))).In("2024-04").Of("KPI1");
        Assert.Equal((new Outcome.Met(), 4), (result.Outcome, result.Without!.Points));
    }

    [Fact]
    public void A_claim_changes_nothing_and_shows_on_the_period_until_it_is_decided()
    {
        var decisions = Decided(Claimed("2024-04", "KPI1", "2024-05-10"), Rejected("2024-04", "KPI1", "2024-05-31"));
        var open = Repeating.Assessed("2024-05-30", decisions, ThreeSevere).In("2024-04");
        Assert.Equal(3, open.Points);
        Assert.Equal(
            ("riverside-ict/reliefUndecided/KPI1/2024-04", "KPI1 The indicator KPI1: the relief claimed on 10 May 2024 is not decided."),
            open.Alerts.Where(a => a.Event == AlertEvent.ReliefUndecided).Select(a => (a.Key, a.Text)).Single());
        var rejected = Repeating.Assessed("2024-05-31", decisions, ThreeSevere).In("2024-04");
        Assert.Equal(3, rejected.Points);
        Assert.DoesNotContain(rejected.Alerts, a => a.Event == AlertEvent.ReliefUndecided);
        Assert.Equal(("Relief rejected", "changes nothing"), (rejected.Of("KPI1").Working()[^1].Rule, rejected.Of("KPI1").Working()[^1].Outcome));
    }

    /// <summary>Rejected, claimed again: the rejection stands until the new claim is decided.</summary>
    [Fact]
    public void A_second_claim_can_be_accepted_where_the_first_was_not()
    {
        var decisions = Decided(Claimed("2024-04", "KPI1", "2024-05-10"), Rejected("2024-04", "KPI1", "2024-05-20"), Claimed("2024-04", "KPI1", "2024-05-25"), Accepted("2024-04", "KPI1", "2024-06-10"));
        Assert.Equal([3, 3, 0], new[] { "2024-05-20", "2024-06-09", "2024-06-10" }.Select(day => Repeating.Assessed(day, decisions, ThreeSevere).In("2024-04").Points));
    }

    /// <summary>Weights 50 and 50: 90 and 96 are 93. With the first relieved the other stands alone, and is not averaged with a
    /// nought although the contract says so of missing parts.</summary>
    [Theory]
    [InlineData(MissingPart.Renormalise)]
    [InlineData(MissingPart.Zero)]
    public void A_relieved_part_is_left_out_of_its_composite(MissingPart missing)
    {
        var mean = new Combination.WeightedMean([Weight("KPI1", "50"), Weight("KPI2", "50")], [], missing);
        var contract = Contract(Kpi("KPI1"), Kpi("KPI2"), Composite("TOP", mean));
        var returned = Return("2024-04").Stating("KPI1", "90").Stating("KPI2", "96");
        Assert.Equal(N("93"), contract.Assessed("2024-05-20", returned).In("2024-04").Of("TOP").Level);
        Assert.Equal(N("96"), contract.Assessed("2024-05-20", Decided(Accepted("2024-04", "KPI1", "2024-05-20")), returned).In("2024-04").Of("TOP").Level);
    }

    [Fact]
    public void A_dispute_changes_no_figure_and_shows_until_it_is_resolved()
    {
        var decisions = Decided(Disputed("2024-04", "KPI1", "2024-05-10"), Resolved("2024-04", "KPI1", "2024-05-31", DisputeOutcome.ResultChanges));
        var open = Repeating.Assessed("2024-05-30", decisions, ThreeSevere).In("2024-04");
        Assert.Equal(3, open.Points);
        Assert.Contains("riverside-ict/disputeOpen/KPI1/2024-04", open.Alerts.Select(a => a.Key));
        var resolved = Repeating.Assessed("2024-05-31", decisions, ThreeSevere).In("2024-04");
        Assert.Equal(3, resolved.Points);
        Assert.DoesNotContain(resolved.Alerts, a => a.Event == AlertEvent.DisputeOpen);
        Assert.Equal("the result is to change, by a restated return or a relief", resolved.Of("KPI1").Working()[^1].Outcome);
    }

    /// <summary>Pooled over the quarter April to June: (96 + 90 + 99) / 300 = 95 %. With May taken out, (96 + 99) / 200 = 97.5 %;
    /// with 6 of May's late cases not counted, (96 + 90 + 99) / (100 + 94 + 100) = 285 / 294.</summary>
    [Fact]
    public void Over_a_longer_Measurement_Period_a_relief_is_of_the_figures_of_one_Service_Period()
    {
        var quarterly = Contract(Kpi("KPI1") with { MeasurementPeriod = new MeasurementPeriod.Every(3, null, TakenTogether.Pooled) });
        SupplierReturn[] returns = [Return("2024-04").Counting("KPI1", 96, 100), Return("2024-05").Counting("KPI1", 90, 100), Return("2024-06").Counting("KPI1", 99, 100)];
        Assert.Equal(N("95"), quarterly.Assessed("2024-07-20", returns).In("2024-06").Of("KPI1").Level);
        Assert.Equal(N("97.5"), quarterly.Assessed("2024-07-20", Decided(Accepted("2024-05", "KPI1", "2024-06-20")), returns).In("2024-06").Of("KPI1").Level);
        var part = quarterly.Assessed("2024-07-20", Decided(PartAccepted("2024-05", "KPI1", "2024-06-20", ("of", 90), ("to", 94))), returns).In("2024-06").Of("KPI1");
        Assert.Equal(Rational.Of(28500, 294), part.Level);
        Assert.Contains("2024-05: Relief accepted in part: the adjusted parts decide", part.Working().Select(w => w.Rule));
    }

    /// <summary>June itself relieved, 0 of 10 in a quarter of 196 / 210: without it 93.33 %, with it 196 / 200 = 98 %.</summary>
    [Fact]
    public void At_the_end_of_a_longer_Measurement_Period_what_would_have_been_is_its_own_level()
    {
        var quarterly = Contract(Kpi("KPI1") with { MeasurementPeriod = new MeasurementPeriod.Every(3, null, TakenTogether.Pooled) });
        SupplierReturn[] returns = [Return("2024-04").Counting("KPI1", 98, 100), Return("2024-05").Counting("KPI1", 98, 100), Return("2024-06").Counting("KPI1", 0, 10)];
        var june = quarterly.Assessed("2024-07-20", Decided(Accepted("2024-06", "KPI1", "2024-07-10")), returns).In("2024-06").Of("KPI1");
        Assert.Equal((N("98"), Rational.Of(19600, 210), 1, 4), (june.Level, june.Without!.Level, june.Points, june.Without.Points));
        var all = quarterly.Assessed("2024-07-20", Decided(Accepted("2024-04", "KPI1", "2024-07-10"), Accepted("2024-05", "KPI1", "2024-07-10"), Accepted("2024-06", "KPI1", "2024-07-10")), returns).In("2024-06").Of("KPI1");
        Assert.Equal(new Outcome.NotScored(Reason.Relieved), all.Outcome);
    }
}
