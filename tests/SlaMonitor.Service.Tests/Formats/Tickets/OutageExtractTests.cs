using System.Text;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Service.Tests.Formats.Tickets;

/// <summary>
/// An availability counted from an outage log, around the clock. March 2024 has 31 x 1,440 - 60 = 44,580 minutes in London, October 31 x 1,440 + 60 =
/// 44,700. Of the CRM in March: O1 over the night of the change, 00:30 to 02:30 local, is 60 true minutes. O2 and O3 overlap: a quarter of the users
/// for 30 minutes, then half of them for 30: 7.5 + 15 = 22.5. O5 is 90 minutes of maintenance, 60 permitted, so 30 more of downtime. O4 is another
/// service. So downtime is 60 + 22.5 = 82.5 and the level (44,580 - 60 - 82.5 - 30) / (44,580 - 60) = 44,407.5 / 44,520.
/// </summary>
public sealed class OutageExtractTests
{
    private const string Header = "number,category,opened,resolved,affected,users,maintenance";

    private static readonly string[] Rows =
    [
        "O1,CRM,2024-03-31 00:30,2024-03-31 02:30,,,no",
        "O2,CRM,2024-03-10 10:00,2024-03-10 11:00,120,480,no",
        "O3,CRM,2024-03-10 10:30,2024-03-10 11:00,240,480,no",
        "O4,Web,2024-03-10 10:00,2024-03-11 11:00,,,no",
        "O5,CRM,2024-03-05 22:00,2024-03-05 23:30,,,yes",
        "O6,CRM,2024-10-27 00:30,2024-10-27 02:30,,,no",
        "O7,CRM,2024-11-30 23:00,,,,no",
    ];

    [Fact]
    public void A_month_of_23_hour_days_and_overlapping_outages()
    {
        var (indicator, tickets) = Counted(3);

        Assert.Equal((82.5m, 90), (tickets.Figures["downtime"], tickets.Figures["maintenance"]));
        Assert.Equal(44_580, tickets.AgreedMinutes);
        Assert.Equal(Rational.Of(444_075, 445_200) * 100, ClaimAgainstTickets.LevelOf(indicator, tickets));
        Assert.Equal((4, 1, 2), (tickets.Counts.Counted, tickets.Counts.NotSelected, tickets.Counts.OtherPeriod));
    }

    /// <summary>00:30 to 02:30 local on the night when the clocks go back are 180 true minutes.</summary>
    [Fact]
    public void A_month_with_a_25_hour_day()
    {
        var (_, tickets) = Counted(10);

        Assert.Equal((180, 0, 44_700), (tickets.Figures["downtime"], tickets.Figures["maintenance"], tickets.AgreedMinutes));
    }

    /// <summary>O7 began at 23:00 and goes on: an hour of November, and all of December's 31 x 1,440 = 44,640 minutes.</summary>
    [Fact]
    public void An_outage_that_goes_on_counts_in_each_period_it_reaches_into()
    {
        Assert.Equal(60, Counted(11).Tickets.Figures["downtime"]);
        Assert.Equal(44_640, Counted(12).Tickets.Figures["downtime"]);
    }

    [Fact]
    public void A_month_without_an_outage_was_available_throughout()
    {
        var (indicator, tickets) = Counted(6);

        Assert.Equal(100, ClaimAgainstTickets.LevelOf(indicator, tickets));
    }

    /// <summary>Whole, O2 and O3 together are an hour: 60 + 60 = 120 minutes of downtime.</summary>
    [Fact]
    public void Downtime_stated_without_regard_to_users_is_named_as_such()
    {
        var terms = Terms();
        var counted = CountTickets.Of(Sent(), Desk.Period(terms, 3), TicketFileLimits.Default);
        var said = new Domain.Returns.ReturnedIndicator("KPI1", new Domain.Returns.Measurement.Measured(new([new("downtime", 120), new("maintenance", 90)]), [], null), null);
        var figures = CountTickets.Beside(new(new(2024, 3), null, [said]), Sent(), counted, Desk.Period(terms, 3), TicketFileLimits.Default);

        var both = (Domain.Returns.Measurement.FromTickets)figures.Find("KPI1")!.Measurement;
        Assert.Equal("outages of some users counted whole", both.Tickets.Reconciling!.Reading);
    }

