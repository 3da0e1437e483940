using SlaMonitor.Service.Access;
using SlaMonitor.Service.Formats.Calendars;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step from a feed's token to its calendar: of one contract or of a person's, from the index alone, whatever number of
/// contracts it is of.</summary>
public sealed class ReadFeed(AccessTable access, IAssignments assignments, Stores stores)
{
    /// <returns>Null where there is no such feed, or nothing that it is of.</returns>
    public async Task<string?> Of(string token)
    {
        if (!LinkToken.IsPossible(token) || await access.FindFeed(LinkToken.HashOf(token)) is not { } link) return null;
        return link switch
        {
            FeedLink.OfContract one => await OfContract(one.Contract),
            FeedLink.OfPerson person => await OfPerson(person.Person),
            _ => throw new InvalidOperationException("The set of feeds is closed."),
        };
    }

    private async Task<string?> OfContract(string contract) => await stores.Index.Find(contract) is { } shown
        ? CalendarFeed.Write($"{shown.Title} ({contract})", [new(contract, shown.Title, shown.Calendar)])
        : null;

    private async Task<string?> OfPerson(string person)
    {
        var given = await assignments.Of(person, CancellationToken.None);
        var shown = given.IsEvery ? await stores.Index.All() : await stores.Index.Of(given.Contracts);
        return CalendarFeed.Write("Contract dates", shown.Select(c => new FeedContract(c.Contract, c.Title, c.Calendar)));
    }
}
