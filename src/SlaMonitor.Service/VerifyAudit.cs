using NodaTime;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>Whether an audit trail is as it was written.</summary>
public abstract record AuditVerdict
{
    private AuditVerdict()
    {
    }

    /// <summary>Every row follows from the one before it, the head is its last, and every anchor holds.</summary>
    /// <param name="Anchors">How many anchors name the trail.</param>
    /// <param name="Anchored">The last row that an anchor vouches for; what follows it only the chain does.</param>
    public sealed record Whole(long Rows, int Anchors, long Anchored) : AuditVerdict;

    /// <summary>The first row that is not as it must be.</summary>
    public sealed record BrokenRow(long Number, string Expected, string Found) : AuditVerdict;

    /// <summary>The rows follow from one another, and an anchor says they are not those that were there.</summary>
    public sealed record BrokenAnchor(LocalDate Day, long Number, string Expected, string Found) : AuditVerdict;

    public sealed record NoSuchContract : AuditVerdict;
}

/// <summary>The step that checks an audit trail, of a contract or of the assignments: its own chain, its head, and the write-once anchors.</summary>
public sealed class VerifyAudit(Stores stores)
{
    public async Task<AuditVerdict> Of(string contract)
    {
        if (await stores.Register.Head(contract) is not { } head) return new AuditVerdict.NoSuchContract();
        var trail = await stores.Register.AuditTrail(contract);
        return Chain(trail, head.Audit) ?? Anchored(contract, trail, await stores.Anchors.All());
    }

    /// <summary>Of who has been given which contracts.</summary>
    public async Task<AuditVerdict> OfAssignments()
    {
        var head = await stores.People.Head();
        var trail = await stores.People.AuditTrail();
        return Chain(trail, head.Audit) ?? Anchored(PeopleTable.Trail, trail, await stores.Anchors.All());
    }

    /// <summary>Null where the chain is whole. Pure.</summary>
    private static AuditVerdict.BrokenRow? Chain(IReadOnlyList<AuditRow> trail, AuditLink head)
    {
        var link = AuditLink.First;
        foreach (var row in trail)
        {
            if (row.Number != link.Number + 1) return new(link.Number + 1, $"row {link.Number + 1}", $"row {row.Number}");
            var expected = link.Next(row.Entry);
            if (row.Hash != expected.Hash) return new(row.Number, expected.Hash, row.Hash);
            link = new(row.Number, row.Hash);
        }

        return link == head ? null : new(link.Number + 1, $"the head at row {link.Number}, {link.Hash}", $"row {head.Number}, {head.Hash}");
    }

    /// <summary>An anchor is vouched for by the next one, which holds its hash. Pure.</summary>
    private static AuditVerdict Anchored(string name, IReadOnlyList<AuditRow> trail, IReadOnlyList<(DailyAnchor Anchor, string Sha256)> anchors)
    {
        var (previous, count, last) = (AuditLink.First.Hash, 0, 0L);
        foreach (var (anchor, hash) in anchors)
        {
            if (anchor.Previous != previous) return new AuditVerdict.BrokenAnchor(anchor.Day, 0, previous, anchor.Previous);
            previous = hash;
            foreach (var head in anchor.Heads.Where(h => h.Contract == name))
            {
                var found = trail.FirstOrDefault(r => r.Number == head.Number)?.Hash;
                if (found != head.Hash) return new AuditVerdict.BrokenAnchor(anchor.Day, head.Number, head.Hash, found ?? "no such row");
                (count, last) = (count + 1, head.Number);
            }
        }

        return new AuditVerdict.Whole(trail.Count, count, last);
    }
}
