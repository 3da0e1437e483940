namespace SlaMonitor.Service.Formats.Documents;

/// <summary>A part of a document and where it starts, from 1; 0 and 0 when it did not come from a file.
/// Columns count UTF-16 units, as editors do.</summary>
public abstract record DocumentNode(int Line, int Column);

/// <param name="Text">The value: a number as it was written, <c>true</c> or <c>false</c>, <c>null</c>, or the text without its quotes.</param>
public sealed record ScalarNode(string Text, ScalarKind Kind, int Line = 0, int Column = 0) : DocumentNode(Line, Column);

public sealed record ListNode(IReadOnlyList<DocumentNode> Items, int Line = 0, int Column = 0) : DocumentNode(Line, Column);

/// <param name="Entries">In the order of the file; what the readers return holds every key once.</param>
public sealed record MapNode(IReadOnlyList<KeyValuePair<ScalarNode, DocumentNode>> Entries, int Line = 0, int Column = 0)
    : DocumentNode(Line, Column)
{
    /// <summary>The value of the key, or null when there is no such key.</summary>
    public DocumentNode? this[string key]
    {
        get
        {
            foreach (var (name, value) in Entries)
                if (name.Text == key)
                    return value;
            return null;
        }
    }
}
