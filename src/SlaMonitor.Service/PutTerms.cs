using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>What came of handing terms in, or of asking for them to take effect.</summary>
public abstract record TermsOutcome
{
    private TermsOutcome()
    {
    }

    /// <summary>Kept as a draft, with everything that is wrong with it.</summary>
    /// <param name="Comparison">Null where it is unsound, or no terms have taken effect before.</param>
    public sealed record Drafted(DraftTerms Draft, TermsComparison? Comparison) : TermsOutcome;

    /// <summary>In force for good.</summary>
    /// <param name="Today">In the contract's zone.</param>
    public sealed record Activated(RegisteredTerms Terms, LocalDate Today) : TermsOutcome;

    /// <summary>The draft is gone; its file stays, as all that was handed in does.</summary>
    public sealed record Discarded : TermsOutcome;

    /// <summary>The draft moves what has been assessed, and the asker has not said that they saw by how much, or saw something else.</summary>
    public sealed record Uncompared(TermsComparison Comparison) : TermsOutcome;

    /// <summary>Terms of that day are in force; they never change.</summary>
    public sealed record InForceAlready : TermsOutcome;

    /// <summary>The draft is not as the asker last saw it.</summary>
    public sealed record ChangedMeanwhile : TermsOutcome;

    public sealed record NoDraft : TermsOutcome;

    /// <summary>The asker handed the draft in, and another has to put it into force.</summary>
    public sealed record OneAlone : TermsOutcome;

    /// <summary>A draft with errors cannot take effect.</summary>
    public sealed record Unsound(IReadOnlyList<Finding> Findings) : TermsOutcome;
}

/// <summary>The steps of a contract version: handed in as a draft, checked with its worked examples, put into force for good.</summary>
public sealed class PutTerms(Stores stores, ChangeContract change, ReadTerms terms, TermsPolicy policy, HolidayBasis basis, IClock clock)
{
    public static readonly ProblemCode OtherVersionOfAddress = new("version-not-as-addressed", true, "A file kept under another contract or day would be found by nobody.");

    /// <param name="version">Of the draft as the asker last saw it; null where there was none.</param>
    public async Task<TermsOutcome> Draft(string contract, LocalDate effectiveFrom, byte[] file, string? version, Asked asked)
    {
        var stored = await stores.Register.Load(contract);
        if (stored.Terms.Any(t => t.EffectiveFrom == effectiveFrom)) return new TermsOutcome.InForceAlready();
        var hash = Convert.ToHexStringLower(SHA256.HashData(file));
        await stores.Raw.Put($"{contract}/{hash}", file, "application/octet-stream");
        var (read, problems) = Read(stored, contract, effectiveFrom, file);
        var draft = new DraftTerms(effectiveFrom, hash, clock.GetCurrentInstant(), asked.By, [.. problems.Select(Finding.Of)], version ?? "");
        return await stores.Register.TryPutDraft(contract, draft) is { } now
            ? new TermsOutcome.Drafted(draft with { Version = now }, draft.IsSound ? Compared(stored, read!) : null)
            : new TermsOutcome.ChangedMeanwhile();
    }

    /// <summary>What a draft would move now.</summary>
    /// <returns>Null where there is no sound draft, or no terms have taken effect before.</returns>
    public async Task<TermsComparison?> Comparison(string contract, LocalDate effectiveFrom)
    {
        if (await stores.Register.Draft(contract, effectiveFrom) is not { } draft) return null;
        var stored = await stores.Register.Load(contract);
        var (read, problems) = Read(stored, contract, effectiveFrom, await FileOf(contract, draft));
        return read is null || problems.Any(p => p.IsError) ? null : Compared(stored, read);
    }

