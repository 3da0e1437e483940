using System.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Service.Tests.Formats.Tickets;

/// <summary>A contract of illustration whose indicators are counted from a plain extract, and extracts for it.</summary>
internal static class Desk
{
    public const string Header = "number,state,priority,opened,resolved,closed";

    public static string Contract(string tickets = "form: plain, times: 'yyyy-MM-dd HH:mm'", string evidence = "tickets: desk, counts: resolvedInTarget, target: 8 hours, clock: core") =>
        $$"""
        contract: desk
        title: Illustration
        client: Riverside Council
        supplier: Example Systems Ltd
        effectiveFrom: 2024-01-01
        term: { start: 2024-01-01, end: 2024-12-31 }
        workingDays: england-and-wales
        calendars:
          core: { hours: Mon-Fri 09:00-17:00, holidays: closed }
        returns: { due: 10 working days, whenMissing: notScored }
        tickets:
          desk: { {{tickets}} }
        indicators:
          KPI1:
            title: Incidents resolved in 8 service hours
            kind: subsidiary PI
            better: higher
            measure: { ratio: { of: resolved in time, to: resolved } }
            evidence: { {{evidence}} }
            ladder: { target: { from: 90 % }, failed: {} }
        """;

    public static ContractTerms Terms(string? contract = null)
    {
        var read = ContractFile.Read(Encoding.UTF8.GetBytes(contract ?? Contract()), BankHolidays.Current);
        Assert.Equal([], read.Problems.Where(p => p.IsError));
        return read.Terms!;
    }

    public static PeriodTerms Period(ContractTerms terms, int month) =>
        new Contract([terms]).PeriodsBegunBy(terms.Term.LatestPossibleEnd, BankHolidays.Current).Single(p => p.Period.Month.Month == month);

    /// <summary>The tickets of an extract with their lines, and what reading it came to.</summary>
    public static (TicketReading Reading, List<(string Number, long Line, Ticket Ticket)> Tickets) Read(string csv, ContractTerms? terms = null, TicketFileLimits? limits = null) =>
        Read(Encoding.UTF8.GetBytes(csv), terms, limits);

    public static (TicketReading Reading, List<(string Number, long Line, Ticket Ticket)> Tickets) Read(byte[] csv, ContractTerms? terms = null, TicketFileLimits? limits = null)
    {
        terms ??= Terms();
        var tickets = new List<(string, long, Ticket)>();
        var reading = TicketFile.Read(new MemoryStream(csv), terms.Draft.Extracts[0], terms, limits ?? TicketFileLimits.Default, (in Ticket ticket, ITicketPlace place) => tickets.Add((place.Number, place.Line, ticket)));
        return (reading, tickets);
    }

    public static string Lines(params string[] lines) => string.Join("\n", lines) + "\n";
}
