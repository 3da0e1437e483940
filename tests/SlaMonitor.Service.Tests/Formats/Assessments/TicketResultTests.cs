using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.ContractFiles;

namespace SlaMonitor.Service.Tests.Formats.Assessments;

/// <summary>What the assessment document shows of an indicator counted from tickets: 76 of 80 by the tickets, 78 of 80 by the supplier.</summary>
public sealed class TicketResultTests
{
    private const string Terms = """
        contract: riverside
        title: ICT services
        client: Riverside Council
        supplier: Example Systems Ltd
        effectiveFrom: 2024-01-01
        term: { start: 2024-01-01, initial: 2 years }
        workingDays: england-and-wales
        calendars: { core: { hours: "Mon-Fri 09:00-17:00", holidays: closed } }
        returns: { due: 10 working days, whenMissing: cannotTell }
        tickets: { log: { form: plain } }
        indicators:
          KPI1:
            title: Incidents
            kind: subsidiary PI
            better: higher
            measure: { ratio: { of: resolved in 8 hours, to: resolved } }
            evidence: { tickets: log, counts: resolvedInTarget, target: 8 hours, clock: core }
            ladder: { target: { from: 97 % }, failed: {} }
          PI1:
            title: Hours to resolve
            kind: information only
            unit: hours
            measure: { percentile: { of: hours to resolve, rank: 90, definition: nearestRank } }
            evidence: { tickets: log, counts: timeToResolve, clock: core }
        """;

    private static readonly TicketEvidence Share = new("log", new("ab12", 90, 2, 88, 0), Figures(("of", 76), ("to", 80)), null, new(80, 76, 1_000_000, 0, 5, 0, 3, 0, 0, 0, 4, 2, 0, 7))
    {
        Reconciling = new("only hours of 'core' counted", 2, [new("INC1", 17, "late: 9 h of 8 h", "in time")]),
    };

    [Fact]
    public void Both_sides_and_what_reconciles_them()
    {
        var claim = new Measurement.Measured(Figures(("of", 78), ("to", 80)), [], new(Rational.Of(975, 10), 1) { IsPerCent = true });
        var result = Result("KPI1", new Measurement.FromTickets(Share, claim));
        const string Tickets = """
            {
              "extract": "log",
              "rule": "resolved within their target; target 8 hours of 'core'; time on hold left out; taken by when they were resolved",
              "file": { "sha256": "ab12", "rows": 90, "badRows": 2, "tickets": 88 },
              "figures": { "of": "76", "to": "80" },
              "level": "95",
              "counts": { "counted": 80, "good": 76, "seconds": 1000000, "otherPeriod": 5, "cancelled": 3, "justInTime": 4, "justLate": 2, "paused": 7 },
              "claimed": { "of": "78", "to": "80" },
              "agrees": false,
              "reconciling": {
                "reading": "only hours of 'core' counted",
                "tickets": 2,
                "differences": [ { "number": "INC1", "line": 17, "byContract": "late: 9 h of 8 h", "byReading": "in time" } ]
              }
            }
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Tickets), result["tickets"]), $"{result["tickets"]}");
        Assert.Equal(("95", "97.5", "failed"), ((string?)result["level"], (string?)result["stated"], (string?)result["outcome"])); // the tickets decide: 76 of 80 are 95 %
        Assert.Null(result["mismatch"]);
    }

    /// <summary>The level of the tickets is the tickets', not one that the supplier stated.</summary>
    [Fact]
    public void A_percentile_of_tickets_is_nobodys_claim()
    {
        var tickets = new TicketEvidence("log", new("cd34", 10, 0, 10, 1), Figures(), Rational.Of(17, 2), new(10, 10, 90_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        var result = Result("PI1", new Measurement.FromTickets(tickets, new Measurement.NotSupplied()));
        Assert.Equal(("8.5", null, "8.5", true), ((string?)result["level"], (string?)result["stated"], (string?)result["tickets"]!["level"], (bool)result["tickets"]!["agrees"]!));
        Assert.Equal((null, 1L), (result["tickets"]!["figures"], (long)result["tickets"]!["file"]!["duplicates"]!));
    }

    [Fact]
    public void Without_tickets_it_says_nothing_of_them() => Assert.Null(Result("KPI1", new Measurement.Measured(Figures(("of", 78), ("to", 80)), [], null))["tickets"]);

    private static Figures Figures(params (string Part, int Figure)[] parts) => new(parts.Select(p => KeyValuePair.Create(p.Part, Rational.Of(p.Figure, 1))));

    private static JsonNode Result(string code, Measurement measurement)
    {
        var read = ContractFile.Read(Encoding.UTF8.GetBytes(Terms), BankHolidays.Current);
        Assert.True(read.Terms is not null, string.Join("; ", read.Problems));
        var submitted = new SupplierReturn("riverside", 1, new(2024, 6, 10), null, null, new(new YearMonth(2024, 5), null, [new(code, measurement, null)]), []);
        var assessed = Assessment.Of(new([read.Terms]), [submitted], [], BankHolidays.Current, new(2024, 6, 30));
        var period = JsonNode.Parse(AssessmentDocument.WriteJson(assessed.Periods.Single(p => p.Period.Name == "2024-05")))!;
        return period["indicators"]!.AsArray().Single(i => (string?)i!["code"] == code)!;
    }
}
