namespace SlaMonitor.Service.Formats.Documents;

/// <summary>How much one document may hold, so that no file can exhaust the service.</summary>
public static class DocumentLimits
{
    public const int Bytes = 4 * 1024 * 1024;

    /// <summary>Maps and lists inside one another, the outermost included.</summary>
    public const int Depth = 64;

    /// <summary>Maps, lists, keys and values together.</summary>
    public const int Nodes = 200_000;

    /// <summary>Problems reported before reading stops.</summary>
    public const int Problems = 1_000;
}
