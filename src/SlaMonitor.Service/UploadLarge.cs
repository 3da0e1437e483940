using NodaTime;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>Leave to put one large file straight into storage.</summary>
/// <param name="Id">To be named when it is done.</param>
/// <param name="Address">Where to PUT the bytes, with the header <c>x-ms-blob-type: BlockBlob</c>; whoever knows it may create that one blob.</param>
/// <param name="Until">From then on it is worth nothing.</param>
public sealed record LargeUpload(string Id, Uri Address, Instant Until);

/// <summary>What came of saying that a large file is uploaded.</summary>
public abstract record UploadDone
{
    private UploadDone()
    {
    }

    /// <summary>From here on it is a return like any other.</summary>
    public sealed record Received(Reception Reception) : UploadDone;

    /// <summary>Nothing was put there, or so long ago that it has been cleared away.</summary>
    public sealed record NothingThere : UploadDone;

    public sealed record TooLarge(long Length, long Most) : UploadDone;
}

/// <summary>The steps of a file too large for a request: leave to upload, then the word that it is done. The id is of whoever asked
/// for it, so nobody completes another's.</summary>
public sealed class UploadLarge(Stores stores, ReceiveReturn receive, IClock clock)
{
    public static readonly long Most = ReturnFileLimits.Default.Most;

    public static readonly Duration Leave = Duration.FromMinutes(15);

    public async Task<LargeUpload> Begin(string contract, string by)
    {
        var now = clock.GetCurrentInstant();
        var id = UploadId.Of(contract, by, now);
        return new(id, await stores.Uploads.LeaveFor($"{contract}/{id}", now, now + Leave), now + Leave);
    }

    /// <summary>May be said twice: the second time what was said the first time is the answer.</summary>
    /// <param name="sent">Without its bytes and its Idempotency-Key, which the upload's id is.</param>
    public async Task<UploadDone> Done(string id, SentReturn sent)
    {
        if (!UploadId.IsOf(id, sent.Contract, sent.By)) return new UploadDone.NothingThere();
        var name = $"{sent.Contract}/{id}";
        if (await stores.Uploads.Length(name) is not { } length)
            return await receive.Earlier(sent with { IdempotencyKey = $"upload {id}" }) is { } receipt ? new UploadDone.Received(new Reception.Again(receipt)) : new UploadDone.NothingThere();
        if (length > Most) return new UploadDone.TooLarge(length, Most);
        var reception = await receive.Of(sent with { Bytes = await stores.Uploads.Read(name), IdempotencyKey = $"upload {id}" });
        await stores.Uploads.Delete(name);
        return new UploadDone.Received(reception);
    }
}
