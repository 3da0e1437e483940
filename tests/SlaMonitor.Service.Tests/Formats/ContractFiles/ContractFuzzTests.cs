using System.Text;
using CsCheck;
using SlaMonitor.Fuzz;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.PlainEnglish;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>Any bytes are answered: with terms that can be written and told, or with errors that have a place.</summary>
public sealed class ContractFuzzTests
{
    private static readonly string[] Fragments =
    [
        "0", "-1", "99999", "0 %", "-5 %", "1e9", "0 days", "9999 years", "9999 working days", "2400-02-29", "9999-12-31", "0001-01", "24x7", "yes", "no",
        "true", "null", "{}", "[]", "\n", "  ", ": ", "- ", "KPI1", "C1", "[KPI1, C1]", "nearestTo", "lower", "zero", "12 months", "£", "\"", "'", "# ",
    ];

    private static readonly string[] Texts = [.. ContractTexts.All];

    /// <summary>A word of a file put otherwise, or two lines exchanged.</summary>
    private static readonly Gen<string> Changed = Gen.Select(
        Gen.Int[0, Texts.Length - 1], Gen.Int[0, 1_000_000], Gen.Int[0, Fragments.Length - 1], Gen.Bool,
        (text, place, fragment, exchange) => exchange ? WithLinesExchanged(Texts[text], place) : WithWordPut(Texts[text], place, Fragments[fragment]));

    [Fact]
    public void A_file_with_a_change() => Changed.Sample(text => AssertAnswered(Encoding.UTF8.GetBytes(text)), iter: FuzzRun.Times(500));

    [Fact]
    public void A_file_cut_off_or_spoilt() =>
        Gen.Select(Gen.Int[0, Texts.Length - 1], Gen.Int[0, 1_000_000], Gen.Byte.Array[0, 3]).Sample((text, place, bytes) =>
        {
            var whole = Encoding.UTF8.GetBytes(Texts[text]);
            var at = place % whole.Length;
            AssertAnswered([.. whole[..at], .. bytes, .. place % 2 == 0 ? whole[at..] : []]);
        }, iter: FuzzRun.Times(300));

    [Fact]
    public void Random_bytes() => Gen.Byte.Array[0, 300].Sample(AssertAnswered, iter: FuzzRun.Times(1_000));

    private static void AssertAnswered(byte[] bytes)
    {
        var read = ContractFile.Read(bytes, ContractTexts.Holidays);
        Assert.Equal(read.Terms is null, read.Problems.Any(p => p.IsError));
        Assert.All(read.Problems, p => Assert.True(p is { Line: > 0, Column: > 0, Expected.Length: > 0, Found.Length: > 0 }, $"{p}"));
        if (read.Terms is not { } terms) return;
        Assert.Equal(ContractFile.WriteJson(terms), ContractFile.WriteJson(ContractTexts.Terms(ContractFile.WriteYaml(terms))));
        Assert.All(ContractInEnglish.Of(terms, ContractTexts.Holidays).SelectMany(s => s.Paragraphs), p => Assert.Equal(p.Text.Trim(), p.Text));
    }

    private static string WithWordPut(string text, int place, string fragment)
    {
        var words = text.Split(' ');
        words[place % words.Length] = fragment;
        return string.Join(' ', words);
    }

    private static string WithLinesExchanged(string text, int place)
    {
        var lines = text.Split('\n');
        var (a, b) = (place % lines.Length, place / lines.Length % lines.Length);
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return string.Join('\n', lines);
    }
}
