using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>An upload link as it is handed out, once.</summary>
/// <param name="Token">The secret; it is kept nowhere.</param>
public sealed record GivenLink(UploadLink Link, string Token);

/// <summary>The steps of an upload link: given, and taken back before its time. The audit trail, which names a link by the hash of its
/// token, is written first: no link works that the trail does not tell of, and whoever is told that taking one back failed asks again.</summary>
public sealed class GiveLink(AccessTable access, ChangeContract change, ReadTerms terms, HolidayBasis basis, RandomBytes random, IClock clock)
{
    public const int UsualDays = 14, MostDays = 60;

    /// <param name="days">How long it is good for, from 1 to <see cref="MostDays"/>.</param>
    /// <param name="by">The stable id of whoever gives it.</param>
    /// <param name="trace">The W3C traceparent of the request.</param>
    /// <returns>Null where the contract has no such Service Period that begins while the link is good.</returns>
    public async Task<GivenLink?> Of(string contract, YearMonth period, int days, string by, string? trace)
    {
        var token = LinkToken.Make(random);
        var link = new UploadLink(contract, period, clock.GetCurrentInstant() + Duration.FromDays(days), LinkToken.HashOf(token));
        var detail = $"for {ServicePeriod.NameOf(period)}, good until {InstantPattern.ExtendedIso.Format(link.Expires)}";
        var isGiven = await change.Of(contract, new(by, $"give {link.Hash}", trace), (before, now) => HasPeriod(before, link)
            ? new Decided<bool>(new ContractChange { Audit = [new(now, by, "upload link given", Named(link.Hash), detail)] }, true)
            : new(null, false));
        if (!isGiven) return null;
        await access.Give(link, by);
        return new(link, token);
    }

    /// <param name="hash">Of the link's token.</param>
    /// <returns>False where there is no such link of this contract and period (any more).</returns>
    public async Task<bool> TakeBack(string contract, YearMonth period, string hash, string by, string? trace)
    {
        if (await access.Find(hash, CancellationToken.None) is not { } link || link.Contract != contract || link.Period != period) return false;
        await change.Of(contract, new(by, $"take back {hash}", trace), (_, now) => new Decided<bool>(
            new ContractChange { Audit = [new(now, by, "upload link taken back", Named(hash), $"for {ServicePeriod.NameOf(period)}")] }, true));
        await access.Revoke(hash);
        return true;
    }

    private bool HasPeriod(RegisteredContract stored, UploadLink link) => terms.Of(stored, basis) is { } contract
        && contract.With(stored.Decisions.Select(d => d.Decision)).PeriodsBegunBy(link.Expires.InUtc().Date, basis).Any(p => p.Period.Month == link.Period);

    private static string Named(string hash) => $"upload link {hash}";
}