    /// <param name="version">Of the draft as the asker last saw it.</param>
    /// <param name="comparison">The hash of what it moves, as the asker last saw it; null where they did not look.</param>
    public async Task<TermsOutcome> Activate(string contract, LocalDate effectiveFrom, string version, Asked asked, string? comparison = null)
    {
        return await change.Looking<TermsOutcome>(contract, asked, async (before, now) =>
        {
            if (before.Terms.Any(t => t.EffectiveFrom == effectiveFrom)) return new(null, new TermsOutcome.InForceAlready());
            if (await stores.Register.Draft(contract, effectiveFrom) is not { } draft) return new(null, new TermsOutcome.NoDraft());
            if (draft.Version != version) return new(null, new TermsOutcome.ChangedMeanwhile());
            if (!policy.Allows(draft, asked.By)) return new(null, new TermsOutcome.OneAlone());
            var (read, problems) = Read(before, contract, effectiveFrom, await FileOf(contract, draft));
            if (read is null || problems.Any(p => p.IsError)) return new(null, new TermsOutcome.Unsound([.. problems.Select(Finding.Of)]));
            var moved = Compared(before, read);
            // Who says what they saw has seen it; who says nothing may where nothing moves.
            if (moved is not null && moved.Sha256 != comparison && (moved.Periods.Count > 0 || comparison is not null)) return new(null, new TermsOutcome.Uncompared(moved));
            var json = ContractFile.WriteJson(read);
            var activated = new RegisteredTerms(effectiveFrom, json, ContentHash.Of(json), draft.RawSha256, now, asked.By);
            return new(
                new ContractChange { Activated = activated, Draft = draft, Audit = [new(now, asked.By, "terms put into force", $"terms of {effectiveFrom:uuuu-MM-dd}", $"terms {activated.Sha256}, file {draft.RawSha256}, drafted by {draft.By}{(moved is null ? "" : $", {moved.InWords()}")}: {asked.Reason}")] },
                new TermsOutcome.Activated(activated, now.InZone(read.Zone).Date));
        });
    }

    /// <param name="version">Of the draft as the asker last saw it.</param>
    public async Task<TermsOutcome> Discard(string contract, LocalDate effectiveFrom, string version, Asked asked)
    {
        return await change.Looking<TermsOutcome>(contract, asked, async (before, now) =>
        {
            if (await stores.Register.Draft(contract, effectiveFrom) is not { } draft) return new(null, new TermsOutcome.NoDraft());
            if (draft.Version != version) return new(null, new TermsOutcome.ChangedMeanwhile());
            return new(
                new ContractChange { Draft = draft, Audit = [new(now, asked.By, "draft discarded", $"terms of {effectiveFrom:uuuu-MM-dd}", $"file {draft.RawSha256}, drafted by {draft.By}: {asked.Reason}")] },
                new TermsOutcome.Discarded());
        });
    }

    private TermsComparison? Compared(RegisteredContract stored, ContractTerms read) =>
        terms.Of(stored, basis) is { } inForce ? TermsComparison.Of(inForce, read, stored, basis, clock.GetCurrentInstant()) : null;

    private async Task<byte[]> FileOf(string contract, DraftTerms draft) => await stores.Raw.Get($"{contract}/{draft.RawSha256}")
        ?? throw new InvalidOperationException($"The file {draft.RawSha256} of a draft of {contract} is gone.");

    /// <summary>A version is checked alone, with its worked examples, and beside the versions in force.</summary>
    private (ContractTerms? Terms, IReadOnlyList<Problem> Problems) Read(RegisteredContract stored, string contract, LocalDate effectiveFrom, byte[] file)
    {
        var read = ContractFile.Read(file, basis);
        if (read.Terms is not { } found) return (null, read.Problems);
        var problems = read.Problems.ToList();
        // What came before these terms is known where earlier ones are in force.
        if (stored.Terms.Any(t => t.EffectiveFrom < found.EffectiveFrom)) problems.RemoveAll(p => p.Code == ContractProblems.RollingBaseUnknown);
        if (found.Code != contract) problems.Add(new(OtherVersionOfAddress, "contract", contract, found.Code));
        if (found.EffectiveFrom != effectiveFrom) problems.Add(new(OtherVersionOfAddress, "effectiveFrom", $"{effectiveFrom:uuuu-MM-dd}", $"{found.EffectiveFrom:uuuu-MM-dd}"));
        if (problems.All(p => !p.IsError) && terms.Of(stored, basis) is { } inForce) problems.AddRange(Beside(inForce, found));
        return (found, problems);
    }

    private static IReadOnlyList<Problem> Beside(Contract inForce, ContractTerms found)
    {
        try
        {
            _ = new Contract([.. inForce.Versions, found]);
            return [];
        }
        catch (ContradictionException contradiction)
        {
            return contradiction.Problems;
        }
    }
}
