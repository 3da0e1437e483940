using System.Text;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Service.Formats.Tables;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Service.Tests.Formats.Tickets;

public sealed class TicketFileTests
{
    [Fact]
    public void Good_rows_are_tickets_with_their_lines()
    {
        var (reading, tickets) = Desk.Read(Desk.Lines(
            Desk.Header,
            "INC1,resolved,P1,2024-03-04 09:30,2024-03-04 10:00,",
            "INC2,open,P2,2024-07-01 12:00,,"));

        Assert.Equal((2, 0, 2, 0), (reading.Rows, reading.BadRows, reading.Tickets, reading.Duplicates));
        Assert.Empty(reading.Problems);
        Assert.Equal([("INC1", 2L), ("INC2", 3L)], tickets.Select(t => (t.Number, t.Line)));
        // In March London is at UTC, in July an hour before it.
        Assert.Equal(At("2024-03-04T09:30:00Z"), tickets[0].Ticket.Opened);
        Assert.Equal(At("2024-03-04T10:00:00Z"), tickets[0].Ticket.Resolved);
        Assert.Equal(At("2024-07-01T11:00:00Z"), tickets[1].Ticket.Opened);
        Assert.Equal((TicketState.Open, Moment.None), (tickets[1].Ticket.State, tickets[1].Ticket.Resolved));
    }

    [Fact]
    public void Bad_rows_are_each_told_and_the_others_kept()
    {
        var (reading, tickets) = Desk.Read(Desk.Lines(
            Desk.Header,
            ",resolved,P1,2024-03-04 09:30,2024-03-04 10:00,",
            "INC2,resolved,P1,,2024-03-04 10:00,",
            "INC3,solved,P1,2024-03-04 09:30,2024-03-04 10:00,",
            "INC4,resolved,P1,04/03/2024 09:30,2024-03-04 10:00,",
            "INC5,resolved,P1,2024-03-04 09:30,2024-03-04 09:29,",
            "INC6,resolved,P1,2024-02-30 09:30,2024-03-04 09:29,",
            "INC7,resolved,P1,2024-03-04 09:30",
            "INC8,resolved,P1,2024-03-04 09:30,2024-03-04 10:00,,,",
            "INC9,resolved,P1,2024-03-04 09:30,2024-03-04 10:00,",
            "INC9,resolved,P1,2024-03-04 09:30,2024-03-04 11:00,"));

        Assert.Equal(["INC9"], tickets.Select(t => t.Number));
        Assert.Equal((10, 8, 1, 1), (reading.Rows, reading.BadRows, reading.Tickets, reading.Duplicates));
        Assert.Equal(["INC9"], tickets.Select(t => t.Number));
        Assert.Equal(
            [
                (TicketFileProblems.NumberMissing, 2, "number"), (TicketFileProblems.OpenedMissing, 3, "opened"), (TicketFileProblems.StateUnknown, 4, "state"),
                (TicketFileProblems.TimeUnreadable, 5, "opened"), (TicketFileProblems.EndsBeforeOpened, 6, "resolved"), (TicketFileProblems.TimeUnreadable, 7, "opened"),
                (TableProblems.RowTooShort, 8, ""), (TableProblems.RowTooLong, 9, ""), (TicketFileProblems.Duplicate, 11, ""),
            ],
            reading.Problems.Select(p => (p.Code, p.Line!.Value, p.Path)));
        Assert.Equal("one of: open, on hold, resolved, closed, cancelled", reading.Problems[2].Expected);
        Assert.Equal("'solved'", reading.Problems[2].Found);
    }

    [Fact]
    public void Every_problem_of_a_row_is_told_at_once()
    {
        var (reading, _) = Desk.Read(Desk.Lines(Desk.Header, "INC1,solved,P1,yesterday,today,"));

        Assert.Equal([TicketFileProblems.TimeUnreadable, TicketFileProblems.TimeUnreadable, TicketFileProblems.StateUnknown], reading.Problems.Select(p => p.Code));
        Assert.Equal((1, 1), (reading.Rows, reading.BadRows));
    }

    [Fact]
    public void A_quoted_cell_may_hold_commas_and_lines_and_the_next_row_knows_its_line()
    {
        var terms = Desk.Terms(Desk.Contract("form: plain, times: 'yyyy-MM-dd HH:mm'"));
        var (reading, tickets) = Desk.Read("number,text,opened,resolved,state\nINC1,\"a, b\nand \"\"c\"\"\",2024-03-04 09:30,,open\nINC2,d,2024-03-04 09:31,,open\n", terms);

        Assert.Empty(reading.Problems);
        Assert.Equal([("INC1", 2L), ("INC2", 4L)], tickets.Select(t => (t.Number, t.Line)));
    }

