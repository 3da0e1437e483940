namespace SlaMonitor.Cli;

/// <summary>What every verb ends with; the README lists them.</summary>
public static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Something in the files is wrong; it has been reported.</summary>
    public const int Findings = 1;

    /// <summary>The command could not be understood, or a file could not be read.</summary>
    public const int Usage = 2;
}
