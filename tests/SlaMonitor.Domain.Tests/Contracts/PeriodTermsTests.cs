using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Contracts;

public class PeriodTermsTests
{
    /// <summary>From 30 April 2024 the first year ends on 29 April 2025: April 2025 begins in it, and has less than 12 months of
    /// charges behind it.</summary>
    [Theory]
    [InlineData("2024-04-30", "2025-04", true)]
    [InlineData("2024-04-30", "2025-05", false)]
    [InlineData("2024-04-01", "2025-03", true)] // ends on 31 March 2025, the last day of the first year
    [InlineData("2024-04-01", "2025-04", false)]
    public void A_period_is_in_the_first_year_if_it_begins_there(string start, string month, bool isInFirstYear) =>
        Assert.Equal(isInFirstYear, Contract(Pi("PI1")).Lasting(start, "3 years").Assessed("2025-06-20").In(month).Terms.IsInFirstYear);
}
