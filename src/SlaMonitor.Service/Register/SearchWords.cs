using System.Text;

namespace SlaMonitor.Service.Register;

/// <summary>
/// The words that a contract is found by, and those that somebody looks for: small letters and digits without accents, so that
/// "St. Mary's" is <c>st marys</c> and <c>riverside-ict</c> is <c>riverside ict</c>. Pure.
/// </summary>
public static class SearchWords
{
    /// <summary>The most of one contract; each is a row, and all of them go into one transaction. What comes after them is not found.</summary>
    public const int Most = 80;

    private const int MostCharacters = 32;

    private static readonly string[] Accented = ["aàáâãäåā", "cç", "eèéêëē", "iìíîïī", "nñ", "oòóôõöøō", "uùúûüū", "wŵẁẃẅ", "yýÿŷỳ"];

    /// <summary>Each word once, in their order.</summary>
    /// <param name="texts">The most important first.</param>
    public static IReadOnlyList<string> In(params IEnumerable<string> texts) =>
        [.. texts.SelectMany(t => Plain(t).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal).Take(Most).Order(StringComparer.Ordinal)];

    /// <summary>The first of a contract's words, in their order, that begins with the longest word sought, which stands for it in the list of what was
    /// found; null where one of the words sought begins none of the contract's.</summary>
    /// <param name="sought">One or more.</param>
    public static string? Fit(IReadOnlyList<string> own, IReadOnlyList<string> sought) =>
        sought.All(s => own.Any(o => o.StartsWith(s, StringComparison.Ordinal))) ? own.First(o => o.StartsWith(Longest(sought), StringComparison.Ordinal)) : null;

    /// <summary>The one that fewest contracts are likely to have.</summary>
    public static string Longest(IReadOnlyList<string> sought) => sought.MaxBy(s => s.Length)!;

    /// <summary>Letters that are none of a to z and not known as such with an accent stand as their numbers, so that all words sort alike everywhere.
    /// The accents are those of Western Europe, Welsh and Gaelic among them; the runtime knows none where it is built without cultures, as ours is.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        var length = 0;
        foreach (var letter in text.ToLowerInvariant())
        {
            if (letter is '\'' or '’') continue;
            if (!char.IsLetterOrDigit(letter)) (length, _) = (0, plain.Append(' '));
            else if (length++ < MostCharacters) plain.Append(char.IsAscii(letter) ? $"{letter}" : Accented.FirstOrDefault(a => a.Contains(letter))?[..1] ?? $"{(int)letter:x4}");
        }

        return plain.ToString();
    }
}
