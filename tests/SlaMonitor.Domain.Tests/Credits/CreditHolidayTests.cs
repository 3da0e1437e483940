using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Credits;

/// <summary>One KPI below its threshold every month from April 2024: 4 points, as a repeat 8; £100,000.00 a month, 0.5 % a point.
/// Without a holiday £2,000.00, then £4,000.00 each month.</summary>
public class CreditHolidayTests
{
    /// <summary>The first two months; June is the third failure in a row: 8 x 0.5 % = £4,000.00.</summary>
    [Theory]
    [InlineData(HolidayPoints.Accrue, 4, 8, 8)]
    [InlineData(HolidayPoints.None, 0, 0, 8)]
    public void Nothing_is_payable_in_the_first_months_and_failures_stand(HolidayPoints points, params int[] accrued)
    {
        var assessed = Assessed(new CreditHoliday.FromStart(2, points, "para 6"));
        Assert.Equal(["0.00", "0.00", "4000.00"], assessed.Periods.Select(p => p.Credit!.Payable!.Value.ToPlainText()));
        Assert.Equal(accrued, assessed.Periods.Select(p => p.Points));
        Assert.Equal([1, 2, 3], assessed.Periods.Select(p => p.Of("KPI1").RunOfFailures));
    }

    /// <summary>May alone: £2,000.00, nothing, £4,000.00.</summary>
    [Fact]
    public void Or_in_a_range_of_days()
    {
        var assessed = Assessed(new CreditHoliday.Dated(Day("2024-05-01"), Day("2024-05-31"), HolidayPoints.Accrue, null));
        Assert.Equal(["2000.00", "0.00", "4000.00"], assessed.Periods.Select(p => p.Credit!.Payable!.Value.ToPlainText()));
    }

    /// <summary>From 15 April: April begins before it, May and June within.</summary>
    [Fact]
    public void The_first_day_of_a_period_decides()
    {
        var assessed = Assessed(new CreditHoliday.Dated(Day("2024-04-15"), Day("2024-06-01"), HolidayPoints.None, null));
        Assert.Equal(["2000.00", "0.00", "0.00"], assessed.Periods.Select(p => p.Credit!.Payable!.Value.ToPlainText()));
    }

    [Fact]
    public void The_statement_and_the_indicator_say_why()
    {
        var april = Assessed(new CreditHoliday.FromStart(2, HolidayPoints.None, "para 6")).Periods[0];
        var line = Assert.Single(april.Credit!.Working());
        Assert.Equal(("para 6", "Credit holiday in the first 2 months of the term", "£0.00 payable"), (line.Clause, line.Rule, line.Outcome));
        Assert.Equal(("No points accrue in a credit holiday", "4 Service Points", "0 Service Points"), april.Of("KPI1").Working().Select(l => (l.Rule, l.Inputs, l.Outcome)).Last());
    }

    /// <summary>Of two that overlap the one counts that stops more.</summary>
    [Fact]
    public void Where_two_overlap_the_one_that_stops_points_counts() => Assert.Equal(
        [0, 8, 8], Assessed(new CreditHoliday.FromStart(3, HolidayPoints.Accrue, null), new CreditHoliday.FromStart(1, HolidayPoints.None, null)).Periods.Select(p => p.Points));

    /// <summary>No credit stays open in a holiday, not even while the return is awaited.</summary>
    [Fact]
    public void Nothing_is_open_in_it()
    {
        var draft = Failing(new CreditHoliday.FromStart(2, HolidayPoints.None, null));
        Assert.Equal(Money.Zero, draft.Assessed("2024-05-05").Periods[0].Credit!.Payable);
        Assert.Null(draft.Assessed("2024-05-05").Periods[0].OpenPoints);
    }

    /// <summary>What a cap that looks back counts: nothing was credited in April and May, so 2.5 % x £300,000.00 = £7,500.00 are
    /// left, and June's £4,000.00 stay whole.</summary>
    [Fact]
    public void It_leaves_caps_that_look_back_unused()
    {
        var draft = Failing(new CreditHoliday.FromStart(2, HolidayPoints.Accrue, null));
        draft = draft.Crediting("0.5", CapOfLast12Months("2.5"));
        var june = draft.Assessed("2024-07-10", Monthly("KPI1", "2024-04", "90", "90", "90")).Periods[2].Credit!;
        Assert.Equal((Rational.Zero, N("7500"), Pounds("4000.00")), (june.Caps.Single().Used, june.Caps.Single().Limit, june.Payable!.Value));
    }

    private static ContractDraft Failing(params CreditHoliday[] holidays) => Contract(Kpi("KPI1")).Repeating().Crediting("0.5") with { CreditHolidays = holidays };

    private static ContractAssessment Assessed(params CreditHoliday[] holidays) =>
        Failing(holidays).Assessed("2024-07-10", Monthly("KPI1", "2024-04", "90", "90", "90"));
}
