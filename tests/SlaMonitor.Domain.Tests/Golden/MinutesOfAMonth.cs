using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>Availability = (MP - SD) / MP, in the true minutes of the Service Period.</summary>
public class MinutesOfAMonth
{
    /// <summary>Around the clock in Europe/London. March: 31 x 1,440 - 60 = 44,580; 0.5 % of it is 222.9 minutes. October:
    /// 31 x 1,440 + 60 = 44,700; 0.5 % is 223.5. Without the clock change, 44,640, it would be 223.2 in both.</summary>
    [Theory]
    [InlineData("2025-03", 44580, "222.9", true)]
    [InlineData("2025-03", 44580, "223", false)] // 223 <= 223.2: would pass in a plain 31 days
    [InlineData("2024-10", 44700, "223.4", true)] // 223.4 > 223.2: would fail in a plain 31 days
    [InlineData("2024-10", 44700, "223.6", false)]
    [InlineData("2024-05", 44640, "223.2", true)]
    [InlineData("2024-05", 44640, "223.3", false)]
    public void A_clock_change_decides(string month, long minutes, string downtime, bool isMet)
    {
        var result = Available(new Availability(null, 0), month, ("downtime", N(downtime)));
        Assert.Equal(minutes, result.AgreedMinutes);
        Assert.Equal(isMet, result.Outcome is Outcome.Met);
    }

    /// <summary>April 2024 has 30 x 1,440 = 43,200 minutes; 480 of maintenance are permitted.</summary>
    [Theory]
    [InlineData(0, 100, 43100, 43200)] // no maintenance taken: nothing comes off the period
    [InlineData(300, 100, 42800, 42900)] // 43,200 - 300 = 42,900; unused allowance adds nothing
    [InlineData(480, 100, 42620, 42720)] // 43,200 - 480 = 42,720
    [InlineData(500, 100, 42600, 42720)] // the 20 over are downtime: 42,720 - 100 - 20
    public void Maintenance_beyond_the_allowance_is_downtime(int maintenance, int downtime, int up, int measured) =>
        Assert.Equal(
            Rational.Of(up, measured) * 100,
            Available(new Availability(null, 480), "2024-04", ("downtime", downtime), ("maintenance", maintenance)).Level);

    /// <summary>Every figure of the arithmetic is among the inputs or in the contract: 480 permitted, 500 - 480 over.</summary>
    [Theory]
    [InlineData(480, 0, "(43200 - 100) / 43200 x 100")]
    [InlineData(480, 300, "(43200 - 300 - 100) / (43200 - 300) x 100")]
    [InlineData(480, 500, "(43200 - 480 - 100 - (500 - 480)) / (43200 - 480) x 100")]
    [InlineData(0, 500, "(43200 - 100 - 500) / 43200 x 100")]
    public void The_working_shows_minutes_that_can_be_found_again(int permitted, int maintenance, string arithmetic)
    {
        var line = Available(new Availability(null, permitted), "2024-04", ("downtime", 100), ("maintenance", maintenance)).Working()[0];
        Assert.Equal(arithmetic, line.Arithmetic);
        Assert.StartsWith("minutes of the period: 43200; minutes of Service Downtime", line.Inputs, StringComparison.Ordinal);
    }

    [Fact]
    public void The_working_names_the_hours_that_count() => Assert.StartsWith(
        "minutes of the period in 'core': 12600; ", Available(new Availability("core", 0), "2024-04", ("downtime", 63)).Working()[0].Inputs, StringComparison.Ordinal);

    /// <summary>April leaves 180 of 480 unused; May's 600 are 120 over all the same: (44,640 - 480 - 120) / 44,160.</summary>
    [Fact]
    public void Unused_allowance_is_not_carried_over()
    {
        var assessed = Contract(Availability(new Availability(null, 480))).Assessed(
            "2024-06-20",
            Return("2024-04").With("KPI1", Measured(("downtime", 0), ("maintenance", 300))),
            Return("2024-05").With("KPI1", Measured(("downtime", 0), ("maintenance", 600))));
        Assert.Equal([N("100"), Rational.Of(44040, 44160) * 100], assessed.Periods.Select(p => p.Of("KPI1").Level!.Value));
    }

    /// <summary>Mon-Fri 08:00-18:00 without bank holidays: April 2024 has 22 weekdays, less Easter Monday on the 1st: 21 x 600 =
    /// 12,600 minutes. 63 of downtime are 0.5 % of them.</summary>
    [Theory]
    [InlineData("63", true)]
    [InlineData("63.1", false)]
    public void Service_hours_count_where_the_contract_names_them(string downtime, bool isMet)
    {
        var result = Available(new Availability("core", 0), "2024-04", ("downtime", N(downtime)));
        Assert.Equal(12600, result.AgreedMinutes);
        Assert.Equal(isMet, result.Outcome is Outcome.Met);
    }

    /// <summary>December 2024 has 22 weekdays; without the 25th and 26th (bank holidays) and the 27th (closed) 19 of 600 minutes each
    /// are 11,400; closed from noon on the 24th they are 360 less: 11,040.</summary>
    [Fact]
    public void Closures_of_the_contracts_own_are_no_service_hours()
    {
        var core = new ContractCalendar("core", WeeklyHours.Parse("Mon-Fri 08:00-18:00"), ClosedOnHolidays: true)
        {
            Closures = [new(new(2024, 12, 24), new DaySpan(720, 1440)), Closure.AllDay(new(2024, 12, 27))],
        };
        var contract = Contract(Availability(new("core", 0))) with { Calendars = [core] };
        var result = contract.Assessed("2025-01-10", Return("2024-12").With("KPI1", Measured(("downtime", 0)))).In("2024-12").Of("KPI1");
        Assert.Equal(11040, result.AgreedMinutes);
    }

    /// <summary>Downtime and maintenance of a whole period leave nothing that could have been up.</summary>
    [Fact]
    public void A_period_of_nothing_but_permitted_maintenance_is_no_activity() =>
        Assert.Equal(
            new Outcome.NotScored(Reason.NoActivity),
            Available(new Availability(null, 43200), "2024-04", ("downtime", 0), ("maintenance", 43200)).Outcome);

    private static Indicator Availability(Availability measure) => Kpi("KPI1").Measuring(measure).On(HigherIsBetter("99.5", (null, 1)));

    private static IndicatorResult Available(Availability measure, string month, params (string, Rational)[] parts)
    {
        var contract = Contract(Availability(measure)) with { Calendars = [new("core", WeeklyHours.Parse("Mon-Fri 08:00-18:00"), ClosedOnHolidays: true)] };
        var asOf = Month(month).PlusMonths(1).OnDayOfMonth(10);
        return contract.Assessed($"{asOf:uuuu-MM-dd}", Return(month).With("KPI1", Measured(parts))).In(month).Of("KPI1");
    }
}
