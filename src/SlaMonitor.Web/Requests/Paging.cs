using System.Buffers.Text;
using System.Text;

namespace SlaMonitor.Web.Requests;

/// <summary>Some of a list.</summary>
/// <param name="Next">What to send as <c>cursor</c> for those that follow; null where there are none.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>The same page of what its items are shown as.</summary>
    internal Page<TShown> Of<TShown>(Func<T, TShown> shown) => new([.. Items.Select(shown)], Next);
}

/// <summary>Where in a list to go on, and with how many.</summary>
/// <param name="After">The key of the last item seen; null at the start.</param>
public sealed record PageRequest(string? After, int Limit)
{
    public const int DefaultLimit = 50;

    public const int MostItems = 100;

    private const int MostCharacters = 2_000;

    /// <summary>A cursor names its list, so that one of another list is refused and not misread. It gives no access: what a list
    /// may show is decided anew for each page.</summary>
    /// <param name="list">Such as <c>contracts</c>, without a line break.</param>
    /// <returns>Null where the cursor or the limit is not good: <see cref="Problems.KnownProblems.BadCursor"/>.</returns>
    public static PageRequest? Read(string list, string? cursor, int? limit)
    {
        if (limit is < 1 or > MostItems) return null;
        if (cursor is null) return new(null, limit ?? DefaultLimit);
        return Decode(cursor) is { } text && text.StartsWith(list + "\n", StringComparison.Ordinal)
            ? new(text[(list.Length + 1)..], limit ?? DefaultLimit)
            : null;
    }

    public static string Cursor(string list, string lastKey) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}\n{lastKey}"));

    /// <summary>One page of what was read with a limit one higher than asked for, so that it is known whether more follows.</summary>
    public Page<T> Of<T>(string list, IReadOnlyList<T> items, Func<T, string> key) => items.Count <= Limit
        ? new(items, null)
        : new([.. items.Take(Limit)], Cursor(list, key(items[Limit - 1])));

    private static string? Decode(string cursor)
    {
        if (cursor.Length > MostCharacters || !Base64Url.IsValid(cursor)) return null;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
