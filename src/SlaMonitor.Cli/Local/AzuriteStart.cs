namespace SlaMonitor.Cli.Local;

/// <summary>What became of starting the emulator.</summary>
public abstract record AzuriteStart
{
    private AzuriteStart() { }

    public sealed record Running(Azurite Azurite) : AzuriteStart;

    /// <param name="Why">For the reader, as it stands: one line, or several where npm is quoted.</param>
    public sealed record Failed(string Why) : AzuriteStart;
}
