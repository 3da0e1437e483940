using NodaTime;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>What came of taking a file in.</summary>
public abstract record FileTaken
{
    private FileTaken()
    {
    }

    /// <summary>It lies in storage for a day, for whoever sent it to go on with.</summary>
    /// <param name="Id">Names it, for them alone.</param>
    public sealed record Kept(string Id, long Length, string Sha256) : FileTaken;

    /// <summary>Nothing of it is there.</summary>
    public sealed record TooLarge(long Most) : FileTaken;

    /// <summary>Nothing of it is there; the same person began another at the same instant.</summary>
    public sealed record Failed : FileTaken;
}

/// <summary>The step that takes a file of any kind and size into storage while it comes, for a form without JavaScript: a block at a time, so that no
/// more than one is ever held in memory. One request for each block begun, and one that puts them together.</summary>
public sealed class TakeFile(Stores stores, IClock clock)
{
    /// <param name="by">The stable id of whoever sends it.</param>
    /// <param name="file">Read to its end, or until it is too large.</param>
    /// <param name="most">In bytes.</param>
    public async Task<FileTaken> Of(string contract, string by, Stream file, long most, CancellationToken cancellation)
    {
        var id = UploadId.Of(contract, by, clock.GetCurrentInstant());
        return await stores.Uploads.Take($"{contract}/{id}", file, most, cancellation) switch
        {
            TakenBlob.There(var length, var sha256) => new FileTaken.Kept(id, length, sha256),
            TakenBlob.TooLarge => new FileTaken.TooLarge(most),
            _ => new FileTaken.Failed(),
        };
    }

    /// <summary>The whole file, for one that is read whole: see its limit.</summary>
    /// <returns>Null where there is none of theirs under this id (any more).</returns>
    public async Task<byte[]?> Read(string contract, string by, string id) =>
        UploadId.IsOf(id, contract, by) ? await stores.Uploads.Find($"{contract}/{id}") : null;
}
