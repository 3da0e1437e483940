using System.Diagnostics;
using System.Text;
using CsCheck;
using SlaMonitor.Domain;
using SlaMonitor.Fuzz;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Tests.Formats.Documents;

/// <summary>No bytes make a reader throw, hang, or return nothing without saying why.</summary>
public sealed class FuzzTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "a: b\n", "- ", "? ", ": ", "  ", "\n", "\r\n", "\t", "[", "]", "{", "}", ",", "'", "\"", "|\n", ">-\n", "&a ", "*a ", "!t ", "!<", "---\n", "...\n",
            "%YAML 1.2\n", "%TAG ! x\n", "#", "\\", "\\u12", "\\ud800", "\"k\": 1", "null", "1e9", "\0", "\u2028", "\uFEFF", "😀", "a", "<<: ",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80],
    ];

    private static readonly Gen<byte[]> Soup = Gen.Int[0, Fragments.Length - 1].Array[0, 40].Select(picks => picks.SelectMany(pick => Fragments[pick]).ToArray());

    public static TheoryData<string, string, string> Floods => new()
    {
        { "", "[", "" }, { "", "{", "" }, { "", "- ", "" }, { "", "? ", "" }, { "", ": ", "" }, { "", "&a\n", "" }, { "", "a\n", "" }, { "'", " \n", "'" },
        { "\"", "\\n", "\"" }, { "|\n", " \n", "" }, { ">\n", " a\n", "" }, { "", "- a\n", "" }, { "[", "a,", "" }, { "{", "a,", "" }, { "", "---\n", "" },
        { "", "#\n", "" }, { "", "\r", "" }, { "", "k", ": v" }, { "? ", "k", "\n: v" }, { "", "a: b\n", "" }, { "{\"", "k", "\": {\"a\":1,\"a\":2}}" },
        { "[\"\",", "1", "]" }, { "{", "\"a\":1,", "\"a\":1}" }, { "!<", "a", "" }, { "!", "%41", "" }, { "\"", "\\", "\"" }, { "[", "a: b, ", "]" },
    };

    [Fact]
    public void Random_bytes_are_read_or_refused() => Gen.Byte.Array[0, 200].Sample(AssertReadOrRefused, iter: FuzzRun.Times(5_000));

    [Fact]
    public void Random_syntax_is_read_or_refused() => Soup.Sample(AssertReadOrRefused, iter: FuzzRun.Times(20_000));

    [Fact]
    public void A_file_with_a_change_is_read_or_refused() =>
        Gen.Select(Trees.Any, Gen.Bool, Gen.Int[0, 1_000_000], Soup.Where(soup => soup.Length < 20)).Sample((tree, asJson, place, change) =>
        {
            var bytes = Encoding.UTF8.GetBytes(asJson ? JsonText.Write(tree) : YamlDocument.Write(tree));
            var at = place % (bytes.Length + 1);
            AssertReadOrRefused([.. bytes[..at], .. change, .. bytes[Math.Min(bytes.Length, at + (place % 3))..]]);
        }, iter: FuzzRun.Times(10_000));

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_file_of_the_largest_size_is_read_or_refused_in_time(string before, string repeated, string after)
    {
        var count = (DocumentLimits.Bytes - before.Length - after.Length) / Encoding.UTF8.GetByteCount(repeated);
        var bytes = Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(repeated, count)) + after);
        var watch = Stopwatch.StartNew();
        AssertReadOrRefused(bytes);
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    private static void AssertReadOrRefused(byte[] bytes)
    {
        var problems = new List<Problem>();
        var root = DocumentFile.Read(bytes, problems);
        Assert.True(root is not null || problems.Count > 0);
        Assert.InRange(problems.Count, 0, DocumentLimits.Problems + 1);
        Assert.All(problems, problem =>
        {
            Assert.True(problem.Line > 0 && problem.Column > 0);
            Assert.InRange(problem.Path.Length + problem.Expected.Length + problem.Found.Length, 1, 10_000);
        });
        AssertReadDirectly(bytes);
    }

    private static void AssertReadDirectly(byte[] bytes)
    {
        var problems = new List<Problem>();
        Assert.True(JsonText.Read(bytes, problems) is not null || problems.Count > 0);
        problems.Clear();
        Assert.True(YamlDocument.Read(Encoding.Latin1.GetString(bytes), problems) is not null || problems.Count > 0);
    }
}
