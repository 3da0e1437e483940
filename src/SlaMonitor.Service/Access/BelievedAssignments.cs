using System.Collections.Concurrent;
using NodaTime;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service.Access;

/// <summary>Who has been given which contracts, each looked up once a minute, so that a request costs no look of its own; so long does a
/// withdrawal take to show everywhere.</summary>
public sealed class BelievedAssignments(Stores stores, IClock clock) : IAssignments
{
    public static readonly Duration BelievedFor = Duration.FromMinutes(1);

    private const int Kept = 10_000;

    private readonly ConcurrentDictionary<string, (Assignments Assignments, Instant At)> _believed = [];

    public async ValueTask<Assignments> Of(string personId, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (_believed.TryGetValue(personId, out var believed) && now - believed.At < BelievedFor) return believed.Assignments;
        var found = (await stores.People.Find(personId, cancellation)).Given;
        if (_believed.Count > Kept) _believed.Clear();
        _believed[personId] = (found, now);
        return found;
    }
}
