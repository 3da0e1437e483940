using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>What came of doing something with an alert.</summary>
public abstract record HandlingOutcome
{
    private HandlingOutcome()
    {
    }

    /// <param name="IsNew">False where it was asked for before.</param>
    public sealed record Done(RegisteredAlert Alert, bool IsNew) : HandlingOutcome;

    public sealed record NoSuchAlert : HandlingOutcome;

    /// <summary>It no longer stands.</summary>
    public sealed record Ended : HandlingOutcome;

    /// <summary>It may be put off from the first to the last of these days.</summary>
    public sealed record NotThatDay(LocalDate First, LocalDate Last) : HandlingOutcome;

    public sealed record NoSuchRecipient : HandlingOutcome;
}

/// <summary>The steps of an alert that somebody has been told of: seen to, put off until a day, handed over. Each stands in the audit trail
/// with who and why; asked for twice it is done once.</summary>
public sealed class HandleAlert(Stores stores, ChangeContract change, ReadTerms terms, HolidayBasis basis)
{
    /// <summary>An alert without a day of its own, or with one that has passed, may be put off for so long.</summary>
    public const int MostDaysOff = 92;

    /// <summary>Nobody else is told of it.</summary>
    /// <param name="alert">See <see cref="RegisteredAlert.Hash"/>.</param>
    public Task<HandlingOutcome> Acknowledge(string contract, string alert, Asked asked) =>
        Do(contract, alert, new(HandlingKind.Acknowledged, asked.By, default, asked.Reason, null, null), asked);

    /// <summary>It is told again on a day, and nobody else is told before: later than today, and no later than the day it concerns where that is to come.</summary>
    public Task<HandlingOutcome> Snooze(string contract, string alert, LocalDate until, Asked asked) =>
        Do(contract, alert, new(HandlingKind.Snoozed, asked.By, default, asked.Reason, until, null), asked);

    /// <summary>Somebody else is told at once, and has the days to answer.</summary>
    /// <param name="to">The id of one of the contract's recipients.</param>
    public Task<HandlingOutcome> HandOver(string contract, string alert, string to, Asked asked) =>
        Do(contract, alert, new(HandlingKind.HandedOver, asked.By, default, asked.Reason, null, to), asked);

    private Task<HandlingOutcome> Do(string contract, string hash, AlertHandling asking, Asked asked) =>
        change.Looking<HandlingOutcome>(contract, asked, async (before, now) =>
        {
            if (before.Current is not { } current || terms.Of(before, basis) is not { } known) return new(null, new HandlingOutcome.NoSuchAlert());
            if (await stores.Register.Alert(contract, hash, current.Alerts) is not { } alert) return new(null, new HandlingOutcome.NoSuchAlert());
            if (asking.IsSameAs(alert.Handling)) return new(null, new HandlingOutcome.Done(alert, false));
            if (!alert.Stands) return new(null, new HandlingOutcome.Ended());
            var today = now.InZone(known.Latest.Zone).Date;
            var last = alert.On is { } on && on > today ? on : today.PlusDays(MostDaysOff);
            if (asking.Until is { } until && (until <= today || until > last)) return new(null, new HandlingOutcome.NotThatDay(today.PlusDays(1), last));
            var recipients = await stores.Recipients.Get(contract) ?? Recipients.Of(known.Latest);
            if (asking.To is { } to && recipients.Find(to) is null) return new(null, new HandlingOutcome.NoSuchRecipient());
            var handled = alert with { Handling = asking with { At = now } };
            return new(
                new ContractChange
                {
                    Handled = Handled(before, handled, recipients, today, now),
                    Audit = [new(now, asked.By, InWords(asking), $"alert {hash}", $"{alert.Key}: {asked.Reason}")],
                },
                new HandlingOutcome.Done(handled, true));
        });

    private static HandledAlert Handled(RegisteredContract before, RegisteredAlert alert, Recipients recipients, LocalDate today, Instant now)
    {
        var handling = alert.Handling!;
        var waited = before.Unanswered.FirstOrDefault(u => u.Alert.Hash == alert.Hash);
        var waiting = before.Waiting.Where(w => w.Alert.Hash == alert.Hash).ToList();
        var turn = Math.Max(waited?.Turn ?? 0, waiting.Select(w => w.Turn).DefaultIfEmpty(0).Max());
        var anew = new UnansweredAlert(waited?.Alert ?? waiting.FirstOrDefault()?.Alert ?? alert, today, waited?.Level ?? OfficerRole.ContractManager) { Turn = turn };
        return new(
            alert,
            handling.Answer switch
            {
                HandlingKind.Acknowledged => null,
                HandlingKind.Snoozed => anew with { SnoozedUntil = handling.Until, HandedTo = waited?.HandedTo },
                // Due at once: whoever delivers finds it so.
                _ => anew with { SnoozedUntil = today, HandedTo = handling.To, Level = recipients.Find(handling.To!)!.Role },
            },
            waited,
            [.. waiting.Select(w => w with { State = DeliveryState.Withdrawn, SettledAt = now, ClaimedUntil = null, Why = InWords(handling) })]);
    }

    private static string InWords(AlertHandling handling) => handling.Answer switch
    {
        HandlingKind.Acknowledged => "alert acknowledged",
        HandlingKind.Snoozed => $"alert put off until {handling.Until:uuuu-MM-dd}",
        _ => $"alert handed over to {handling.To}",
    };
}
