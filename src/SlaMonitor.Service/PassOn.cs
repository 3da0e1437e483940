using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>What becomes on a day of an alert that nobody has acknowledged: it is told to the next, or again to the same, or it rests. Pure.</summary>
/// <param name="After">Null where nobody is left to tell, or it no longer stands.</param>
public sealed record PassOn(UnansweredAlert Before, UnansweredAlert? After, IReadOnlyList<Recipient> Told, string Because)
{
    /// <summary>Of what is told now.</summary>
    public int Turn => Before.SnoozedUntil is null ? Before.Turn : Before.Turn + 1;

    /// <param name="stands">Whether the assessment that stands names it.</param>
    /// <param name="today">In the contract's zone.</param>
    /// <returns>Null where nothing is to be done today.</returns>
    public static PassOn? Of(UnansweredAlert one, bool stands, Recipients recipients, WorkingDays workingDays, LocalDate today)
    {
        if (!stands) return new(one, null, [], "");
        if (today < one.Due(workingDays)) return null;
        return one.SnoozedUntil is { } until ? Again(one, until, recipients, today) : Further(one, recipients, today);
    }

    private static PassOn Again(UnansweredAlert one, LocalDate until, Recipients recipients, LocalDate today)
    {
        var named = one.HandedTo is { } id ? recipients.Find(id) : null;
        var told = named is not null ? [named] : recipients.ToTell(today);
        var again = one with { SnoozedUntil = null, Since = today, Turn = one.Turn + 1, Level = told.Count > 0 ? told[0].Role : one.Level };
        return new(
            one, Escalation.Concerns(Enum.Parse<AlertEvent>(one.Alert.Event)) ? again : null, told,
            named is not null ? "it was handed over to you" : $"it was put off until {until:d MMMM uuuu}");
    }

    private static PassOn Further(UnansweredAlert one, Recipients recipients, LocalDate today)
    {
        var because = $"nobody has acknowledged it since {one.Since:d MMMM uuuu}";
        if (Escalation.Next(one.Level, role => recipients.All.Any(r => r.Role == role && r.Id != one.HandedTo)) is not { } next) return new(one, null, [], because);
        return new(one, one with { Since = today, Level = next }, [.. recipients.InRole(next, today).Where(r => r.Id != one.HandedTo)], because);
    }
}
