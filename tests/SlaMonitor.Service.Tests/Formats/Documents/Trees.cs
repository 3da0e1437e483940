using System.Text;
using CsCheck;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Tests.Formats.Documents;

/// <summary>Random trees, and trees made comparable without their positions.</summary>
internal static class Trees
{
    private static readonly string[] Awkward =
    [
        "", " ", " x", "x ", "true", "null", "~", "99.5", "-1", "1e5", "yes", "2024-04", "08:00", "a: b", "a:b", "a:", ":", ": a", "#", "a #b", "a#b",
        "- a", "-", "-a", "---", "--- a", "...", "?", "? a", "?a", "!", "!a", "&a", "*a", "%a", "@a", "`a", "'a'", "\"a\"", "a'b", "a\"b", "[a]", "{a}",
        "a,b", "a, b", "]", "}", ",", "|", ">", "|-", "<<", "=", "\\", "a\\nb", "a\nb", "a\n", "\na", "a\n\nb", " a\nb", "a\n b", "a \nb", "a\n\n",
        "\n", "a\tb", "\ta", "a\n\tb", "a\r\nb", "a\rb", "\0", "\u0085", "\u2028", "\uFEFF", "a\uFEFF", "\u00A0", "😀", "é£", "\uFFFE", "\uFFFF", "a\n#b", "a\n---\nb",
        "0.5 %", "Mon-Fri 08:00-18:00", "#\n#", "- a\n- b", "key: value\nother: value",
    ];

    private static readonly Gen<string> AnyText = Gen.Frequency(
        (10, Gen.Int[0, Awkward.Length - 1].Select(index => Awkward[index])),
        (10, Gen.String[Gen.Char["ab :#-,[]{}\n\t'\"\\|>&*!%@~.0?"], 0, 12]),
        (5, Gen.String[0, 12].Select(WithoutHalfPairs)),
        (1, Gen.Int[990, 1_030].Select(length => new string('k', length))));

    private static readonly Gen<ScalarNode> AnyScalar = Gen.Frequency(
        (6, AnyText.Select(text => new ScalarNode(text, ScalarKind.Text))),
        (2, Gen.Decimal.Select(number => new ScalarNode(number.ToString(System.Globalization.CultureInfo.InvariantCulture), ScalarKind.Number))),
        (1, Gen.Bool.Select(value => value ? "true" : "false").Select(text => new ScalarNode(text, ScalarKind.Boolean))),
        (1, Gen.Const(new ScalarNode("null", ScalarKind.Null))));

    public static readonly Gen<DocumentNode> Any = OfDepth(5);

    public static string Describe(DocumentNode? node)
    {
        var description = new StringBuilder();
        Describe(node, description);
        return description.ToString();
    }

    private static Gen<DocumentNode> OfDepth(int depth)
    {
        var scalar = AnyScalar.Select(DocumentNode (node) => node);
        if (depth == 0) return scalar;
        var below = OfDepth(depth - 1);
        return Gen.Frequency((2, scalar), (2, ListOf(below)), (3, MapOf(below)));
    }

    private static Gen<DocumentNode> ListOf(Gen<DocumentNode> below) =>
        below.Array[0, 4].Select(DocumentNode (items) => new ListNode(items));

    private static Gen<DocumentNode> MapOf(Gen<DocumentNode> below) =>
        Gen.Select(AnyScalar, below, KeyValuePair.Create).Array[0, 4]
            .Select(DocumentNode (entries) => new MapNode([.. entries.DistinctBy(entry => entry.Key.Text)]));

    private static string WithoutHalfPairs(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static void Describe(DocumentNode? node, StringBuilder description)
    {
        switch (node)
        {
            case ScalarNode scalar:
                description.Append(scalar.Kind).Append('<').Append(scalar.Text).Append('>');
                break;
            case ListNode list:
                description.Append('[');
                foreach (var item in list.Items) Describe(item, description);
                description.Append(']');
                break;
            case MapNode map:
                description.Append('{');
                foreach (var (key, value) in map.Entries)
                {
                    Describe(key, description);
                    Describe(value, description);
                }
                description.Append('}');
                break;
        }
    }
}
