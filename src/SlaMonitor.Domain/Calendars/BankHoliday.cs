using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>One bank holiday of one division.</summary>
/// <param name="Division">Never <see cref="Calendars.Division.UkUnion"/>.</param>
/// <param name="Note">For instance <c>substitute day</c>; empty for most.</param>
/// <param name="FirstSeen">The day the row was first seen in GOV.UK's public repository.</param>
/// <param name="WithdrawnSeen">The day it was seen to be gone from there; null for a row that stands.</param>
public sealed record BankHoliday(
    Division Division, LocalDate Date, string Title, string Note, LocalDate FirstSeen, LocalDate? WithdrawnSeen)
{
    /// <summary>The title with its note: <c>Boxing Day (substitute day)</c>.</summary>
    public string InWords => Note.Length == 0 ? Title : $"{Title} ({Note})";

    /// <summary>Seen on or before the day and not yet seen withdrawn then.</summary>
    public bool IsKnownOn(LocalDate day) => FirstSeen <= day && !(WithdrawnSeen <= day);
}
