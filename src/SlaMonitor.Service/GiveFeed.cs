using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>A calendar feed as it is handed out, once.</summary>
/// <param name="Token">The secret; it is kept nowhere.</param>
public sealed record GivenFeed(FeedLink Link, string Token);

/// <summary>The steps of a calendar feed: given, and taken back. Of a contract's the audit trail is written first, and names the feed by the
/// hash of its token.</summary>
public sealed class GiveFeed(AccessTable access, ChangeContract change, RandomBytes random)
{
    /// <param name="by">The stable id of whoever gives it.</param>
    /// <param name="trace">The W3C traceparent of the request.</param>
    public async Task<GivenFeed> OfContract(string contract, string by, string? trace)
    {
        var token = LinkToken.Make(random);
        var link = new FeedLink.OfContract(LinkToken.HashOf(token), contract);
        await Tell(contract, link.Hash, by, "calendar feed given", trace);
        await access.Give(link, by);
        return new(link, token);
    }

    /// <summary>Of the contracts that whoever asks has been given, now and later. It is in no contract's trail, since it is of none.</summary>
    public async Task<GivenFeed> OfPerson(string person)
    {
        var token = LinkToken.Make(random);
        var link = new FeedLink.OfPerson(LinkToken.HashOf(token), person);
        await access.Give(link, person);
        return new(link, token);
    }

    /// <param name="hash">Of the feed's token.</param>
    /// <returns>False where there is no such feed of this contract (any more).</returns>
    public async Task<bool> TakeBack(string contract, string hash, string by, string? trace)
    {
        if (await access.FindFeed(hash) is not FeedLink.OfContract link || link.Contract != contract) return false;
        await Tell(contract, hash, by, "calendar feed taken back", trace);
        await access.RevokeFeed(hash);
        return true;
    }

    /// <returns>False where there is no such feed of this person (any more).</returns>
    public async Task<bool> TakeBackOwn(string person, string hash)
    {
        if (await access.FindFeed(hash) is not FeedLink.OfPerson link || link.Person != person) return false;
        await access.RevokeFeed(hash);
        return true;
    }

    private Task<bool> Tell(string contract, string hash, string by, string what, string? trace) => change.Of(contract, new(by, $"{what} {hash}", trace), (_, now) =>
        new Decided<bool>(new ContractChange { Audit = [new(now, by, what, $"calendar feed {hash}", "of the contract's dates")] }, true));
}
