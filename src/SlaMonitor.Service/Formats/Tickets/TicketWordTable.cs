using System.Text;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>The few words of a column that the contract tells apart, found by their bytes.</summary>
internal sealed class TicketWordTable
{
    private readonly (byte[] Word, short Place)[] _words;

    /// <param name="words">Each with what it stands for.</param>
    public TicketWordTable(IEnumerable<(string Word, short Place)> words) => _words = [.. words.Select(w => (Encoding.UTF8.GetBytes(w.Word), w.Place))];

    /// <summary>Each word stands for its place, from 1.</summary>
    public static TicketWordTable InOrder(IEnumerable<string> words) => new(words.Select((word, i) => (word, (short)(i + 1))));

    /// <summary>What a word stands for; -1 for one that is not among them.</summary>
    public short Find(ReadOnlySpan<byte> text)
    {
        foreach (var (word, place) in _words)
            if (text.SequenceEqual(word))
                return place;
        return -1;
    }

    public bool Has(ReadOnlySpan<byte> text) => Find(text) >= 0;

    public string InWords => string.Join(", ", _words.Select(w => Encoding.UTF8.GetString(w.Word)));
}
