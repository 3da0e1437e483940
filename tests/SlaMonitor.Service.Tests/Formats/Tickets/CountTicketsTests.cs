using System.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Service.Tests.Formats.Tickets;

/// <summary>
/// Four tickets of March 2024, counted by hand: 8 hours of Monday to Friday, 09:00 to 17:00.
/// INC1 Mon 4 March 10:00 to 16:00: 6 h, good. INC2 Mon 4 March 16:00 to Wed 6 March 09:30: 1 + 8 + 0.5 = 9.5 h, not good, though good by no clock.
/// INC3 Fri 8 March 16:00 to Mon 11 March 10:00: 1 + 1 = 2 h of service, 66 h by the wall clock: good by the contract, not good around the clock.
/// INC4 Mon 4 March 09:00, open. So 2 of 3 are good by the contract, 1 of 3 around the clock (only INC1).
/// </summary>
public sealed class CountTicketsTests
{
    private static readonly string Extract = Desk.Lines(
        Desk.Header,
        "INC1,resolved,P1,2024-03-04 10:00,2024-03-04 16:00,",
        "INC2,resolved,P1,2024-03-04 16:00,2024-03-06 09:30,",
        "INC3,resolved,P1,2024-03-08 16:00,2024-03-11 10:00,",
        "INC4,open,P1,2024-03-04 09:00,,");

    [Fact]
    public void What_is_stated_by_the_tickets_themselves_is_no_finding()
    {
        var (read, both) = Check("of,2", "to,3");

        Assert.Empty(read.Problems);
        Assert.True(both.Agrees(Desk.Terms().Find("KPI1")!));
        Assert.Equal((3L, 2L, 1L), (both.Tickets.Counts.Counted, both.Tickets.Counts.Good, both.Tickets.Counts.OtherPeriod));
        // 6 + 9.5 + 2 hours.
        Assert.Equal(17.5m * 3600, both.Tickets.Counts.Seconds);
    }

    [Fact]
    public void A_figure_by_the_wall_clock_is_named_with_the_ticket_that_makes_the_difference()
    {
        var (read, both) = Check("of,1", "to,3");

        var problem = Assert.Single(read.Problems);
        Assert.Equal((ReturnProblems.ClaimAgainstTickets, "resolved in time: 2; resolved: 3; 66.67 % from desk"), (problem.Code, problem.Expected));
        Assert.Equal("resolved in time: 1; resolved: 3, as stated; that is with all hours counted: 1 ticket differs, such as INC3", problem.Found);
        var difference = Assert.Single(both.Tickets.Reconciling!.Differences);
        Assert.Equal(("INC3", 4L, "good after 2 h of 8 h", "not good after 66 h of 8 h"), (difference.Number, difference.Line, difference.ByContract, difference.ByReading));
    }

    [Fact]
    public void A_figure_that_no_reading_gives_is_said_to_be_one()
    {
        var (read, both) = Check("of,3", "to,3");

        Assert.EndsWith("; no other reading of the tickets gives it", Assert.Single(read.Problems).Found, StringComparison.Ordinal);
        Assert.Null(both.Tickets.Reconciling);
    }

    [Fact]
    public void The_tickets_decide_unless_the_contract_says_otherwise()
    {
        var stated = Desk.Contract(evidence: "tickets: desk, counts: resolvedInTarget, target: 8 hours, clock: core, decides: stated");

        Assert.Equal("66.67 %", Level(Desk.Contract()));
        Assert.Equal("33.33 %", Level(stated));

        static string Level(string contract)
        {
            var terms = Desk.Terms(contract);
            var facts = Checked(terms, "of,1", "to,3").Return!;
            return Domain.Assessment.Of(new Contract([terms]), [facts], [], BankHolidays.Current, new(2024, 4, 30)).Periods[2].Results[0].Shown!;
        }
    }

    [Fact]
    public void The_Working_shows_the_file_the_rule_the_counts_and_the_claim()
    {
        var facts = Checked(Desk.Terms(), "of,1", "to,3").Return!;
        var result = Domain.Assessment.Of(new Contract([Desk.Terms()]), [facts], [], BankHolidays.Current, new(2024, 4, 30)).Periods[2].Results[0];

        var working = result.Working();
        Assert.StartsWith("Tickets of 'desk': resolved within their target; target 8 hours of 'core'", working[0].Rule, StringComparison.Ordinal);
        Assert.Contains(": 4 rows, 0 of them not readable, 4 tickets", working[0].Inputs, StringComparison.Ordinal);
        Assert.Equal("3 counted, 1 of other periods", working[0].Arithmetic);
        Assert.Equal("Claim against tickets: the tickets decide", working[1].Rule);
        Assert.Equal("that is with all hours counted: 1 ticket differs, such as INC3", working[1].Arithmetic);
    }

    [Fact]
    public void Without_its_extract_a_return_is_told_that_there_is_only_its_word()
    {
        var read = ReturnFile.Check(Return("of,2", "to,3"), new Contract([Desk.Terms()]), BankHolidays.Current);

        Assert.Equal([ReturnProblems.TicketsMissing], read.Problems.Select(p => p.Code));
        Assert.True(read.IsAccepted);
    }

    [Fact]
    public void An_extract_that_cannot_be_read_is_an_error_of_the_return_and_an_unknown_one_too()
    {
        var submitted = ReturnFile.Check(Return("of,2", "to,3"), new Contract([Desk.Terms()]), BankHolidays.Current).Return!;

        Assert.Equal([ReturnWithTickets.ExtractRefused], With(submitted, Sent("desk", "no,such,columns\n")).Problems.Select(p => p.Code));
        Assert.Equal([ReturnWithTickets.ExtractUnknown], With(submitted, Sent("other", Extract)).Problems.Select(p => p.Code));
        Assert.Equal([ReturnWithTickets.RowsLeftOut], With(submitted, Sent("desk", Extract + "INC5,solved,P1,2024-03-04 09:00,,\n")).Problems.Select(p => p.Code));
    }

    private static (ReadReturn Read, Measurement.FromTickets Both) Check(params string[] parts)
    {
        var read = Checked(Desk.Terms(), parts);
        return (read, (Measurement.FromTickets)read.Return!.Figures.Find("KPI1")!.Measurement);
    }

    private static ReadReturn Checked(ContractTerms terms, params string[] parts) => ReturnFile.Check(
        Return(parts), new Contract([terms]), BankHolidays.Current, null, r => ReturnWithTickets.Of(r, new Contract([terms]), BankHolidays.Current, [Sent("desk", Extract)], TicketFileLimits.Default).Return);

    private static ReturnWithTickets With(SupplierReturn submitted, SentExtract sent) =>
        ReturnWithTickets.Of(submitted, new Contract([Desk.Terms()]), BankHolidays.Current, [sent], TicketFileLimits.Default);

    private static SentExtract Sent(string name, string csv) => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(csv)));

    private static byte[] Return(params string[] parts)
    {
        var figures = string.Join(", ", parts.Select(p => p.Split(',')).Select(p => $"\"{p[0]}\": {p[1]}"));
        return Encoding.UTF8.GetBytes($$"""{"contract": "desk", "period": "2024-03", "submittedOn": "2024-04-05", "indicators": {"KPI1": {"parts": { {{figures}} } } } }""");
    }
}
