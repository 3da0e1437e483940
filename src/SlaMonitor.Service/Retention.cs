using NodaTime;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>What came of asking for a contract to be disposed of.</summary>
public abstract record Disposal
{
    private Disposal()
    {
    }

    /// <summary>Gone, but for the audit trail, which says so.</summary>
    public sealed record Done(int Blobs, int Rows) : Disposal;

    /// <summary>It must be kept until a day; null where its end cannot be told.</summary>
    public sealed record NotYet(LocalDate? Until) : Disposal;

    public sealed record OnLegalHold : Disposal;

    public sealed record NoSuchContract : Disposal;
}

/// <summary>The steps of keeping and letting go: records are kept for some years after the contract's end, and longer under a legal
/// hold. The default of six years is the time in which a simple contract can be sued upon (Limitation Act 1980, section 5).</summary>
public sealed class Retention(Stores stores, ChangeContract change, IClock clock)
{
    public const int DefaultYears = 6;

    public Task<bool> Hold(string contract, bool isOn, Asked asked) => change.Of(contract, asked, (before, now) =>
        before.Version is null || before.OnLegalHold == isOn
            ? new Decided<bool>(null, before.Version is not null)
            : new(new ContractChange { LegalHold = isOn, Audit = [new(now, asked.By, isOn ? "legal hold set" : "legal hold lifted", "contract", asked.Reason)] }, true));

    /// <summary>May be asked again where it was cut off: what is left goes then.</summary>
    public async Task<Disposal> Dispose(string contract, int years, Asked asked)
    {
        if (await stores.Register.Head(contract) is not { } head) return new Disposal.NoSuchContract();
        if (head.OnLegalHold) return new Disposal.OnLegalHold();
        var until = head.Current?.End.PlusYears(years);
        if (until is null || clock.GetCurrentInstant().InUtc().Date <= until) return new Disposal.NotYet(until);
        await Note(head, asked, "disposal begun", $"kept until {until:uuuu-MM-dd}: {asked.Reason}");
        var blobs = await stores.Raw.DeleteAll($"{contract}/") + await stores.Results.DeleteAll(contract) + await stores.Extracts.DeleteAll($"{contract}/");
        var rows = await stores.Register.DeleteRecords(contract);
        await stores.Recipients.Delete(contract);
        await stores.Undelivered.Forget(contract);
        await stores.Index.Forget(contract);
        var emptied = await stores.Register.Head(contract) ?? throw new InvalidOperationException($"The head of {contract} is gone.");
        await Note(emptied with { Current = null }, asked, "disposed of", $"{blobs} blobs and {rows} rows: {asked.Reason}");
        return new Disposal.Done(blobs, rows);
    }

    private async Task Note(RegisteredContract head, Asked asked, string what, string detail)
    {
        var now = clock.GetCurrentInstant();
        if (await stores.Register.TryCommit(head, new() { Audit = [new(now, asked.By, what, "contract", detail)] }, now) is null)
            throw new InvalidOperationException($"{head.Code} was changed while it was disposed of; nothing is lost by asking again.");
    }
}
