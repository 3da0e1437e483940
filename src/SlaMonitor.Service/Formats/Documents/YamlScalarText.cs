using System.Buffers;
using System.Globalization;
using System.Text;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>A scalar as it stands in a YAML file: without quotes where it reads back as itself, in double quotes otherwise.</summary>
internal static class YamlScalarText
{
    private const string NeverFirst = ",[]{}#&*!|>'\"%@`?:";
    private const string NeverInFlow = ",[]{}";

    /// <summary>The last is plain text in YAML too, but YamlDotNet overlooks the colon that ends a key after it.</summary>
    private static readonly SearchValues<string> NeverInside = SearchValues.Create([": ", " #", " *"], StringComparison.Ordinal);

    public static string Of(ScalarNode scalar, bool inFlow) =>
        scalar.Kind != ScalarKind.Text ? PlainScalar.Spelling(scalar)
        : ReadsBackWithoutQuotes(scalar.Text, inFlow) ? scalar.Text
        : Quoted(scalar.Text);

    /// <summary>Whether the text reads well as a literal block: lines of visible text, the first neither blank nor indented,
    /// no blanks at line ends, and at most one line break at its end.</summary>
    public static bool CanBeLiteral(ScalarNode scalar)
    {
        if (scalar.Kind != ScalarKind.Text || !scalar.Text.Contains('\n') || scalar.Text[0] is ' ' or '\n') return false;
        var lines = scalar.Text.Split('\n');
        return lines.All(line => PrintableText.IndexOfUnprintable(line) < 0 && !line.EndsWith(' '))
            && (lines[^1].Length > 0 || lines[^2].Length > 0);
    }

    private static bool ReadsBackWithoutQuotes(string text, bool inFlow) =>
        PlainScalar.KindOf(text) == ScalarKind.Text
        && StartsPlainly(text)
        && !char.IsWhiteSpace(text[^1])
        && text[^1] != ':'
        && !text.AsSpan().ContainsAny(NeverInside)
        && PrintableText.IndexOfUnprintable(text) < 0
        && !(inFlow && text.AsSpan().ContainsAny(NeverInFlow));

    private static bool StartsPlainly(string text) =>
        !char.IsWhiteSpace(text[0])
        && !NeverFirst.Contains(text[0])
        && !(text[0] == '-' && (text.Length == 1 || char.IsWhiteSpace(text[1])))
        && !text.StartsWith("---", StringComparison.Ordinal)
        && !text.StartsWith("...", StringComparison.Ordinal);

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes()) Append(quoted, rune);
        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, Rune rune)
    {
        Span<char> units = stackalloc char[2];
        var shown = units[..rune.EncodeToUtf16(units)];
        if (rune.Value is '"' or '\\') quoted.Append('\\').Append(shown);
        else if (PrintableText.IndexOfUnprintable(shown) < 0) quoted.Append(shown);
        else quoted.Append(EscapeOf(rune.Value));
    }

    private static string EscapeOf(int character) => character switch
    {
        '\0' => "\\0",
        '\t' => "\\t",
        '\n' => "\\n",
        '\r' => "\\r",
        <= 0xFF => "\\x" + character.ToString("X2", CultureInfo.InvariantCulture),
        _ => "\\u" + character.ToString("X4", CultureInfo.InvariantCulture),
    };
}
