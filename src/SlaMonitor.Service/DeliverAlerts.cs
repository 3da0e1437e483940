using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>
/// The step from alerts to people: choose who is told, then tell them, each delivery claimed before it is sent and settled once the
/// provider has taken it. Doing it twice, late, or at the same time as somebody else tells nobody twice; only what dies between a
/// provider's acceptance and the mark is sent again, with the same Message-ID.
/// </summary>
public sealed class DeliverAlerts(Stores stores, ReadTerms terms, HolidayBasis basis, NoticeChannels channels, IClock clock, ILogger<DeliverAlerts> log)
{
    private const int MostConflicts = 10;

    /// <summary>After so many tries in vain the operator hears of it, and the message goes the way of those that failed.</summary>
    public const int MostTries = 5;

    /// <summary>How long whoever claimed a delivery has for it: several times <see cref="NoticeLimits.Longest"/>.</summary>
    public static readonly Duration Claim = Duration.FromMinutes(5);

    /// <summary>What must be left of a claim to begin a sending.</summary>
    private static readonly Duration EnoughOfClaim = Duration.FromMinutes(2);

    /// <summary>Azure hides a message for a week at most; whatever waits longer is looked at in between.</summary>
    private static readonly Duration LongestSleep = Duration.FromDays(6);

    private static readonly Duration[] BackOff = [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromHours(1)];

    /// <exception cref="InvalidOperationException">A provider failed too often, or others were faster again and again; the message comes
    /// again.</exception>
    public async Task Of(WorkMessage message)
    {
        if (await TakenUp(message.Contract) is not { } desk) return;
        var left = new List<Delivery>();
        foreach (var digest in desk.Waiting.Where(d => d.InDigest).GroupBy(d => d.Recipient)) left.AddRange(await TellDigest(desk, digest));
        foreach (var one in desk.Waiting.Where(d => !d.InDigest))
            if (await Tell(desk, one) is { } waits) left.Add(waits);

        await Wake(message, left);
        await NoteFailures(desk, left);
    }

    /// <summary>What there is to tell of one contract, nothing of it in the outbox any more.</summary>
    private sealed record Desk(RegisteredContract Contract, ContractTerms Terms, Recipients Recipients, PlanDeliveries Plan, IReadOnlyList<Delivery> Waiting);

