using System.Text;
using CsCheck;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Service.Tests.Formats.Tickets;

public sealed class TicketWordTableTests
{
    private static readonly Gen<string[]> Words = Gen.String[Gen.Char["abAB "], 0, 4].Array[1, 100].Select(words => words.Distinct().ToArray());

    /// <summary>Of up to a hundred words out of five letters, many share their length and both their ends.</summary>
    [Fact]
    public void Every_word_is_found_in_its_place_and_no_other_word_is() => Gen.Select(Words, Gen.String[Gen.Char["abAB "], 0, 4]).Sample((words, other) =>
    {
        var table = TicketWordTable.InOrder(words);
        Assert.Equal(Enumerable.Range(1, words.Length), words.Select(word => (int)table.Find(Encoding.UTF8.GetBytes(word))));
        Assert.Equal(words.Contains(other), table.Has(Encoding.UTF8.GetBytes(other)));
    });

    [Fact]
    public void Without_words_nothing_is_found() => Assert.Equal(-1, TicketWordTable.InOrder([]).Find("open"u8));
}
