using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>YAML text as a tree and back. Of YAML it takes maps, lists and scalars in any style; anchors, aliases, tags and
/// several documents are refused.</summary>
public static class YamlDocument
{
    /// <summary>Reads the text. Adds what is wrong to <paramref name="problems"/>, each with path, line and column, and reads on
    /// where it can: the tree may come with problems. Never throws on any text.</summary>
    /// <returns>The tree, or null when there is none to be had: nothing in it, broken syntax, or past a limit.</returns>
    public static DocumentNode? Read(string text, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        return new YamlReader(text.StartsWith('\uFEFF') ? text[1..] : text, problems).Read();
    }

    /// <summary>The canonical text of the tree: the same tree gives the same text, which reads back as the same kinds and texts.
    /// Block style, with short maps and lists of scalars on one line below the outermost level; LF, two spaces a level, a final
    /// line break. Half a surrogate pair, which no reader returns, becomes U+FFFD; every null is written <c>null</c>.</summary>
    /// <exception cref="ArgumentException">A node says it is a number or Boolean and its text is none.</exception>
    public static string Write(DocumentNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new YamlWriter().Write(node);
    }
}
