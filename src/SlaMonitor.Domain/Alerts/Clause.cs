namespace SlaMonitor.Domain.Alerts;

/// <summary>Where the contract says so, as it stands at the end of a sentence.</summary>
internal static class Clause
{
    /// <returns><c> (Sch 2.2, para 7)</c>; nothing where the contract names no clause.</returns>
    public static string InBrackets(string? clause) => clause is null ? "" : $" ({clause})";
}
