using System.Diagnostics;
using System.Text;
using CsCheck;
using SlaMonitor.Domain;
using SlaMonitor.Fuzz;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Tests.Formats.Tables;

/// <summary>No bytes make the reader throw, hang, or return nothing without saying why.</summary>
public sealed class CsvFuzzTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TableLimits Small = new() { Bytes = 300, Rows = 5, Columns = 6, Cells = 20, CellLength = 10 };

    private static readonly byte[][] Fragments =
    [
        .. new[] { "a", "b", "1", ",", ",", "\n", "\r\n", "\r", "\"", "\"\"", "\"x\ny\"", " ", "\t", "£", "😀", "\0", "\uFEFF", "PK", ";" }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xFE, 0xFF],
    ];

    private static readonly Gen<byte[]> Soup = Gen.Int[0, Fragments.Length - 1].Array[0, 40].Select(picks => picks.SelectMany(pick => Fragments[pick]).ToArray());

    public static TheoryData<string, string> Floods => new()
    {
        { "", "," }, { "", "a\n" }, { "", "\n" }, { "", "\r" }, { "", "\"" }, { "a\n\"", "x\n" }, { "a\n", "x\"\n" }, { "a,b,c\n", "1,2\n" },
        { "a\n", "\"\"," }, { "a\n", "£" }, { "a,b\n", "\"\n\",\"\n" }, { "a\n", "b\0" }, { "", "\"a\"b," },
    };

    [Fact]
    public void Random_bytes_are_read_or_refused() => Gen.Byte.Array[0, 200].Sample(AssertReadOrRefused, iter: FuzzRun.Times(5_000));

    [Fact]
    public void Random_syntax_is_read_or_refused() => Soup.Sample(AssertReadOrRefused, iter: FuzzRun.Times(20_000));

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_file_of_the_largest_size_is_read_or_refused_in_time(string before, string repeated)
    {
        var count = (TableLimits.Default.Bytes - before.Length) / repeated.Length;
        var bytes = Encoding.Latin1.GetBytes(before + string.Concat(Enumerable.Repeat(repeated, count)));
        var watch = Stopwatch.StartNew();
        AssertReadOrRefused(bytes, TableLimits.Default);
        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    private static void AssertReadOrRefused(byte[] bytes)
    {
        AssertReadOrRefused(bytes, TableLimits.Default);
        AssertReadOrRefused(bytes, Small);
    }

    private static void AssertReadOrRefused(byte[] bytes, TableLimits limits)
    {
        var problems = new List<Problem>();
        var table = CsvTable.Read(bytes, problems, limits);
        Assert.True(table is not null || problems.Count > 0);
        Assert.InRange(problems.Count, 0, limits.Rows * limits.Columns + limits.Columns + 3);
        foreach (var problem in problems) Assert.True(problem.Line > 0 && problem.Column > 0);
        if (table is not null) Assert.All(table.Rows, row => Assert.Equal(table.Header.Cells.Count, row.Cells.Count));
    }
}
