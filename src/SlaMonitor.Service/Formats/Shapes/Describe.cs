using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>What was found, in words short enough for a message.</summary>
internal static class Describe
{
    public static string Kind(DocumentNode node) => node switch
    {
        MapNode { Entries.Count: 0 } => "an empty map",
        MapNode => "a map",
        ListNode { Items.Count: 0 } => "an empty list",
        ListNode => "a list",
        ScalarNode { Kind: ScalarKind.Null } => "nothing",
        ScalarNode scalar => Text(scalar.Text),
        _ => "something else",
    };

    public static string Text(string text) => text.Length == 0 ? "an empty text" : Excerpt.Quoted(text);

    /// <summary>What would have been right, with a guess at what was meant.</summary>
    public static string Expected(string expected, string? meant) => meant is null ? expected : $"{expected}: perhaps {meant}";

    /// <summary>The one of the known words that a word was probably meant to be.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(k => (Word: k, Distance: Distance(word.ToLowerInvariant(), k.ToLowerInvariant())))
        .Where(k => k.Distance <= Math.Max(1, Math.Min(k.Word.Length, 40) / 3))
        .OrderBy(k => k.Distance).Select(k => k.Word).FirstOrDefault();

    /// <summary>Letters to add, drop or change; words of more than 40 letters are as far as can be.</summary>
    private static int Distance(string a, string b)
    {
        if (a.Length > 40 || b.Length > 40) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
