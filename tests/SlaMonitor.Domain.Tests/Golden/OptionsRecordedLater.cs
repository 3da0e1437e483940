using SlaMonitor.Domain.Contracts;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>One year from 1 April 2024 with two options of a year: exercised on the last day of the term, 31 March 2025, and
/// recorded on 28 May.</summary>
public class OptionsRecordedLater
{
    private static readonly ContractDraft OnePlusOnePlusOne = Contract(Kpi("KPI1")).Lasting("2024-04-01", "1 year", Option("1 year"), Option("1 year"));

    [Theory]
    [InlineData("2025-05-27", "2025-03-31", 12, "contractEnded/end/2025-03-31")]
    [InlineData("2025-05-28", "2026-03-31", 13, "contractEnding/end/2026-03-31/12 months")]
    public void The_end_moves_from_the_day_it_is_known(string asOf, string end, int periods, string alert)
    {
        var assessed = OnePlusOnePlusOne.Assessed(asOf, Decided(Exercised(1, "2025-03-31", "2025-05-28")));
        Assert.Equal((Day(end), periods), (assessed.End, assessed.Periods.Count));
        Assert.Equal($"riverside-ict/{alert}", assessed.DateAlerts.Single().Key);
    }

    /// <summary>Two decisions handed over in whatever order; the second option follows on the first.</summary>
    [Fact]
    public void Options_follow_one_another()
    {
        var (first, second) = (Exercised(1, "2025-03-31", "2025-05-28"), Exercised(2, "2025-06-30", "2025-06-30"));
        Assert.Equal(Day("2027-03-31"), OnePlusOnePlusOne.Assessed("2025-07-01", Decided(second, first)).End);
        Assert.Equal(Day("2026-03-31"), OnePlusOnePlusOne.Assessed("2025-06-29", Decided(second, first)).End);
    }

    /// <summary>A variation of 1 May 2025, whose file does not hold the option as exercised yet.</summary>
    [Fact]
    public void A_later_version_of_the_contract_has_it_too()
    {
        ContractDraft[] versions = [OnePlusOnePlusOne, OnePlusOnePlusOne.EffectiveFrom("2025-05-01")];
        versions[1] = versions[1] with { Term = Term("2024-04-01", "1 year", Option("1 year", "2025-03-31"), Option("1 year")) };
        versions[0] = versions[0] with { Term = versions[1].Term };
        Assert.Equal(Day("2027-03-31"), versions.Assessed("2026-01-10", Decided(Exercised(2, "2026-01-02", "2026-01-05"))).End);
    }
}
