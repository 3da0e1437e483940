using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Tickets;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>
/// The step that counts the ticket extracts of a return before it is taken up. A correction that brings none has those of the return that stands. An
/// extract is streamed from storage, once or, where what is stated differs, twice: one request each time.
/// </summary>
public sealed class CountEvidence(Stores stores, HolidayBasis basis)
{
    public static readonly ProblemCode ExtractGone = new("extract-gone", true, "An extract that is not there (any more) is no evidence; it has to be sent again.");

    /// <param name="contract">Null where no terms have taken effect.</param>
    /// <returns>Null where there is nothing to count: no extract, or no return that can be read.</returns>
    public async Task<ReturnWithTickets?> Of(RegisteredContract stored, Contract? contract, byte[] bytes, IReadOnlyList<KeptExtract> sent)
    {
        if (contract is null || !contract.Versions.Any(v => v.Draft.Extracts.Count > 0)) return null;
        if (ReturnFile.Check(bytes, contract, basis).Return is not { } submitted) return null;
        var extracts = With(stored, submitted, sent);
        var there = await Task.WhenAll(extracts.Select(async e => (Extract: e, IsThere: await stores.Extracts.Length(e.BlobOf(stored.Code)) is not null)));
        var counted = await Task.Run(() => ReturnWithTickets.Of(submitted, contract, basis, [.. there.Where(e => e.IsThere).Select(e => Sent(stored.Code, e.Extract))], TicketFileLimits.Default));
        return counted with
        {
            Extracts = extracts,
            Problems = [.. counted.Problems, .. there.Where(e => !e.IsThere && sent.Contains(e.Extract)).Select(e => new Problem(ExtractGone, $"tickets.{e.Extract.Name}", "a ticket extract that was uploaded", "none"))],
        };
    }

    private SentExtract Sent(string contract, KeptExtract extract) => new(extract.Name, () => stores.Extracts.Open(extract.BlobOf(contract)));

    private static IReadOnlyList<KeptExtract> With(RegisteredContract stored, SupplierReturn submitted, IReadOnlyList<KeptExtract> sent)
    {
        var standing = stored.Returns.Where(r => r.State == ReturnState.Accepted && r.Facts.Month == submitted.Month).MaxBy(r => r.Facts.Revision)?.Extracts ?? [];
        return [.. sent, .. standing.Where(e => sent.All(s => s.Name != e.Name))];
    }
}
