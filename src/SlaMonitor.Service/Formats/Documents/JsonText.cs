using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>JSON text as a tree and back. Comments and trailing commas are refused; numbers keep their text.</summary>
public static class JsonText
{
    /// <summary>Reads UTF-8, with or without a byte order mark. Adds what is wrong to <paramref name="problems"/>, each with path,
    /// line and column, and reads on where it can: the tree may come with problems. Never throws on any bytes.</summary>
    /// <returns>The tree, or null when there is none to be had: nothing in it, broken syntax, or past a limit.</returns>
    public static DocumentNode? Read(ReadOnlySpan<byte> utf8, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return new JsonReader(new TreeBuilder(problems)).Read(Utf8Text.WithoutByteOrderMark(utf8));
    }

    /// <summary>The canonical text of the tree: the same tree gives the same text, which reads back as the same kinds and texts.
    /// LF, two spaces a level or none at all, a final line break. Half a surrogate pair, which no reader returns, becomes U+FFFD.</summary>
    /// <exception cref="ArgumentException">A node says it is a number or Boolean and its text is none.</exception>
    public static string Write(DocumentNode node, bool indented = true)
    {
        ArgumentNullException.ThrowIfNull(node);
        return JsonWriter.Write(node, indented);
    }
}
