using NodaTime;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Service.Register;

/// <summary>A version of the terms that took effect; it never changes.</summary>
/// <param name="Json">The canonical contract file.</param>
/// <param name="Sha256">Of it.</param>
/// <param name="RawSha256">Of the file as it was handed in.</param>
public sealed record RegisteredTerms(LocalDate EffectiveFrom, string Json, string Sha256, string RawSha256, Instant ActivatedAt, string By);

/// <summary>A version of the terms that is not in force yet and may still change.</summary>
/// <param name="Version">Of the draft row, for conditional writes.</param>
public sealed record DraftTerms(LocalDate EffectiveFrom, string RawSha256, Instant PutAt, string By, IReadOnlyList<Finding> Findings, string Version)
{
    /// <summary>True where nothing stands in the way of activating it; worked examples included.</summary>
    public bool IsSound => !Findings.Any(f => f.IsError);
}

public enum ReturnState
{
    Accepted,
    AwaitsConfirmation,
    Withdrawn,
}

/// <summary>A revision of a return as the service numbered and dated it.</summary>
/// <param name="Sha256">Of the canonical JSON of its facts.</param>
/// <param name="Receipt">Under which it was received.</param>
public sealed record RegisteredReturn(SupplierReturn Facts, string Sha256, string RawSha256, string Receipt, Instant ReceivedAt, ReturnState State)
{
    /// <summary>Why its sender confirmed its warnings, or withdrew it.</summary>
    public string? Reason { get; init; }

    /// <summary>True where the client imported it as history; then nobody else replaces or withdraws it.</summary>
    public bool IsImported { get; init; }

    /// <summary>The ticket extracts that it was counted from.</summary>
    public IReadOnlyList<KeptExtract> Extracts { get; init; } = [];
}

/// <summary>A decision as recorded.</summary>
/// <param name="Number">In the order of recording, from 1.</param>
/// <param name="Sha256">Of the canonical JSON of the decision.</param>
public sealed record RegisteredDecision(int Number, Decision Decision, string Sha256, Instant RecordedAt, string By);

/// <summary>All that an assessment of one contract needs, as it was at one moment.</summary>
public sealed record RegisteredContract(string Code)
{
    /// <summary>Of the head row when it was read; null where there is none yet.</summary>
    public string? Version { get; init; }

    /// <summary>The last link of the audit trail.</summary>
    public AuditLink Audit { get; init; } = AuditLink.First;

    /// <summary>The assessment that stands; null before the first.</summary>
    public Manifest? Current { get; init; }

    /// <summary>When the head last moved.</summary>
    public Instant? MovedAt { get; init; }

    /// <summary>When the assess step last changed it; null where it never did.</summary>
    public Instant? AssessedAt { get; init; }

    /// <summary>True where nothing of it may be disposed of.</summary>
    public bool OnLegalHold { get; init; }

    public IReadOnlyList<RegisteredTerms> Terms { get; init; } = [];

    /// <summary>Every revision that was not refused, by period and revision.</summary>
    public IReadOnlyList<RegisteredReturn> Returns { get; init; } = [];

    public IReadOnlyList<RegisteredDecision> Decisions { get; init; } = [];

    /// <summary>In the order of receipt.</summary>
    public IReadOnlyList<InboxItem> Inbox { get; init; } = [];

    /// <summary>Returns that were refused and that no better ones have followed, by period.</summary>
    public IReadOnlyList<RefusedReturn> Refused { get; init; } = [];

    /// <summary>What somebody was told of and nobody has acknowledged.</summary>
    public IReadOnlyList<UnansweredAlert> Unanswered { get; init; } = [];

    /// <summary>What has arisen and nobody has been chosen to tell, by assessment.</summary>
    public IReadOnlyList<OutboxItem> Outbox { get; init; } = [];

    /// <summary>What is on its way to officers.</summary>
    public IReadOnlyList<Delivery> Waiting { get; init; } = [];

    public IEnumerable<SupplierReturn> Standing => Returns.Where(r => r.State == ReturnState.Accepted).Select(r => r.Facts);
}
