using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>What would become of a return if it were sent now.</summary>
/// <param name="Receipt">As it would be given, with everything that would be found.</param>
/// <param name="Delta">What would change in results, points and money; null where nothing of it would count.</param>
public sealed record ReturnPreview(Receipt Receipt, Delta? Delta)
{
    /// <summary>The ticket extracts it was counted with; null where there were none.</summary>
    public ReturnWithTickets? Tickets { get; init; }

    /// <summary>All that was found in the return, and then in the rows of its extracts, as far as that is told one by one.</summary>
    public IReadOnlyList<Finding> FindingsWithRows =>
        [.. Receipt.Findings, .. (Tickets?.Counted ?? []).SelectMany(c => c.Reading.Problems.Select(p => Finding.Of(p.Under($"tickets.{c.Extract}"))))];

    public bool HasErrors => Receipt.Status == ReceiptStatus.Refused;

    public bool HasWarnings => !HasErrors && Receipt.Findings.Count > 0;

    /// <summary>The Service Period it is of, with its results as they would be; null where nothing would count, or it has not ended.</summary>
    public PeriodAssessment? Period => Delta?.After.Periods.FirstOrDefault(p => p.Period.Month == Receipt.Period);
}

/// <summary>The step before a return is sent: the same checks and the same assessment as afterwards, with this one return more. It costs one
/// request and stores nothing.</summary>
public sealed class PreviewReturn(Stores stores, ReadTerms terms, CountEvidence evidence, HolidayBasis basis, IClock clock)
{
    /// <summary>Its warnings count as confirmed, since they may yet be.</summary>
    private const string Confirmed = "preview";

    /// <returns>Null where there is no such contract.</returns>
    public async Task<ReturnPreview?> Of(SentReturn sent)
    {
        var stored = await stores.Register.Load(sent.Contract);
        return terms.Of(stored, basis) is { } contract ? Of(sent, await evidence.Of(stored, contract, sent.Bytes, sent.Extracts), stored, contract, basis, clock.GetCurrentInstant()) : null;
    }

    private static ReturnPreview Of(SentReturn sent, ReturnWithTickets? tickets, RegisteredContract stored, Contract contract, HolidayBasis basis, Instant now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(sent.Bytes));
        var item = new InboxItem(new(ContentHash.Of($"preview of {hash}")[..32], sent.Contract, now, sent.By, hash, sent.Bytes.Length), sent.Bytes)
        {
            Confirmed = sent.Confirmed ?? Confirmed,
            OnlyPeriod = sent.OnlyPeriod,
            Extracts = sent.Extracts,
        };
        var decisions = stored.Decisions.Select(d => d.Decision).ToList();
        var taken = TakeUp.Of(stored, contract.With(decisions), [(item, sent.Bytes, tickets)], basis, now);
        if (taken.New.Count == 0) return new(taken.Receipts[0], null) { Tickets = tickets };
        var today = now.InZone(contract.Latest.Zone).Date;
        var before = Assessment.Of(contract, [.. stored.Standing], decisions, basis, today);
        var after = Assessment.Of(contract, [.. (stored with { Returns = taken.Returns }).Standing], decisions, basis, today);
        return new(taken.Receipts[0], Delta.Between(before, after)) { Tickets = tickets };
    }
}
