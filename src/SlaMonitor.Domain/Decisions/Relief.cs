namespace SlaMonitor.Domain.Decisions;

/// <summary>Where the relief of one indicator in one Service Period stands on a day.</summary>
/// <param name="Claimed">The latest claim, if any.</param>
/// <param name="Decided">The latest decision. It stands until a new claim has been decided.</param>
/// <param name="IsOpen">True where a claim waits to be decided.</param>
public sealed record Relief(Decision.ReliefClaimed? Claimed, Decision.ReliefDecided? Decided, bool IsOpen);

/// <summary>Where a dispute of one result stands on a day.</summary>
/// <param name="Resolved">Null while it is open.</param>
public sealed record Dispute(Decision.DisputeOpened Opened, Decision.DisputeResolved? Resolved);
