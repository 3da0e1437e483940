using NodaTime;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>A ticket extract that lies in storage for a return to name.</summary>
/// <param name="Name">By its name in the contract.</param>
/// <param name="Id">Of its upload: of one contract, one sender and one moment.</param>
public sealed record KeptExtract(string Name, string Id)
{
    /// <summary>Where it lies among the extracts.</summary>
    public string BlobOf(string contract) => $"{contract}/{Id}";

    /// <summary>More than any contract describes; each that is named costs requests to storage.</summary>
    private const int MostOfReturn = 20;

    /// <summary>Whether a sender may name them with a return: their own for this contract, so that nobody goes on with another's, and one of a name.</summary>
    public static bool AreOf(string contract, string by, IReadOnlyList<KeptExtract> sent) =>
        sent.Count <= MostOfReturn && sent.DistinctBy(e => e.Name).Count() == sent.Count && sent.All(e => UploadId.IsOf(e.Id, contract, by));

    /// <summary>As rows and forms keep them: <c>incidents=1f-ab12;requests=2e-cd34</c>.</summary>
    public static string Write(IReadOnlyList<KeptExtract> extracts) => string.Join(';', extracts.Select(e => $"{Uri.EscapeDataString(e.Name)}={e.Id}"));

    /// <summary>What is no such text is no extract.</summary>
    public static IReadOnlyList<KeptExtract> Read(string? text) =>
        [.. (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(e => e.Split('=')).Where(e => e.Length == 2).Select(e => new KeptExtract(Uri.UnescapeDataString(e[0]), e[1]))];
}

/// <summary>What came of taking an extract in.</summary>
public abstract record ExtractTaken
{
    private ExtractTaken()
    {
    }

    public sealed record Kept(KeptExtract Extract, long Length, string Sha256) : ExtractTaken;

    public sealed record TooLarge(long Most) : ExtractTaken;

    public sealed record Failed : ExtractTaken;
}

/// <summary>The step that puts a ticket extract where extracts are kept: through the service a block at a time, or straight into storage by leave to
/// create that one blob. It is never rewritten, and has a retention of its own.</summary>
public sealed class TakeExtract(Stores stores, IClock clock)
{
    public static readonly long Most = Formats.Tickets.TicketFileLimits.Default.Bytes;

    /// <param name="by">The stable id of whoever sends it.</param>
    public async Task<ExtractTaken> Of(string contract, string name, string by, Stream file, CancellationToken cancellation)
    {
        var extract = new KeptExtract(name, UploadId.Of(contract, by, clock.GetCurrentInstant()));
        return await stores.Extracts.Take(extract.BlobOf(contract), file, Most, cancellation) switch
        {
            TakenBlob.There(var length, var sha256) => new ExtractTaken.Kept(extract, length, sha256),
            TakenBlob.TooLarge => new ExtractTaken.TooLarge(Most),
            _ => new ExtractTaken.Failed(),
        };
    }

    /// <summary>Leave to put one straight into storage; its id names it afterwards.</summary>
    public async Task<LargeUpload> Begin(string contract, string by)
    {
        var now = clock.GetCurrentInstant();
        var id = UploadId.Of(contract, by, now);
        return new(id, await stores.Extracts.LeaveFor($"{contract}/{id}", now, now + UploadLarge.Leave), now + UploadLarge.Leave);
    }
}
