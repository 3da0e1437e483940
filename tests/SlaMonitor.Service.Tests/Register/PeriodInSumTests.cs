using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Register;

/// <summary>Manifests are kept for ever: what earlier rules wrote is read as what later ones write.</summary>
public class PeriodInSumTests
{
    [Theory]
    [InlineData("received on time", ReturnStatus.OnTime)] // by rules 0.1.0
    [InlineData("received late", ReturnStatus.Late)]
    [InlineData("on time", ReturnStatus.OnTime)]
    [InlineData("late", ReturnStatus.Late)]
    [InlineData("awaited", ReturnStatus.Awaited)]
    [InlineData("overdue", ReturnStatus.Overdue)]
    [InlineData("not received; the day it is due is not known", ReturnStatus.DueUnknown)]
    public void Where_a_return_stands_is_one_of_few_words(string words, ReturnStatus status) =>
        Assert.Equal(status, new PeriodInSum("2024-04", words, 0, null, null, null, []).Status);

    [Theory]
    [InlineData("target missed", RungName.Failed)]
    [InlineData("Minor KPI Failure", RungName.Minor)]
    [InlineData("below the KPI Service Threshold: its figure was not supplied", RungName.BelowThreshold)]
    public void An_outcome_names_its_rung(string outcome, RungName rung) => Assert.Equal(rung, new FailureInSum("KPI1", null, outcome, 0, 1).Rung);

    [Fact]
    public void A_manifest_of_earlier_rules_can_be_read()
    {
        var sum = Assert.Single(ManifestDocument.ReadJson("""
            {
              "number": 1, "madeAt": "2026-02-10T09:00:00Z", "asOf": "2026-02-10", "engine": "0.1.0", "tzdb": "2025b", "bankHolidays": "uk-bank-holidays v1",
              "end": "2027-12-31", "points": 0, "payable": 0.00,
              "sums": [ { "period": "2026-01", "return": "received on time", "points": 0, "failures": [ { "indicator": "KPI1", "level": "94.00 %", "outcome": "target missed", "points": 0, "inARow": 1 } ] } ]
            }
            """).Sums);
        Assert.Equal((ReturnStatus.OnTime, RungName.Failed, 0), (sum.Status, Assert.Single(sum.Failures).Rung, sum.Undecided.Count));
    }
}
