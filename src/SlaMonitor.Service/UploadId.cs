using System.Globalization;
using NodaTime;
using SlaMonitor.Service.Formats.Assessments;

namespace SlaMonitor.Service;

/// <summary>The name of a file on its way in: when it began, and for whom it is, so that nobody goes on with another's.</summary>
internal static class UploadId
{
    private const int Characters = 32;

    public static string Of(string contract, string by, Instant begun) => $"{begun.ToUnixTimeTicks():x}-{HashOf(contract, by, begun.ToUnixTimeTicks())}";

    /// <param name="id">As it came.</param>
    public static bool IsOf(string id, string contract, string by) =>
        id.Split('-') is [var at, var hash] && long.TryParse(at, NumberStyles.AllowHexSpecifier, null, out var ticks) && hash == HashOf(contract, by, ticks);

    private static string HashOf(string contract, string by, long ticks) => ContentHash.Of($"{contract}\n{by}\n{ticks}")[..Characters];
}
