using System.Text;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>The few words of a column that the contract tells apart, found by their bytes: each in a slot by its length and its ends, mostly one
/// of its own.</summary>
internal sealed class TicketWordTable
{
    private const int SlotBits = 6;

    private readonly (byte[] Word, short Place)[] _words;
    private readonly (byte[] Word, short Place)[][] _slots;
    private readonly uint _spread;

    /// <param name="words">Each with what it stands for.</param>
    public TicketWordTable(IEnumerable<(string Word, short Place)> words)
    {
        _words = [.. words.Select(w => (Encoding.UTF8.GetBytes(w.Word), w.Place))];
        _spread = Spreads.MaxBy(spread => _words.Select(w => SlotOf(w.Word, spread)).Distinct().Count());
        var bySlot = _words.ToLookup(w => SlotOf(w.Word, _spread));
        _slots = [.. Enumerable.Range(0, 1 << SlotBits).Select(slot => bySlot[slot].ToArray())];
    }

    /// <summary>Each word stands for its place, from 1.</summary>
    public static TicketWordTable InOrder(IEnumerable<string> words) => new(words.Select((word, i) => (word, (short)(i + 1))));

    /// <summary>What a word stands for; -1 for one that is not among them.</summary>
    public short Find(ReadOnlySpan<byte> text)
    {
        foreach (var (word, place) in _slots[SlotOf(text, _spread)])
            if (text.SequenceEqual(word))
                return place;
        return -1;
    }

    public bool Has(ReadOnlySpan<byte> text) => Find(text) >= 0;

    public string InWords => string.Join(", ", _words.Select(w => Encoding.UTF8.GetString(w.Word)));

    /// <summary>Odd numbers with bits all over, of which one will part the words of a column.</summary>
    private static IEnumerable<uint> Spreads => Enumerable.Range(1, 64).Select(i => unchecked((uint)i * 0x9E37_79B1) | 1);

    private static int SlotOf(ReadOnlySpan<byte> text, uint spread)
    {
        if (text.IsEmpty) return 0;
        var ends = (uint)(text.Length | (text[0] << 8) | (text[^1] << 16));
        return (int)(unchecked(ends * spread) >> (32 - SlotBits));
    }
}
