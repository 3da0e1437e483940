namespace SlaMonitor.Service.Register;

/// <summary>A change of one contract, made whole or not at all, together with its place in the audit trail.</summary>
public sealed record ContractChange
{
    /// <summary>Never empty: nothing changes unseen.</summary>
    public required IReadOnlyList<AuditEntry> Audit { get; init; }

    public RegisteredTerms? Activated { get; init; }

    /// <summary>The draft that was activated or discarded, as it was read; it goes with the change.</summary>
    public DraftTerms? Draft { get; init; }

    /// <summary>New revisions, or revisions in a new state.</summary>
    public IReadOnlyList<RegisteredReturn> Returns { get; init; } = [];

    public IReadOnlyList<RegisteredDecision> Decisions { get; init; } = [];

    /// <summary>What was taken from the inbox; its receipt says what became of it.</summary>
    public IReadOnlyList<Receipt> TakenUp { get; init; } = [];

    /// <summary>Receipts of what was taken up earlier, in a new state.</summary>
    public IReadOnlyList<Receipt> Receipts { get; init; } = [];

    /// <summary>Returns that stand refused from now on.</summary>
    public IReadOnlyList<RefusedReturn> Refused { get; init; } = [];

    /// <summary>Names of those that no longer do, see <see cref="RefusedReturn.Name"/>.</summary>
    public IReadOnlyList<string> NoLongerRefused { get; init; } = [];

    /// <summary>What an officer did with an alert.</summary>
    public HandledAlert? Handled { get; init; }

    /// <summary>The assessment that stands from now on; null where it is to be made yet.</summary>
    public Manifest? Assessment { get; init; }

    /// <summary>Alerts that arose.</summary>
    public IReadOnlyList<RegisteredAlert> Alerts { get; init; } = [];

    /// <summary>Alerts that stand and say something else from now on. On screen they say it at once, and so does what is not sent yet; what was
    /// sent is kept as it was.</summary>
    public IReadOnlyList<RegisteredAlert> Reworded { get; init; } = [];

    /// <summary>Those of the alerts that arose that people are to be told of; null where there are none.</summary>
    public OutboxItem? Outbox => Alerts.Where(a => a.Reach == Reach.People).ToList() is { Count: > 0 } some ? new(some[0].Assessment, some, "") : null;

    public bool? LegalHold { get; init; }
}

/// <summary>What an officer did with an alert, and what follows for those who are told.</summary>
/// <param name="Alert">With its new handling.</param>
/// <param name="Waits">What goes on waiting for an answer; null where nothing does.</param>
/// <param name="Ended">What waited for an answer before; null where nothing did.</param>
/// <param name="Withdrawn">Deliveries that need not be made any more, settled.</param>
public sealed record HandledAlert(RegisteredAlert Alert, UnansweredAlert? Waits, UnansweredAlert? Ended, IReadOnlyList<Delivery> Withdrawn);
