using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Outages;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>April 2024 has 30 x 24 x 60 = 43,200 minutes around the clock. Its second is a Tuesday; London is an hour ahead of UTC.</summary>
public class OutagesOfAMonth
{
    /// <summary>60 + 30 minutes: (43,200 - 90) / 43,200.</summary>
    [Fact]
    public void Outages_add_up_to_downtime()
    {
        var result = Result(new(null, 0), "2024-04-02 09:00 to 2024-04-02 10:00", "2024-04-03 09:00 to 2024-04-03 09:30");
        Assert.Equal(Rational.Of(43_110, 43_200) * 100, result.Level);
        Assert.Equal(
            ["60 minutes", "30 minutes", "downtime 90, maintenance 0 minutes"], result.Working().Take(3).Select(l => l.Outcome));
    }

    /// <summary>09:00 to 10:00 and 09:30 to 10:30 are 90 minutes, not 120; so is the one given twice.</summary>
    [Fact]
    public void A_minute_counts_once() => Downtime(90, new(null, 0), "2024-04-02 09:00 to 2024-04-02 10:00", "2024-04-02 09:30 to 2024-04-02 10:30", "2024-04-02 09:30 to 2024-04-02 10:30");

    /// <summary>A quarter of the users for an hour, half of them for its second half: 30 x 1/4 + 30 x 1/2 = 22.5; in full 60.</summary>
    [Theory]
    [InlineData(PartialOutages.ByUsers, "22.5")]
    [InlineData(PartialOutages.Whole, "60")]
    public void Where_they_overlap_the_worst_share_counts(PartialOutages partial, string minutes) => Downtime(
        N(minutes), new(null, 0) { Partial = partial }, "2024-04-02 09:00 to 2024-04-02 10:00, 120 of 480 users", "2024-04-02 09:30 to 2024-04-02 10:00, 240 of 480 users");

    /// <summary>09:00Z is 10:00 in London: 10:00 to 10:30 local is the same half hour.</summary>
    [Fact]
    public void Times_are_local_or_in_UTC() => Downtime(30, new(null, 0), "2024-04-02T09:00Z to 2024-04-02T09:30Z", "2024-04-02 10:00 to 2024-04-02T10:30+01:00");

    /// <summary>Open on Mondays to Fridays 08:00 to 18:00: of Friday 5 April 17:00 to Monday 8 April 09:00 an hour on each.</summary>
    [Fact]
    public void Only_service_hours_count() => Downtime(120, new("core", 0), "2024-04-05 17:00 to 2024-04-08 09:00");

    /// <summary>The last hour of March and all that follows: until the end of April, when the service is down still. 31 March 23:00 to
    /// 1 April 01:00 is an hour of April, from 30 April 22:00 on are two.</summary>
    [Fact]
    public void What_lies_in_another_period_does_not_count() => Downtime(180, new(null, 0), "2024-03-31 23:00 to 2024-04-01 01:00", "2024-04-30 22:00 to open");

    /// <summary>Clocks go forward on 31 March 2024 at 01:00: 00:30 to 02:30 local is one hour, not two.</summary>
    [Fact]
    public void Minutes_are_true_ones() => Assert.Equal(
        60, Log(Contract(Indicator(new(null, 0))).Lasting("2024-03-01", "4 years"), "2024-03", "2024-03-31 00:30 to 2024-03-31 02:30").Downtime);

    /// <summary>The window ends at 09:00. Maintenance from 08:00 to 09:30 is an hour of maintenance and half an hour of downtime.</summary>
    [Fact]
    public void Maintenance_overrunning_its_window_is_downtime()
    {
        var log = Log(new Availability(null, 480) { MaintenanceWindow = "nights" }, "2024-04-02 08:00 to 2024-04-02 09:30, maintenance");
        Assert.Equal((30, 60), (log.Downtime, log.Maintenance));
    }

    /// <summary>8 hours allowed, 10 taken: 2 are downtime. (43,200 - 480 - 120) / (43,200 - 480).</summary>
    [Fact]
    public void Maintenance_beyond_the_allowance_is_downtime() => Assert.Equal(
        Rational.Of(42_600, 42_720) * 100, Result(new(null, 480), "2024-04-06 00:00 to 2024-04-06 10:00, maintenance").Level);

    /// <summary>Everything is down for an hour, half of it during permitted maintenance: 30 of downtime. Where the maintenance affects a
    /// quarter of the users, the outage counts for the other three quarters too: 30 + 30 x 3/4 = 52.5, and 30 x 1/4 = 7.5 of maintenance.</summary>
    [Fact]
    public void An_outage_during_maintenance_counts_with_what_it_affects_beyond_it()
    {
        var whole = Log(new Availability(null, 480), "2024-04-02 09:00 to 2024-04-02 10:00", "2024-04-02 09:30 to 2024-04-02 10:00, maintenance");
        Assert.Equal((30, 30), (whole.Downtime, whole.Maintenance));
        var part = Log(new Availability(null, 480) { Partial = PartialOutages.ByUsers }, "2024-04-02 09:00 to 2024-04-02 10:00", "2024-04-02 09:30 to 2024-04-02 10:00, 120 of 480 users, maintenance");
        Assert.Equal((N("52.5"), N("7.5")), (part.Downtime, part.Maintenance));
    }

    /// <summary>An hour in each of three months, pooled: (131,040 - 180) / 131,040 minutes of April, May and June.</summary>
    [Fact]
    public void Outages_are_pooled_over_a_quarter_like_figures()
    {
        var kpi = Indicator(new(null, 0)).Over(3, TakenTogether.Pooled);
        var assessed = Contract(kpi).Assessed("2024-07-10", new[] { "04", "05", "06" }.Select(m => Return($"2024-{m}").With("KPI1", Logged($"2024-{m}-02 09:00 to 2024-{m}-02 10:00"))));
        Assert.Equal(Rational.Of(130_860, 131_040) * 100, assessed.In("2024-06").Of("KPI1").Level);
    }

    private static Indicator Indicator(Availability measure) => Kpi("KPI1").Measuring(measure);

    private static void Downtime(Rational minutes, Availability measure, params string[] outages) => Assert.Equal(minutes, Log(measure, outages).Downtime);

    private static OutageLog Log(Availability measure, params string[] outages) => Result(measure, outages).Outages!;

    private static OutageLog Log(ContractDraft contract, string month, params string[] outages) =>
        contract.Assessed("2024-05-20", Return(month).With("KPI1", Logged(outages))).In(month).Of("KPI1").Outages!;

    private static IndicatorResult Result(Availability measure, params string[] outages)
    {
        var contract = Contract(Indicator(measure)) with
        {
            Calendars = [new("core", WeeklyHours.Parse("Mon-Fri 08:00-18:00"), ClosedOnHolidays: true), new("nights", WeeklyHours.Parse("Mon-Sun 00:00-09:00"), ClosedOnHolidays: false)],
        };
        return contract.Assessed("2024-05-20", Return("2024-04").With("KPI1", Logged(outages))).In("2024-04").Of("KPI1");
    }
}
