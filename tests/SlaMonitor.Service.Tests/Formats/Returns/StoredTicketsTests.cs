using System.Text;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.Returns;

namespace SlaMonitor.Service.Tests.Formats.Returns;

/// <summary>What tickets come to is kept with the facts of a return, to the last digit, and is taken from no file that is sent.</summary>
public sealed class StoredTicketsTests
{
    /// <summary>Every field another number, so that none can stand in for another.</summary>
    private static readonly TicketEvidence Whole = new(
        "log", new("ab12", 101, 102, 103, 104), new([new("total", Rational.Of(1, 3)), new("cases", 812)]), null,
        new(1, 2, 9_999_999_999, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14))
    {
        Reconciling = new("all hours counted", 15, [new("INC 1", 16, "late: 9 h of 8 h", "in time"), new("", 9_999_999_999, "a", "b")]),
    };

    private static readonly TicketEvidence Percentile = new("log", new("cd34", 0, 0, 0, 0), new([]), Rational.Of(-22, 7), new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));

    private static readonly SupplierReturn Facts = new("riverside", 1, new(2024, 6, 10), null, null, new(
        new YearMonth(2024, 5), null,
        [
            new("KPI1", new Measurement.FromTickets(Whole, new Measurement.Measured(new([new("of", 780), new("to", 812)]), [], new(Rational.Of(961, 10), 1) { IsPerCent = true })), "as agreed"),
            new("PI4", new Measurement.FromTickets(Percentile, new Measurement.NotSupplied()), null),
        ]), []);

    private const string Stored = """
        {
          "contract": "riverside",
          "period": "2024-05",
          "submittedOn": "2024-06-10",
          "indicators": {
            "KPI1": {
              "stated": "96.1 %",
              "parts": {
                "of": 780,
                "to": 812
              },
              "comment": "as agreed",
              "tickets": {
                "extract": "log",
                "file": {
                  "sha256": "ab12",
                  "rows": 101,
                  "badRows": 102,
                  "tickets": 103,
                  "duplicates": 104
                },
                "figures": {
                  "cases": "812",
                  "total": "1/3"
                },
                "counts": {
                  "counted": 1,
                  "good": 2,
                  "seconds": 9999999999,
                  "openOverdue": 4,
                  "otherPeriod": 5,
                  "notSelected": 6,
                  "cancelled": 7,
                  "withoutResolution": 8,
                  "withoutTarget": 9,
                  "notKnown": 10,
                  "justInTime": 11,
                  "justLate": 12,
                  "lowered": 13,
                  "paused": 14
                },
                "reconciling": {
                  "reading": "all hours counted",
                  "tickets": 15,
                  "differences": [
                    {
                      "number": "INC 1",
                      "line": 16,
                      "byContract": "late: 9 h of 8 h",
                      "byReading": "in time"
                    },
                    {
                      "number": "",
                      "line": 9999999999,
                      "byContract": "a",
                      "byReading": "b"
                    }
                  ]
                }
              }
            },
            "PI4": {
              "notSupplied": true,
              "tickets": {
                "extract": "log",
                "file": {
                  "sha256": "cd34",
                  "rows": 0,
                  "badRows": 0,
                  "tickets": 0,
                  "duplicates": 0
                },
                "level": "-22/7",
                "counts": {
                  "counted": 0,
                  "good": 0
                }
              }
            }
          }
        }

        """;

    [Fact]
    public void Every_field_is_written() => Assert.Equal(Stored.Trim().ReplaceLineEndings("\n"), ReturnFile.WriteJson(Facts).Trim());

    [Fact]
    public void Every_field_is_read_back()
    {
        var read = ReturnFile.ReadJson(Stored);
        Assert.Equal(Stored.Trim().ReplaceLineEndings("\n"), ReturnFile.WriteJson(read).Trim());
        var (kpi, pi) = ((Measurement.FromTickets)read.Figures.Find("KPI1")!.Measurement, (Measurement.FromTickets)read.Figures.Find("PI4")!.Measurement);
        Assert.Equal((Whole.Facts, Whole.Counts, Rational.Of(1, 3)), (kpi.Tickets.Facts, kpi.Tickets.Counts, kpi.Tickets.Figures["total"]));
        Assert.Equal(Whole.Reconciling!.Differences, kpi.Tickets.Reconciling!.Differences);
        Assert.Equal((780, new StatedLevel(Rational.Of(961, 10), 1) { IsPerCent = true }), ((int)kpi.Claimed!["of"].ToWhole(RoundingMode.Down), kpi.Stated));
        Assert.Equal((Rational.Of(-22, 7), new Measurement.NotSupplied()), (pi.Tickets.Level, pi.Claim));
    }

    /// <summary>As a supplier might who has seen the facts of an earlier return, and changes them to its liking.</summary>
    [Fact]
    public void The_same_as_a_file_is_refused()
    {
        var read = ReturnFile.Check(Encoding.UTF8.GetBytes(Stored), Riverside.Contract, BankHolidays.Current);
        Assert.Null(read.Return);
        Assert.False(read.IsAccepted);
        Assert.Equal(["indicators.KPI1.tickets", "indicators.PI4.tickets"], read.Problems.Where(p => p.Code == ReturnFileProblems.TicketsSaid).Select(p => p.Path));
    }

    /// <summary>A table has no column for it: it is the name of a part that no measure has.</summary>
    [Fact]
    public void A_table_cannot_say_it_either() =>
        Assert.Equal("unknown-part", Assert.Single(Riverside.Problems(Riverside.Csv("KPI1,of,9", "KPI1,to,10", "KPI1,tickets,9")), p => p.IsError).Code.Name);

    [Fact]
    public void As_a_table_only_the_claim_is_written() =>
        Assert.Equal(["KPI1,of,780", "KPI1,to,812"], [.. ReturnCsv.Write(Facts).ReplaceLineEndings("\n").Split('\n').Where(l => l.StartsWith("KPI1,", StringComparison.Ordinal) && !l.Contains("stated", StringComparison.Ordinal) && !l.Contains("comment", StringComparison.Ordinal)).Select(l => l.TrimEnd(','))]);

    [Fact]
    public void The_schema_for_senders_knows_nothing_of_it() => Assert.DoesNotContain("icket", ReturnFile.Schema(), StringComparison.Ordinal);
}
