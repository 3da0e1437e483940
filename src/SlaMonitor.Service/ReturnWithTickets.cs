using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Service;

/// <summary>A return together with the ticket extracts that came with it: what the tickets come to stands beside what is stated.</summary>
/// <param name="Counted">Each extract that the contract counts from.</param>
/// <param name="Problems">Of the extracts as such. With an error the return is refused: what cannot be read is no evidence.</param>
public sealed record ReturnWithTickets(SupplierReturn Return, IReadOnlyList<CountedExtract> Counted, IReadOnlyList<Problem> Problems)
{
    /// <summary>Where the extracts are kept; none where they are nowhere but with whoever counts them.</summary>
    public IReadOnlyList<KeptExtract> Extracts { get; init; } = [];

    public static readonly ProblemCode ExtractUnknown = new("extract-unknown", true, "An extract that the contract does not describe cannot be read.");
    public static readonly ProblemCode ExtractRefused = new("extract-refused", true, "What cannot be read is no evidence; a return may come without it, and the client is told so.");
    public static readonly ProblemCode RowsLeftOut = new("ticket-rows-left-out", false, "Rows that cannot be read are left out of every count.");

    /// <param name="submitted">As the file has it.</param>
    public static ReturnWithTickets Of(SupplierReturn submitted, Contract contract, HolidayBasis basis, IReadOnlyList<SentExtract> extracts, TicketFileLimits limits) =>
        extracts.Count > 0 && PeriodOf(contract, submitted.Month, basis) is { } terms
            ? extracts.Aggregate(new ReturnWithTickets(submitted, [], []), (soFar, sent) => soFar.And(sent, terms, limits))
            : new(submitted, [], []);

    /// <summary>The terms of a Service Period by its name; null where there is none.</summary>
    public static PeriodTerms? PeriodOf(Contract contract, YearMonth month, HolidayBasis basis) =>
        contract.PeriodsBegunBy(contract.Latest.Term.LatestPossibleEnd, basis).FirstOrDefault(t => t.Period.Month == month);

    private ReturnWithTickets And(SentExtract sent, PeriodTerms terms, TicketFileLimits limits)
    {
        var names = terms.Terms.Draft.Extracts.Select(e => e.Name).ToList();
        if (!names.Contains(sent.Name))
            return With(new Problem(ExtractUnknown, $"tickets.{sent.Name}", names.Count == 0 ? "no ticket extract" : $"one of: {string.Join(", ", names)}", sent.Name));
        var counted = CountTickets.Of(sent, terms, limits);
        return counted.Reading.IsRefused
            ? With(new Problem(ExtractRefused, $"tickets.{sent.Name}", "a ticket extract as the contract describes it", counted.Reading.Problems[^1].Found)) with { Counted = [.. Counted, counted] }
            : (this with { Return = Return with { Figures = CountTickets.Beside(Return.Figures, sent, counted, terms, limits) }, Counted = [.. Counted, counted] }).With(LeftOut(counted));
    }

    private static Problem[] LeftOut(CountedExtract counted) => counted.Reading.BadRows + counted.Reading.Duplicates == 0
        ? []
        : [new(RowsLeftOut, $"tickets.{counted.Extract}", "every row readable and each ticket once", $"{counted.Reading.BadRows} of {counted.Reading.Rows} rows not readable, {counted.Reading.Duplicates} naming a ticket again")];

    private ReturnWithTickets With(params Problem[] problems) => this with { Problems = [.. Problems, .. problems] };
}
