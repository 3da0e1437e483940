using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Returns;

/// <summary>April 2024 is due after 10 working days, 6 May being a bank holiday: 1, 2, 3, 7, 8, 9, 10, 13, 14 and 15 May.</summary>
public class ReturnStatusTests
{
    [Theory]
    [InlineData(null, "2024-05-15", ReturnStatus.Awaited)]
    [InlineData(null, "2024-05-16", ReturnStatus.Overdue)]
    [InlineData("2024-05-15", "2024-05-15", ReturnStatus.OnTime)]
    [InlineData("2024-05-15", "2024-06-01", ReturnStatus.OnTime)]
    [InlineData("2024-05-16", "2024-05-16", ReturnStatus.Late)]
    [InlineData("2024-05-20", "2024-05-19", ReturnStatus.Overdue)] // not dated yet
    public void On_the_very_day(string? dated, string asOf, ReturnStatus status)
    {
        SupplierReturn[] returns = dated is null ? [] : [Return("2024-04").Dated(dated).Stating("KPI1", "99")];
        Assert.Equal(status, Contract(Kpi("KPI1")).Assessed(asOf, returns).In("2024-04").Status);
    }

    /// <summary>Correcting a return that was on time does not make it late.</summary>
    [Fact]
    public void The_first_revision_decides() => Assert.Equal(
        ReturnStatus.OnTime,
        Contract(Kpi("KPI1")).Assessed("2024-07-01", Return("2024-04").Stating("KPI1", "99"), Return("2024-04").Revision(2).Dated("2024-06-20").Stating("KPI1", "98")).In("2024-04").Status);

    /// <summary>January 2029 lies beyond the bank holidays that are known.</summary>
    [Fact]
    public void Where_the_day_it_is_due_cannot_be_told_nothing_is_overdue() => Assert.Equal(
        ReturnStatus.DueUnknown, Contract(Kpi("KPI1")).Lasting("2028-11-01", "1 year").Assessed("2029-09-01").In("2029-01").Status);
}