    /// <returns>Null where there is nothing to tell.</returns>
    private async Task<Desk?> TakenUp(string code)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var contract = await stores.Register.Load(code);
            if (contract is { Outbox.Count: 0, Waiting.Count: 0, Unanswered.Count: 0 } || terms.Of(contract, basis) is not { } read) return null;
            var recipients = await stores.Recipients.Get(code) ?? Recipients.Of(read.Latest);
            var plan = new PlanDeliveries(read.Latest, basis, recipients, channels);
            if (await Planned(contract, plan) is { } planned)
                return new(contract, read.Latest, recipients, plan, [.. contract.Waiting.Concat(planned).OrderBy(d => d.NotBefore)]);
        }

        throw new InvalidOperationException($"Deliveries of {code} were changed by others {MostConflicts} times in a row.");
    }

    /// <returns>Null where somebody else took something up meanwhile.</returns>
    private async Task<List<Delivery>?> Planned(RegisteredContract contract, PlanDeliveries plan)
    {
        var planned = new List<Delivery>();
        foreach (var item in contract.Outbox)
        {
            var now = clock.GetCurrentInstant();
            foreach (var (cause, why) in plan.OnScreenOnly()) await stores.Undelivered.Note(new(contract.Code, cause, why, now));
            if (await stores.Deliveries.TryTakeUp(contract.Code, item, plan.Of(item, now, Claim)) is not { } taken) return null;
            planned.AddRange(taken);
        }

        foreach (var one in contract.Unanswered)
        {
            var now = clock.GetCurrentInstant();
            if (plan.PassedOn(one, Stands(contract, one.Alert), now) is not { } pass) continue;
            if (await stores.Deliveries.TryPassOn(contract.Code, one, pass.After, plan.Of(pass, now, Claim)) is not { } told) return null;
            planned.AddRange(told);
        }

        return planned;
    }

    /// <returns>The delivery where it goes on waiting; null where it is settled, here or by somebody else.</returns>
    private async Task<Delivery?> Tell(Desk desk, Delivery one)
    {
        var now = clock.GetCurrentInstant();
        if (!Stands(desk.Contract, one.Alert)) return await Settle(desk, one, DeliveryState.Withdrawn, "it no longer stands");
        if (desk.Recipients.Find(one.Recipient) is not { } recipient) return await Settle(desk, one, DeliveryState.Withdrawn, "no longer named");
        if (recipient.Address is not { } address || channels.By(recipient.Way) is not { } channel)
            return await Settle(desk, one, DeliveryState.OnScreen, $"{PlanDeliveries.CauseOf(recipient.Way)} is not set up");
        var isMine = desk.Contract.Waiting.All(w => w.Id != one.Id) && one.ClaimedUntil is not null;
        if (!isMine && !one.IsDue(now)) return one;
        if (!isMine && desk.Plan.Opens(one.Alert, now) is var opens && opens > now)
            return await stores.Deliveries.TryChange(desk.Contract.Code, one with { NotBefore = opens, ClaimedUntil = null }) ?? Anothers(one, now);
        if (!isMine || one.ClaimedUntil - now < EnoughOfClaim)
        {
            if (await stores.Deliveries.TryChange(desk.Contract.Code, one with { ClaimedUntil = now + Claim }) is not { } claimed) return Anothers(one, now);
            one = claimed;
        }

        var answer = await channel.Send(new(one.Id, one.Alert, desk.Contract.Code, desk.Terms.Title, recipient.Role, desk.Terms.Zone) { Because = one.Because, Site = channels.Site }, address);
        return await Settled(desk, one, answer);
    }

    /// <summary>What has its time by now goes as one, each of it claimed before.</summary>
    /// <returns>Those that go on waiting.</returns>
    private async Task<IReadOnlyList<Delivery>> TellDigest(Desk desk, IEnumerable<Delivery> digest)
    {
        var now = clock.GetCurrentInstant();
        var (left, mine) = (new List<Delivery>(), new List<Delivery>());
        foreach (var one in digest)
        {
            if (!Stands(desk.Contract, one.Alert)) await Settle(desk, one, DeliveryState.Withdrawn, "it no longer stands");
            else if (desk.Recipients.Find(one.Recipient) is not { Address: not null } recipient) await Settle(desk, one, DeliveryState.Withdrawn, "no longer named");
            else if (recipient.FarAhead == FarAhead.Screen) await Settle(desk, one, DeliveryState.OnScreen, PlanDeliveries.NoDigests);
            else if (!one.IsDue(now)) left.Add(one);
            else if (await stores.Deliveries.TryChange(desk.Contract.Code, one with { ClaimedUntil = now + Claim }) is { } claimed) mine.Add(claimed);
            else left.Add(Anothers(one, now));
        }

        if (mine.Count == 0 || desk.Recipients.Find(mine[0].Recipient) is not { Address: { } address } told) return left;
        var answer = channels.By(told.Way) is IDigestChannel channel
            ? await channel.SendDigest(Digest(desk, told, mine), address)
            : new NoticeAnswer.TryLater("no way of digests is set up");
        foreach (var one in mine)
            if (await Settled(desk, one, answer) is { } waits) left.Add(waits);
        return left;
    }

    private DigestNotice Digest(Desk desk, Recipient told, IEnumerable<Delivery> mine) => new(
        desk.Contract.Code, desk.Terms.Title, told.Id,
        [.. mine.OrderBy(d => d.Alert.On).ThenBy(d => d.Id, StringComparer.Ordinal).Select(d => new AlertNotice(d.Id, d.Alert, desk.Contract.Code, desk.Terms.Title, told.Role, desk.Terms.Zone) { Site = channels.Site })]);

    private Task<Delivery?> Settled(Desk desk, Delivery one, NoticeAnswer answer) => answer switch
    {
        NoticeAnswer.Accepted => Settle(desk, one, DeliveryState.Sent, null),
        NoticeAnswer.Refused refused => Refuse(desk, one, refused.Why),
        NoticeAnswer.TryLater later => PutOff(desk, one, later.Why),
        _ => throw new InvalidOperationException("The set of answers is closed."),
    };

    private static bool Stands(RegisteredContract contract, RegisteredAlert alert) => contract.Current?.Alerts.Contains(alert.Hash) == true;

    /// <summary>Whoever claimed it may die; it is looked at again when their claim has run out.</summary>
    private static Delivery Anothers(Delivery one, Instant now) => one with { ClaimedUntil = now + Claim };

    private async Task<Delivery?> Settle(Desk desk, Delivery one, DeliveryState state, string? why)
    {
        var settled = one with { State = state, SettledAt = clock.GetCurrentInstant(), ClaimedUntil = null, Why = why };
        var before = desk.Contract.Unanswered.FirstOrDefault(u => u.Alert.Hash == one.Alert.Hash);
        var waits = state == DeliveryState.Sent ? desk.Plan.Waits(settled, before, settled.SettledAt!.Value) : null;
        if (!await stores.Deliveries.TrySettle(desk.Contract.Code, settled, waits)) return null;
        Telemetry.AlertsDelivered.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));
        Log.Settled(log, one.Id, desk.Contract.Code, one.Recipient, state);
        if (state == DeliveryState.Sent && one.Tries >= MostTries) await stores.Undelivered.Forget(desk.Contract.Code, CauseOf(desk, one));
        return null;
    }

    private async Task<Delivery?> Refuse(Desk desk, Delivery one, string why)
    {
        var cause = $"refused-{ContentHash.Of(one.Recipient)[..16]}";
        await stores.Undelivered.Note(new(desk.Contract.Code, cause, $"{one.Recipient}: {why}", clock.GetCurrentInstant()));
        return await Settle(desk, one, DeliveryState.Refused, why);
    }

    private async Task<Delivery?> PutOff(Desk desk, Delivery one, string why)
    {
        var (now, tries) = (clock.GetCurrentInstant(), one.Tries + 1);
        Log.NotDelivered(log, one.Id, desk.Contract.Code, one.Recipient, tries, why);
        var later = one with { Tries = tries, NotBefore = tries < MostTries ? now + BackOff[tries - 1] : now, ClaimedUntil = null, Why = why };
        return await stores.Deliveries.TryChange(desk.Contract.Code, later) ?? Anothers(one, now);
    }

    /// <summary>This message is deleted only after the one that follows it is sent, so what waits is never forgotten.</summary>
    private async Task Wake(WorkMessage message, IReadOnlyList<Delivery> left)
    {
        if (left.Where(d => d.Tries < MostTries).ToList() is not { Count: > 0 } sleeping) return;
        var until = Duration.Min(sleeping.Min(d => d.NextLook) - clock.GetCurrentInstant(), LongestSleep);
        await stores.Alerts.Send(message with { Pending = null }, Duration.Max(until, Duration.FromSeconds(1)));
    }

    /// <summary>The daily run looks again as well, so that a provider that comes back is enough.</summary>
    private async Task NoteFailures(Desk desk, IReadOnlyList<Delivery> left)
    {
        var now = clock.GetCurrentInstant();
        if (left.Where(d => d.Tries >= MostTries).ToList() is not { Count: > 0 } failing) return;
        foreach (var same in failing.GroupBy(d => CauseOf(desk, d)))
            await stores.Undelivered.Note(new(desk.Contract.Code, same.Key, same.First().Why ?? "it fails", now));
        await stores.Index.LookAgain(desk.Contract.Code, now.InUtc().Date.PlusDays(1));
        var first = string.Join(", ", failing.Select(d => $"{d.Id}: {d.Why}").Take(10));
        throw new InvalidOperationException($"{failing.Count} deliveries of {desk.Contract.Code} failed {MostTries} times and more: {first}.");
    }

    private static string CauseOf(Desk desk, Delivery one) =>
        desk.Recipients.Find(one.Recipient) is { } recipient ? PlanDeliveries.CauseOf(recipient.Way) : PlanDeliveries.Nobody;
}