    [Fact]
    public void A_stray_quote_costs_its_row_alone()
    {
        var (reading, tickets) = Desk.Read(Desk.Lines(Desk.Header, "INC1,open,\"P\"1,2024-03-04 09:30,,", "INC2,open,P1,2024-03-04 09:30,,"));

        Assert.Equal([(TableProblems.StrayQuote, 2)], reading.Problems.Select(p => (p.Code, p.Line!.Value)));
        Assert.Equal(["INC2"], tickets.Select(t => t.Number));
    }

    [Fact]
    public void A_file_without_a_column_that_is_read_is_refused_whole()
    {
        var (reading, tickets) = Desk.Read(Desk.Lines("number,state,priority,resolved", "INC1,open,P1,"));

        Assert.True(reading.IsRefused);
        Assert.Empty(tickets);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((TicketFileProblems.HeaderMissing, "a column 'opened', which holds 'opened'"), (problem.Code, problem.Expected));
    }

    [Theory]
    [InlineData("", "table-empty")]
    [InlineData("\n\n", "table-empty")]
    [InlineData("PK\u0003\u0004rest of a workbook", "table-not-csv")]
    [InlineData("number,state,opened,resolved,opened\n", "table-duplicate-header")]
    public void A_file_that_is_no_extract_is_refused(string text, string code) => Assert.Equal([code], Desk.Read(text).Reading.Problems.Select(p => p.Code.Name));

    [Fact]
    public void Text_in_two_bytes_a_character_is_refused() =>
        Assert.Equal([TableProblems.NotUtf8], Desk.Read(Encoding.Unicode.GetBytes(Desk.Header)).Reading.Problems.Select(p => p.Code));

    [Fact]
    public void Limits_refuse_the_file()
    {
        var rows = Desk.Lines(Desk.Header, "INC1,open,P1,2024-03-04 09:30,,", "INC2,open,P1,2024-03-04 09:30,,");

        Assert.Equal([TableProblems.TooManyRows], Desk.Read(rows, limits: new() { Rows = 1 }).Reading.Problems.Select(p => p.Code));
        Assert.True(Desk.Read(rows, limits: new() { Rows = 1 }).Reading.IsRefused);
        Assert.False(Desk.Read(rows, limits: new() { Rows = 2 }).Reading.IsRefused);
        Assert.Equal([TableProblems.TooLarge], Desk.Read(rows, limits: new() { Bytes = 60 }).Reading.Problems.Select(p => p.Code));
        Assert.Equal([TicketFileProblems.NumberTooLong, TicketFileProblems.NumberTooLong], Desk.Read(rows, limits: new() { Number = 3 }).Reading.Problems.Select(p => p.Code));
    }

    /// <summary>A quote that is never closed would take in the rest of the file.</summary>
    [Fact]
    public void A_row_without_end_refuses_the_file()
    {
        var rows = Desk.Lines(Desk.Header, "INC1,open,P1,2024-03-04 09:30,,", $"INC2,open,\"{new string('x', 5_000)}\",2024-03-04 09:30,,");

        Assert.Equal([TicketFileProblems.RecordTooLong], Desk.Read(rows, limits: new() { Record = 1_024 }).Reading.Problems.Select(p => p.Code));
        Assert.True(Desk.Read(rows, limits: new() { Record = 1_024 }).Reading.IsRefused);
        Assert.Equal([TableProblems.UnclosedQuote], Desk.Read(Desk.Lines(Desk.Header, "INC1,open,\"P1,2024-03-04 09:30,,")).Reading.Problems.Select(p => p.Code));
    }

    /// <summary>Whatever bytes come: an answer, and never more tickets than rows.</summary>
    [Fact]
    public void Any_bytes_are_answered()
    {
        var cells = Gen.OneOf(((string[])["INC1", "", "open", "\"", "\"a\"\"b\"", "2024-03-04 09:30", "2024-02-30 09:30", "9999-99-99 99:99", "-1", ",", "\r\n", "\u0000", "\ud83d\ude00", "P1"]).Select(Gen.Const).ToArray());
        var bytes = Gen.OneOf(
            Gen.Byte.Array[0, 400],
            Gen.Select(cells.Array[0, 60], Gen.Const(Desk.Header), (parts, header) => Encoding.UTF8.GetBytes($"{header}\n{string.Join(',', parts)}")));
        bytes.Sample(
            file =>
            {
                var (reading, tickets) = Desk.Read(file);
                Assert.True(tickets.Count + reading.BadRows + reading.Duplicates <= reading.Rows);
            },
            iter: 500);
    }

