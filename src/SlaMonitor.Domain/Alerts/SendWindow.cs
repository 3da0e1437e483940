using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Alerts;

/// <summary>When an officer is told: what can wait waits for the working hours of the contract's calendar, in its zone.</summary>
public sealed class SendWindow
{
    /// <summary>Local policy; no contract states it.</summary>
    public static readonly WeeklyHours DefaultHours = WeeklyHours.Parse("Mon-Fri 08:00-18:00");

    private readonly ServiceClock _hours;
    private readonly ServiceClock _whereHolidaysAreUnknown;

    /// <param name="workingDays">Whose bank holidays are closed; in years they do not cover, none are.</param>
    public SendWindow(WeeklyHours week, WorkingDays workingDays, DateTimeZone zone)
    {
        _hours = new(new(week, workingDays), zone);
        _whereHolidaysAreUnknown = new(new(week), zone);
    }

    /// <summary>The instant from which something may be sent: now, or the next opening. What concerns a day that has passed by the next
    /// opening goes now, since told then it would be told too late.</summary>
    /// <param name="on">The day it concerns; null where no day matters.</param>
    public Instant Opens(Instant now, Urgency urgency, LocalDate? on)
    {
        if (urgency == Urgency.AtOnce) return now;
        var opening = Opening(now);
        return on is { } day && day < opening.InZone(_hours.Zone).Date ? now : opening;
    }

    /// <summary>The hours open at the moment after which the first tick of them passes.</summary>
    private Instant Opening(Instant now) =>
        (_hours.Due(now, Tick) ?? _whereHolidaysAreUnknown.Due(now, Tick) ?? now + Tick) - Tick;

    private static Duration Tick => Duration.FromTicks(1L);
}