    /// <summary>O1 stands as closed and is taken as resolved then: 60 minutes. O2 was resolved and is open again, so it goes on from 23:00: the last
    /// 60 minutes of March.</summary>
    [Fact]
    public void An_outage_ends_where_the_rule_says_that_it_does()
    {
        var sent = new SentExtract("outages", () => new MemoryStream(Encoding.UTF8.GetBytes(Desk.Lines(
            "number,category,state,opened,resolved,closed",
            "O1,CRM,closed,2024-03-10 10:00,,2024-03-10 11:00",
            "O2,CRM,open,2024-03-31 23:00,2024-03-31 23:30,"))));
        var tickets = CountTickets.Of(sent, Desk.Period(Terms(evidence: ", withoutResolution: asClosed"), 3), TicketFileLimits.Default).Indicators[0].Tickets;

        Assert.Equal(120, tickets.Figures["downtime"]);
    }

    /// <summary>Each outage has its line, and what is stored says the same again.</summary>
    [Fact]
    public void The_Working_shows_each_outage()
    {
        var terms = Terms();
        var period = Desk.Period(terms, 3);
        var figures = CountTickets.Beside(new(new(2024, 3), null, []), Sent(), CountTickets.Of(Sent(), period, TicketFileLimits.Default), period, TicketFileLimits.Default);
        var submitted = new Domain.Returns.SupplierReturn("outages", 1, new(2024, 4, 5), null, null, figures, []);

        foreach (var one in (Domain.Returns.SupplierReturn[])[submitted, SlaMonitor.Service.Formats.Returns.ReturnFile.ReadJson(SlaMonitor.Service.Formats.Returns.ReturnFile.WriteJson(submitted))])
        {
            var result = Domain.Assessment.Of(new([terms]), [one], [], Domain.Calendars.BankHolidays.Current, new(2024, 4, 30)).Periods[2].Results[0];
            Assert.Equal(Rational.Of(444_075, 445_200) * 100, result.Level);
            Assert.Equal(
                ["60 minutes", "15 minutes", "15 minutes", "90 minutes", "downtime 82.5, maintenance 90 minutes"],
                result.Working().Where(l => l.Rule.StartsWith("Outage", StringComparison.Ordinal)).Select(l => l.Outcome));
        }
    }

    [Theory]
    [InlineData("O1,CRM,2024-03-31 00:30,2024-03-31 02:30,481,480,no", "ticket-affected-exceed-users")]
    [InlineData("O1,CRM,2024-03-31 00:30,2024-03-31 02:30,few,480,no", "ticket-count-unreadable")]
    [InlineData("O1,CRM,2024-03-31 00:30,2024-03-31 02:30,,,planned", "ticket-answer-unreadable")]
    public void Rows_that_contradict_themselves_are_told(string row, string code) =>
        Assert.Equal([code], Desk.Read(Desk.Lines(Header, row), Terms()).Reading.Problems.Select(p => p.Code.Name));

    /// <summary>ServiceNow's own columns: a planned outage is maintenance.</summary>
    [Fact]
    public void The_tools_own_form()
    {
        var terms = Terms("form: serviceNowOutages");
        var tickets = Desk.Read(Desk.Lines("number,cmdb_ci,type,begin,end", "OUT1,CRM,Planned Outage,2024-03-05 22:00:00,2024-03-05 23:30:00", "OUT2,CRM,Degradation,2024-03-06 22:00:00,"), terms).Tickets;

        Assert.Equal([true, false], tickets.Select(t => t.Ticket.IsMaintenance));
        Assert.False(tickets[1].Ticket.Resolved.Exists);
    }

    private static (Indicator Indicator, TicketEvidence Tickets) Counted(int month) => CountTickets.Of(Sent(), Desk.Period(Terms(), month), TicketFileLimits.Default).Indicators[0];

    private static SentExtract Sent() => new("outages", () => new MemoryStream(Encoding.UTF8.GetBytes(Desk.Lines([Header, .. Rows]))));

    private static ContractTerms Terms(string form = "form: plain, times: 'yyyy-MM-dd HH:mm'", string evidence = "") => Desk.Terms(
        $$"""
        contract: outages
        title: Illustration
        client: Riverside Council
        supplier: Example Systems Ltd
        effectiveFrom: 2024-01-01
        term: { start: 2024-01-01, end: 2024-12-31 }
        workingDays: england-and-wales
        returns: { due: 10 working days, whenMissing: notScored }
        tickets:
          outages: { {{form}} }
        indicators:
          KPI1:
            title: Availability of the CRM
            kind: subsidiary PI
            better: higher
            measure: { availability: { permittedMaintenance: 60 minutes, partialOutages: byUsers } }
            evidence: { tickets: outages, counts: downtime, where: { category: [CRM] }{{evidence}} }
            ladder: { target: { from: 99.5 % }, failed: {} }
        """);
}
