namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>How much one ticket extract may hold, so that no file can exhaust the service.</summary>
public sealed record TicketFileLimits
{
    public static TicketFileLimits Default { get; } = new();

    /// <summary>1.6 million tickets of an ordinary export are about 200 MB.</summary>
    public long Bytes { get; init; } = 512L * 1024 * 1024;

    public long Rows { get; init; } = 5_000_000;

    public int Columns { get; init; } = 300;

    /// <summary>In bytes.</summary>
    public int Record { get; init; } = 256 * 1024;

    /// <summary>In bytes.</summary>
    public int Number { get; init; } = 64;

    /// <summary>So many problems are told one by one; of the others only how many there are of each kind.</summary>
    public int ProblemsTold { get; init; } = 1_000;
}
