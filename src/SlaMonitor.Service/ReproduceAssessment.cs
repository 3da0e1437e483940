using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>A stored assessment made again from what it was made from.</summary>
/// <param name="Stored">As it was stored.</param>
/// <param name="Again">As it is made by these rules.</param>
/// <param name="Assessment">The assessment made again, with its Working.</param>
/// <param name="Differing">The Service Periods whose documents differ, in order.</param>
public sealed record Reproduction(Manifest Stored, Manifest Again, ContractAssessment Assessment, IReadOnlyList<string> Differing)
{
    /// <summary>Every byte of every period is the same.</summary>
    public bool IsSame => Differing.Count == 0 && (Stored.Points, Stored.Payable, Stored.End) == (Again.Points, Again.Payable, Again.End);

    /// <summary>The same rules, time zones and calendar: then the bytes must be the same.</summary>
    public bool IsSameEngine => (Stored.Engine, Stored.Tzdb, Stored.Calendar) == (Again.Engine, Again.Tzdb, Again.Calendar);
}

/// <summary>The step that proves a stored assessment, years later.</summary>
public sealed class ReproduceAssessment(Stores stores, ReadTerms terms, HolidayBasis basis)
{
    /// <returns>Null where there is no such assessment.</returns>
    /// <exception cref="InvalidDataException">Something it was made from is gone or has been changed.</exception>
    public async Task<Reproduction?> Of(string contract, int number)
    {
        if (await stores.Register.Assessment(contract, number) is not { } manifest) return null;
        var then = AsItWas(await stores.Register.Load(contract), manifest);
        var known = terms.Of(then, basis) ?? throw Gone(contract, "terms");
        var assessment = Assessment.Of(known, [.. then.Returns.Select(r => r.Facts)], [.. then.Decisions.Select(d => d.Decision)], basis, manifest.AsOf);
        var again = MakeManifest.Of(assessment, then, manifest.MadeAt).Manifest with { Number = number };
        return new(manifest, again, assessment, [.. Differing(manifest, again)]);
    }

    /// <summary>What two assessments differ in, both made again. Where the rules that made them are not these, their own results may
    /// differ from what is compared here; <see cref="Of"/> tells.</summary>
    /// <returns>Null where there is no such assessment.</returns>
    public async Task<Delta?> Between(string contract, int before, int after) =>
        await Of(contract, before) is { } old && await Of(contract, after) is { } now ? Delta.Between(old.Assessment, now.Assessment) : null;

    /// <summary>Nothing is ever overwritten, so what counted then is among what there is now.</summary>
    private static RegisteredContract AsItWas(RegisteredContract now, Manifest manifest) => now with
    {
        Current = null,
        Refused = [],
        Terms = Pinned(now.Code, manifest.Versions, now.Terms, t => new($"{t.EffectiveFrom:uuuu-MM-dd}", t.Sha256)),
        Returns = [.. Pinned(now.Code, manifest.Returns, now.Returns, r => new($"{ServicePeriod.NameOf(r.Facts.Month)} revision {r.Facts.Revision}", r.Sha256)).Select(r => r with { State = ReturnState.Accepted })],
        Decisions = Pinned(now.Code, manifest.Decisions, now.Decisions, d => new($"{d.Number:D6}", d.Sha256)),
    };

    private static IReadOnlyList<T> Pinned<T>(string contract, IReadOnlyList<Pinned> pins, IReadOnlyList<T> all, Func<T, Pinned> name)
    {
        var found = all.ToDictionary(name);
        return [.. pins.Select(pin => found.TryGetValue(pin, out var one) ? one : throw Gone(contract, $"{pin.Name} ({pin.Sha256})"))];
    }

    private static IEnumerable<string> Differing(Manifest stored, Manifest again) =>
        stored.Periods.Except(again.Periods).Concat(again.Periods.Except(stored.Periods)).Select(p => p.Name).Distinct().Order(StringComparer.Ordinal);

    private static InvalidDataException Gone(string contract, string what) => new($"Of {contract}, {what} is gone or has been changed.");
}
