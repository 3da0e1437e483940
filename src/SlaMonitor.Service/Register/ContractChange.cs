namespace SlaMonitor.Service.Register;

/// <summary>A change of one contract, made whole or not at all, together with its place in the audit trail.</summary>
public sealed record ContractChange
{
    /// <summary>Never empty: nothing changes unseen.</summary>
    public required IReadOnlyList<AuditEntry> Audit { get; init; }

    public RegisteredTerms? Activated { get; init; }

    /// <summary>The draft that was activated, as it was read; it goes with the change.</summary>
    public DraftTerms? Draft { get; init; }

    /// <summary>New revisions, or revisions in a new state.</summary>
    public IReadOnlyList<RegisteredReturn> Returns { get; init; } = [];

    public IReadOnlyList<RegisteredDecision> Decisions { get; init; } = [];

    /// <summary>What was taken from the inbox; its receipt says what became of it.</summary>
    public IReadOnlyList<Receipt> TakenUp { get; init; } = [];

    /// <summary>Receipts of what was taken up earlier, in a new state.</summary>
    public IReadOnlyList<Receipt> Receipts { get; init; } = [];

    /// <summary>The assessment that stands from now on; null where it is to be made yet.</summary>
    public Manifest? Assessment { get; init; }

    /// <summary>Alerts that arose.</summary>
    public IReadOnlyList<RegisteredAlert> Alerts { get; init; } = [];

    /// <summary>Those of them that people are to be told of; null where there are none.</summary>
    public OutboxItem? Outbox => Alerts.Where(a => a.Reach == Reach.People).ToList() is { Count: > 0 } some ? new(some[0].Assessment, some, "") : null;

    public bool? LegalHold { get; init; }
}