    [Fact]
    public void Problems_beyond_the_first_are_counted()
    {
        var reading = Desk.Read(Desk.Lines([Desk.Header, .. Enumerable.Range(1, 50).Select(i => $"INC{i},solved,P1,2024-03-04 09:30,,")]), limits: new() { ProblemsTold = 3 }).Reading;

        Assert.Equal(3, reading.Problems.Count);
        Assert.Equal(50, reading.ProblemCounts[TicketFileProblems.StateUnknown]);
        Assert.Equal(50, reading.BadRows);
    }

    /// <summary>On 31 March 2024 London's clocks went from 01:00 to 02:00, on 27 October from 02:00 back to 01:00.</summary>
    [Fact]
    public void A_time_that_a_clock_change_makes_doubtful_goes_by_the_rule_and_is_told()
    {
        var (reading, tickets) = Desk.Read(Desk.Lines(Desk.Header, "INC1,open,P1,2024-03-31 01:30,,", "INC2,open,P1,2024-10-27 01:30,,", "INC3,open,P1,2024-10-27 02:30,,"));

        Assert.Equal([At("2024-03-31T01:30:00Z"), At("2024-10-27T00:30:00Z"), At("2024-10-27T02:30:00Z")], tickets.Select(t => t.Ticket.Opened));
        Assert.Equal([(TicketFileProblems.TimeDoubtful, 2), (TicketFileProblems.TimeDoubtful, 3)], reading.Problems.Select(p => (p.Code, p.Line!.Value)));
        Assert.Equal(0, reading.BadRows);
    }

    [Fact]
    public void Times_with_a_Z_are_those_of_UTC()
    {
        var terms = Desk.Terms(Desk.Contract("form: plain, times: 'yyyy-MM-ddTHH:mm:ssZ'"));

        Assert.Equal(At("2024-07-01T12:00:05Z"), Desk.Read(Desk.Lines(Desk.Header, "INC1,open,P1,2024-07-01T12:00:05Z,,"), terms).Tickets[0].Ticket.Opened);
    }

    /// <summary>Only the contract's words are told apart: what else a file says of people gets nowhere.</summary>
    [Fact]
    public void Nothing_of_a_row_is_kept_that_the_contract_does_not_name()
    {
        var (_, tickets) = Desk.Read(Desk.Lines("number,state,opened,resolved,priority,caller", "INC1,open,2024-03-04 09:30,,P9,A. Person"));

        Assert.Equal(0, tickets[0].Ticket.Priority);
        Assert.DoesNotContain("Person", $"{tickets[0]}", StringComparison.Ordinal);
    }

    /// <summary>The last update says how a ticket stands; the rows together say that it was on hold for an hour and opened again once.</summary>
    [Fact]
    public void An_event_log_is_one_ticket_for_all_its_rows_in_whatever_order_they_come()
    {
        var terms = Desk.Terms(Desk.Contract("form: plain, rows: onePerUpdate, times: 'yyyy-MM-dd HH:mm'"));
        string[] rows =
        [
            "INC1,open,P1,2024-03-04 09:00,,,2024-03-04 09:00,1",
            "INC1,on hold,P1,2024-03-04 09:00,,,2024-03-04 10:00,2",
            "INC1,open,P1,2024-03-04 09:00,,,2024-03-04 11:00,3",
            "INC1,resolved,P2,2024-03-04 09:00,2024-03-04 12:00,,2024-03-04 12:00,4",
            "INC1,open,P2,2024-03-04 09:00,,,2024-03-04 13:00,5",
            "INC1,closed,P2,2024-03-04 09:00,2024-03-04 15:00,2024-03-04 16:00,2024-03-04 16:00,6",
        ];
        const string Header = "number,state,priority,opened,resolved,closed,updated,update";

        foreach (var order in (string[][])[rows, [.. rows.Reverse()], [rows[3], rows[0], rows[5], rows[2], rows[4], rows[1]]])
        {
            var (reading, tickets) = Desk.Read(Desk.Lines([Header, .. order]), terms);
            Assert.Equal((6, 1), (reading.Rows, reading.Tickets));
            var ticket = Assert.Single(tickets).Ticket;
            Assert.Equal((TicketState.Closed, At("2024-03-04T15:00:00Z"), 1), (ticket.State, ticket.Resolved, ticket.Reopened));
            Assert.Equal(At("2024-03-04T12:00:00Z"), ticket.Past!.FirstResolved);
            Assert.Equal([Between("2024-03-04T10:00:00Z", "2024-03-04T11:00:00Z")], ticket.Past.Holds.All);
            Assert.Equal([Between("2024-03-04T12:00:00Z", "2024-03-04T13:00:00Z")], ticket.Past.Rested.All);
        }
    }

    private static Moment At(string instant) => Moment.Of(InstantPattern.General.Parse(instant).Value);

    private static Interval Between(string from, string to) => new(InstantPattern.General.Parse(from).Value, InstantPattern.General.Parse(to).Value);
}
