using NodaTime;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>
/// The step of every day: contracts of which something may have changed by itself are assessed, and the audit heads of the days
/// before are anchored. What it does follows from dates: a day it missed is caught up, and running twice does nothing.
/// </summary>
public sealed class DailyRun(Stores stores, IClock clock)
{
    public async Task<DailyRecord> Run()
    {
        var now = clock.GetCurrentInstant();
        var today = now.InUtc().Date;
        var due = await SendDue(now, today);
        var anchored = await Anchor(today);
        var record = new DailyRecord(today, now, due, anchored);
        await stores.Index.Record(record);
        return record;
    }

    /// <summary>The row goes last: what dies before it is sent once more.</summary>
    private async Task<int> SendDue(Instant now, LocalDate today)
    {
        var due = await stores.Index.DueBy(today);
        foreach (var (key, contract) in due)
        {
            var pending = await stores.Index.Begin(contract, now, "daily");
            await stores.Assess.Send(new(contract, pending.Key, null));
            await stores.Index.Remove(key);
        }

        return due.Count;
    }

    /// <summary>One anchor a day, of every head that moved before it and is not anchored yet; of the assignments, that moved at all.</summary>
    private async Task<int> Anchor(LocalDate today)
    {
        var (moved, people) = (await stores.Index.MovedBefore(today), await stores.People.Head());
        var havePeopleMoved = people.Audit.Number > people.Anchored;
        if (moved.Count == 0 && !havePeopleMoved) return 0;
        if (await stores.Anchors.Find(today) is not { } anchor)
        {
            await stores.Anchors.Put(new(today, await stores.Anchors.LastBefore(today), [.. Heads(moved), .. havePeopleMoved ? [new AnchoredHead(PeopleTable.Trail, people.Audit.Number, people.Audit.Hash)] : Array.Empty<AnchoredHead>()]));
            anchor = await stores.Anchors.Find(today) ?? throw new InvalidOperationException($"The anchor of {today:uuuu-MM-dd} was written and is not there.");
        }

        await stores.Index.Forget(moved.Where(m => anchor.Heads.Any(h => h.Contract == m.Head.Contract && h.Number >= m.Head.Number)));
        if (havePeopleMoved && anchor.Heads.FirstOrDefault(h => h.Contract == PeopleTable.Trail) is { } anchored) await stores.People.Anchored(people, anchored.Number);
        return anchor.Heads.Count;
    }

    /// <summary>Of a contract that moved on several days, the last.</summary>
    private static IEnumerable<AnchoredHead> Heads(IEnumerable<MovedHead> moved) =>
        moved.Select(m => m.Head).GroupBy(h => h.Contract, (_, heads) => heads.MaxBy(h => h.Number)!).OrderBy(h => h.Contract, StringComparer.Ordinal);
}
