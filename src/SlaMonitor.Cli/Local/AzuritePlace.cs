namespace SlaMonitor.Cli.Local;

/// <summary>Where an emulator keeps its data and listens, always on 127.0.0.1.</summary>
/// <param name="Folder">Made where it does not exist. One emulator at a time; the next finds what the last one kept.</param>
public sealed record AzuritePlace(string Folder)
{
    /// <summary>0 is any free port.</summary>
    public int BlobPort { get; init; }

    /// <inheritdoc cref="BlobPort"/>
    public int QueuePort { get; init; }

    /// <inheritdoc cref="BlobPort"/>
    public int TablePort { get; init; }

    /// <summary>The folder and all in it goes when the emulator ends, even if the program was killed.</summary>
    public bool RemovedAtEnd { get; init; }
}
