using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step that looks after the work itself, every minute: how old is the oldest that is not done, has anything been put aside, did the daily run run?
/// What it finds stands as an alert to the operator until it is gone. Doing it twice changes nothing.</summary>
public sealed class WatchWork(Stores stores, IClock clock, ILogger<WatchWork> log)
{
    /// <summary>A return is assessed within seconds; what is older than this does not come by itself.</summary>
    public static readonly Duration Late = Duration.FromMinutes(5);

    /// <returns>What stands now, by key.</returns>
    public async Task<IReadOnlyList<OperatorAlert>> Run()
    {
        var now = clock.GetCurrentInstant();
        var standing = await stores.Operator.Standing();
        var found = new List<(string Key, string Text)>();
        if (await OldestWork(now) is { } late) found.Add(("late-work", late));
        if (await stores.Index.LastDaily(now.InUtc().Date) is null) found.Add(("daily-run", "The daily run has run neither today nor yesterday (UTC). See that a worker runs, and what its log says."));
        foreach (var queue in (WorkQueue[])[stores.Assess, stores.Alerts])
            if (await queue.PoisonCount() is > 0 and var count) found.Add(($"poison-{queue.Step}", SetAside(queue, count)));

        if (await stores.Undelivered.All() is { Count: > 0 } undelivered) found.Add(("undelivered", NotDelivered(undelivered)));

        foreach (var (key, text) in found)
            if (await stores.Operator.Raise(key, text, standing.FirstOrDefault(s => s.Key == key), now)) Log.Raised(log, key);
        foreach (var gone in standing.Where(s => found.All(f => f.Key != s.Key)))
        {
            await stores.Operator.Clear(gone.Key);
            Log.Cleared(log, gone.Key);
        }

        Telemetry.OperatorAlerts.Record(found.Count);
        return [.. found.Select(f => new OperatorAlert(f.Key, f.Text, standing.FirstOrDefault(s => s.Key == f.Key)?.Since ?? now)).OrderBy(a => a.Key, StringComparer.Ordinal)];
    }

    private async Task<string?> OldestWork(Instant now)
    {
        var pending = await stores.Index.Pending(now);
        var age = pending is [var oldest, ..] ? now - oldest.Since : Duration.Zero;
        Telemetry.OldestWork.Record(age.BclCompatibleTicks / NodaConstants.TicksPerSecond);
        if (age <= Late) return null;
        var late = pending.Where(p => now - p.Since > Late).Select(p => p.Contract).Distinct().Take(10);
        return $"Work has waited since {pending[0].Since:uuuu-MM-dd'T'HH:mm:ss'Z'}: {string.Join(", ", late)}. See that a worker runs, and what its log says.";
    }

    private static string NotDelivered(IReadOnlyList<Undelivered> notes)
    {
        var first = notes.Take(10).Select(n => $"{n.Contract}: {n.Why} (since {n.Since:uuuu-MM-dd'T'HH:mm:ss'Z'})");
        return $"Alerts do not reach people, {notes.Count} in all: {string.Join("; ", first)}. They are on screen. Failed sendings are tried again each day, and by 'sla queue redrive --queue alerts'.";
    }

    private static string SetAside(WorkQueue queue, int count) =>
        $"{count} {(count == 1 ? "message" : "messages")} failed too often and {(count == 1 ? "was" : "were")} put aside: 'sla queue show', see the log for why, then 'sla queue redrive --queue {queue.Step}'.";
}
