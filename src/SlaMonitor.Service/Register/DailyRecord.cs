using NodaTime;

namespace SlaMonitor.Service.Register;

/// <summary>That the daily run ran: its absence is what would otherwise go unseen.</summary>
/// <param name="Day">Of UTC.</param>
/// <param name="RanAt">The last time it ran on that day.</param>
/// <param name="Due">Contracts sent to be assessed because something may have changed by itself.</param>
/// <param name="Anchored">Contracts whose audit heads were anchored.</param>
public sealed record DailyRecord(LocalDate Day, Instant RanAt, int Due, int Anchored);

/// <summary>The audit heads that moved on one day, chained to the day before it that had any.</summary>
/// <param name="Day">Of UTC.</param>
/// <param name="Previous">SHA-256 of the anchor before it; 64 zeros for the first.</param>
/// <param name="Heads">By contract.</param>
public sealed record DailyAnchor(LocalDate Day, string Previous, IReadOnlyList<AnchoredHead> Heads);

/// <summary>Where an audit trail stood.</summary>
/// <param name="Contract">Its code; <see cref="Storage.PeopleTable.Trail"/> of the assignments.</param>
public sealed record AnchoredHead(string Contract, long Number, string Hash);
