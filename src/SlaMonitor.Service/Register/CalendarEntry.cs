using NodaTime;

namespace SlaMonitor.Service.Register;

/// <summary>A date of a contract as calendars have been told of it.</summary>
/// <param name="Key">Which date of the contract, whatever day it falls on.</param>
/// <param name="Title">What it is.</param>
/// <param name="Note">Where it comes from and how certain it is.</param>
/// <param name="Sequence">From 0, one more with each change, so that calendars take the later for true.</param>
/// <param name="IsWithdrawn">True where it is a date of the contract no more.</param>
/// <param name="ChangedAt">When that came to be.</param>
public sealed record CalendarEntry(string Key, string Title, string Note, LocalDate Day, int Sequence, bool IsWithdrawn, Instant ChangedAt)
{
    public bool SaysTheSameAs(CalendarEntry other) => (Key, Title, Note, Day, IsWithdrawn) == (other.Key, other.Title, other.Note, other.Day, other.IsWithdrawn);
}
