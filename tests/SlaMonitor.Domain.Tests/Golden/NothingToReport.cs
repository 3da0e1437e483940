using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>A return without a single figure. K1 counts as met without activity and K2 is not scored; an availability is there in every
/// month, so that its figure is missing and costs the worst level.</summary>
public class NothingToReport
{
    private static readonly ContractDraft Terms = Contract(
        Kpi("K1") with { WhenNoActivity = NoActivityRule.Met },
        Kpi("K2"),
        Kpi("AV").Measuring(new Availability("core", 0)),
        Kpi("Q").Over(3, TakenTogether.ReportedAtEnd)) with
    {
        Calendars = [new("core", WeeklyHours.Parse("Mon-Fri 08:00-18:00"), ClosedOnHolidays: true)],
    };

    private const string ComesTo = "no activity of 2 indicators: 1 on target (K1), 1 not scored (K2); no figure of 1 indicator: 1 at the worst level (AV)";

    private static PeriodTerms April => new Contract([new(Terms)]).PeriodsBegunBy(Day("2024-05-01"), BankHolidays.Current).First(p => p.Period.Name == "2024-04");

    private static SupplierReturn Nothing => NothingReported.Of(April).Aggregate(Return("2024-04"), (soFar, said) => soFar.With(said.Code, said.Measurement));

    /// <summary>Q is reported in June, the end of its quarter, and is not asked for in April.</summary>
    [Fact]
    public void Only_what_may_be_without_activity_is_said_to_have_had_none() => Assert.Equal(
        [("K1", typeof(Measurement.NoActivity)), ("K2", typeof(Measurement.NoActivity)), ("AV", typeof(Measurement.NotSupplied))],
        NothingReported.Of(April).Select(i => (i.Code, i.Measurement.GetType())));

    [Fact]
    public void The_warning_says_how_many_indicators_it_is_of_and_what_the_contract_makes_of_them()
    {
        var warning = Assert.Single(ReturnChecks.Of(new([new(Terms)]), Nothing, BankHolidays.Current), p => p.Code == ReturnProblems.NothingReported);
        Assert.Equal((false, "indicators", "figures", ComesTo), (warning.IsError, warning.Path, warning.Expected, warning.Found));
    }

    [Fact]
    public void One_figure_is_something_to_report() => Assert.DoesNotContain(
        ReturnChecks.Of(new([new(Terms)]), Return("2024-04").With("K1", new Measurement.NoActivity()).Counting("K2", 9, 10), BankHolidays.Current),
        p => p.Code == ReturnProblems.NothingReported);

    [Fact]
    public void The_client_hears_of_it()
    {
        var april = Terms.Assessed("2024-05-20", Nothing).In("2024-04");
        Assert.Equal(
            ("riverside-ict/nothingReported/return/2024-04", $"The return for 2024-04 reports nothing: {ComesTo}."),
            april.Alerts.Where(a => a.Event == AlertEvent.NothingReported).Select(a => (a.Key, a.Text)).Single());
        Assert.IsType<Outcome.Failed>(april.Find("AV")!.Outcome);
    }
}
