using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>Who is told of what has arisen, by which way and from when on. Pure.</summary>
public sealed class PlanDeliveries(ContractTerms terms, HolidayBasis basis, Recipients recipients, NoticeChannels channels)
{
    /// <summary>What is due within so many working days is told by itself, whatever a recipient wants.</summary>
    public const int DaysNear = 5;

    public const string NoDigests = "no digests are wanted";

    /// <summary>The cause noted where nobody is named.</summary>
    public const string Nobody = "nobody";

    private readonly SendWindow _window = new(SendWindow.DefaultHours, terms.WorkingDays(basis), terms.Zone);

    /// <summary>One delivery for each alert and recipient. What goes at once is claimed by whoever plans it.</summary>
    public IReadOnlyList<Delivery> Of(OutboxItem item, Instant now, Duration claim)
    {
        var told = recipients.ToTell(now.InZone(terms.Zone).Date);
        return [.. item.Alerts.SelectMany(alert => told.Select(recipient => Planned(alert, recipient, now, claim)))];
    }

    /// <summary>One delivery for each who is told of what nobody has acknowledged.</summary>
    public IReadOnlyList<Delivery> Of(PassOn pass, Instant now, Duration claim) =>
        [.. pass.Told.Select(recipient => Planned(pass.Before.Alert, recipient, now, claim) with { Turn = pass.Turn, Because = pass.Because })];

    /// <summary>What becomes today of what nobody has acknowledged; null where nothing does.</summary>
    public PassOn? PassedOn(UnansweredAlert one, bool stands, Instant now) => PassOn.Of(one, stands, recipients, terms.WorkingDays(basis), now.InZone(terms.Zone).Date);

    /// <summary>What waits for an answer once one recipient has been told; null where nobody would be told after them, where the event asks for no
    /// answer, and where what waits has gone further meanwhile.</summary>
    public UnansweredAlert? Waits(Delivery sent, UnansweredAlert? before, Instant now)
    {
        if (recipients.Find(sent.Recipient) is not { } recipient || !Escalation.Concerns(Enum.Parse<AlertEvent>(sent.Alert.Event))) return null;
        if (Escalation.Next(recipient.Role, role => recipients.All.Any(r => r.Role == role)) is null) return null;
        if (before is not null && (before.Turn > sent.Turn || Place(before.Level) > Place(recipient.Role))) return null;
        return new(sent.Alert, now.InZone(terms.Zone).Date, recipient.Role) { Turn = sent.Turn, HandedTo = before?.HandedTo };
    }

    /// <summary>Due later than in five working days, where nothing is lost by a day.</summary>
    private bool IsFarAhead(RegisteredAlert alert, Instant now)
    {
        if (alert.On is not { } on || Enum.Parse<AlertEvent>(alert.Event).Urgency() == Urgency.AtOnce) return false;
        var today = now.InZone(terms.Zone).Date;
        return terms.WorkingDays(basis).Between(today, on) is { } days ? days > DaysNear : on > today.PlusWeeks(1);
    }

    /// <summary>What arises on one day goes out together when the next working day opens.</summary>
    private Instant NextMorning(Instant now) =>
        _window.Opens(terms.Zone.AtStartOfDay(now.InZone(terms.Zone).Date.PlusDays(1)).ToInstant(), Urgency.InWorkingHours, null);

    private static int Place(OfficerRole role) => Escalation.Order.ToList().IndexOf(role);

    /// <summary>From when on an alert may be sent, looked at now.</summary>
    public Instant Opens(RegisteredAlert alert, Instant now) => _window.Opens(now, Enum.Parse<AlertEvent>(alert.Event).Urgency(), alert.On);

    /// <summary>Why alerts would be on screen only though they should reach people: cause and words.</summary>
    public IEnumerable<(string Cause, string Why)> OnScreenOnly()
    {
        if (recipients.All.Count == 0) yield return (Nobody, "nobody is named");
        foreach (var way in recipients.All.Select(o => o.Way).Where(w => w != NoticeWay.Screen && channels.By(w) is null).Distinct())
            yield return ($"no-{CauseOf(way)}", $"{CauseOf(way)} is not set up");
    }

    public static string CauseOf(NoticeWay way) => Words.Key(way);

    private Delivery Planned(RegisteredAlert alert, Recipient recipient, Instant now, Duration claim)
    {
        var opens = Opens(alert, now);
        var one = new Delivery(alert, recipient.Id) { NotBefore = opens, ClaimedUntil = opens <= now ? now + claim : null };
        if (recipient.Way == NoticeWay.Screen) return one with { State = DeliveryState.OnScreen, SettledAt = now };
        if (recipient.FarAhead != FarAhead.Each && IsFarAhead(alert, now) && channels.By(recipient.Way) is IDigestChannel)
            return recipient.FarAhead == FarAhead.Digest
                ? one with { InDigest = true, NotBefore = NextMorning(now), ClaimedUntil = null }
                : one with { State = DeliveryState.OnScreen, SettledAt = now, Why = NoDigests };
        return channels.By(recipient.Way) is null
            ? one with { State = DeliveryState.OnScreen, SettledAt = now, Why = $"{CauseOf(recipient.Way)} is not set up" }
            : one;
    }
}
