using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>The instant whose knowledge is asked for, as RFC 3339 writes it, with Z or an offset.</summary>
internal static partial class KnownAt
{
    public const string Described = "With knownAt, an instant such as 2026-04-14T09:30:00Z or 2026-04-14T10:30:00+01:00: as it stood then.";

    private static readonly ApiProblem NotOne = KnownProblems.BadRequest with { Detail = "knownAt must be an instant, such as 2026-04-14T09:30:00Z or 2026-04-14T10:30:00+01:00." };

    /// <param name="instant">Null where none is asked for.</param>
    public static bool TryRead(string? text, out Instant? instant, out ApiProblem? refusal)
    {
        (instant, refusal) = (null, null);
        if (text is null) return true;
        if (Parse(text) is { } found) instant = found;
        else refusal = NotOne;
        return refusal is null;
    }

    /// <summary>A plus that was not escaped in an address arrives as a space.</summary>
    public static Instant? Parse(string text) =>
        OffsetDateTimePattern.Rfc3339.Parse(PlusLost().Replace(text.ToUpperInvariant(), "+$1")).TryGetValue(default, out var parsed) ? parsed.ToInstant() : null;

    [GeneratedRegex(@" (\d\d:\d\d)$")]
    private static partial Regex PlusLost();
}
