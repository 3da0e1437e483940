using System.Buffers;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>Which characters may stand in a file as they are. Tabs and the line breaks CR and LF may stand in a document, though
/// not in a one-line text; the Unicode line breaks may not, since YAML 1.1 and 1.2 disagree on whether they end a line.</summary>
internal static class PrintableText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Range('\0', '\x1F'), .. Range('\x7F', '\x9F'), '\u2028', '\u2029', '\uFEFF', .. Range('\uD800', '\uDFFF'), '\uFFFE', '\uFFFF']);

    /// <summary>The first character that cannot stand in one line as it is, or -1.</summary>
    public static int IndexOfUnprintable(ReadOnlySpan<char> text) => IndexOf(text, allowLayout: false);

    /// <summary>The first character that cannot stand in a document as it is, or -1.</summary>
    public static int IndexOfForbidden(ReadOnlySpan<char> text) => IndexOf(text, allowLayout: true);

    private static int IndexOf(ReadOnlySpan<char> text, bool allowLayout)
    {
        for (var from = 0; from < text.Length;)
        {
            var next = text[from..].IndexOfAny(Suspects);
            if (next < 0) return -1;
            from += next;
            if (IsPair(text[from..])) from += 2;
            else if (allowLayout && text[from] is '\t' or '\r' or '\n') from++;
            else return from;
        }
        return -1;
    }

    private static bool IsPair(ReadOnlySpan<char> text) => text.Length > 1 && char.IsSurrogatePair(text[0], text[1]);

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);
}
