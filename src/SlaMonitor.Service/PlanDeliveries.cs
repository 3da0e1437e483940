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
    /// <summary>The cause noted where nobody is named.</summary>
    public const string Nobody = "nobody";

    private readonly SendWindow _window = new(SendWindow.DefaultHours, terms.WorkingDays(basis), terms.Zone);

    /// <summary>One delivery for each alert and recipient. What goes at once is claimed by whoever plans it.</summary>
    public IReadOnlyList<Delivery> Of(OutboxItem item, Instant now, Duration claim)
    {
        var told = recipients.ToTell(now.InZone(terms.Zone).Date);
        return [.. item.Alerts.SelectMany(alert => told.Select(recipient => Planned(alert, recipient, now, claim)))];
    }

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
        return channels.By(recipient.Way) is null
            ? one with { State = DeliveryState.OnScreen, SettledAt = now, Why = $"{CauseOf(recipient.Way)} is not set up" }
            : one;
    }
}
