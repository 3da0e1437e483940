using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Register;

/// <summary>An alert that somebody was told of and nobody has acknowledged, or that is put off until a day. It is among what every load
/// brings, and goes once it is acknowledged, no longer stands, or has come to the last who can be told.</summary>
/// <param name="Since">The day, in the contract's zone, on which the last were told.</param>
/// <param name="Level">Whom that was.</param>
public sealed record UnansweredAlert(RegisteredAlert Alert, LocalDate Since, OfficerRole Level)
{
    /// <summary>The first day on which it is told again; null where it is not put off.</summary>
    public LocalDate? SnoozedUntil { get; init; }

    /// <summary>The id of whoever it was handed over to; null where the roles say who is told.</summary>
    public string? HandedTo { get; init; }

    /// <summary>How often it was begun anew: by putting it off or handing it over.</summary>
    public int Turn { get; init; }

    /// <summary>Of its row; null before it has one.</summary>
    public string? Version { get; init; }

    /// <summary>The day on which somebody else is told, or the same again.</summary>
    public LocalDate Due(WorkingDays workingDays) => SnoozedUntil ?? Escalation.DueAfter(Since, workingDays);
}
