using System.Text;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Sheets;

namespace SlaMonitor.Service.Tests.Formats.Sheets;

/// <summary>Files made to exhaust the service are refused, in bounded time and memory.</summary>
public sealed class WorkbookLimitsTests
{
    private const long Memory = 512L * 1024 * 1024;
    private const int Mebibyte = 1024 * 1024;

    private static readonly WorkbookLimits Small = new() { Entries = 20, Rows = 20, Cells = 60, Sheets = 2, TextLength = 1_000, PartBytes = 20_000, ReadBytes = 30_000, DeclaredBytes = 100_000 };

    public static TheoryData<string, string> Bombs => new()
    {
        { "a part packed a thousand times", "files packed to no less than a 100th of what they hold, once that is more than 1048576 bytes" },
        { "a tag without end", "XML tags and texts of at most 262144 bytes" },
        { "a text without end", "XML tags and texts of at most 262144 bytes" },
        { "a text in pieces", "texts of at most 262144 characters" },
        { "elements within elements", "XML elements no deeper than 32" },
        { "names without end", "at most 5000 names of XML elements" },
        { "a text shared by thousands", "at most 16777216 characters in all cells" },
        { "cells without end", "at most 300000 cells" },
        { "rows without end", "at most 50000 rows" },
        { "files without end", "at most 1000 files within it" },
        { "sheets without end", "at most 100 sheets" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_refused_in_bounded_memory(string bomb, string expected)
    {
        var bytes = Made(bomb);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var problem = Refused(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Memory);
        Assert.Equal(("workbook-too-large", expected), (problem.Code.Name, problem.Expected));
    }

    /// <summary>The archive says that a part holds ten bytes; it holds more.</summary>
    [Fact]
    public void A_size_that_is_a_lie_is_found_out()
    {
        var workbook = Workbooks.Of([.. Enumerable.Range(6, 400).Select(i => Workbooks.Row(i, "KPI1", "of", "9"))]);
        var bytes = workbook.Bytes();
        var size = BitConverter.GetBytes(Encoding.UTF8.GetByteCount(workbook.TextOf("xl/worksheets/sheet1.xml")));
        for (var at = bytes.AsSpan().LastIndexOf(size); at >= 0; at = bytes.AsSpan(0, at).LastIndexOf(size)) BitConverter.TryWriteBytes(bytes.AsSpan(at), 10);
        Assert.Equal("workbook-damaged", Refused(bytes).Code.Name);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">")]
    public void A_document_type_is_refused(string type)
    {
        var problem = Refused(Workbooks.WithSheets(("Return", "", type + Workbooks.Sheet())).Bytes());
        Assert.Equal("workbook-damaged", problem.Code.Name);
        Assert.StartsWith("XML that cannot be read", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_encodings_than_UTF_8_are_refused() =>
        Assert.Equal("workbook-damaged", Refused(Workbooks.Of().With("xl/worksheets/sheet1.xml", Encoding.Unicode.GetBytes(Workbooks.Sheet())).Bytes()).Code.Name);

    [Fact]
    public void Limits_can_be_drawn_tighter()
    {
        var problems = new List<Problem>();
        Assert.NotNull(WorkbookTable.Read(Workbooks.Of().Bytes(), problems, Small));
        Assert.Null(WorkbookTable.Read(Workbooks.Of([.. Enumerable.Range(6, 30).Select(i => Workbooks.Row(i, "KPI1"))]).Bytes(), problems, Small));
        Assert.Equal("at most 20 rows", Assert.Single(problems).Expected);
    }

    private static byte[] Made(string bomb) => bomb switch
    {
        "a part packed a thousand times" => Sheet(new string(' ', 40 * Mebibyte)),
        "a tag without end" => Sheet($"<c r=\"{Digits(300_000)}\"/>"),
        "a text without end" => Sheet("<row><c><v>" + Digits(300_000) + "</v></c></row>"),
        "a text in pieces" => Sheet("<row><c><v>" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"<![CDATA[{i % 10_000_000:D8}]]>")) + "</v></c></row>"),
        "elements within elements" => Sheet(string.Concat(Enumerable.Repeat("<a>", 40)) + string.Concat(Enumerable.Repeat("</a>", 40))),
        "names without end" => Sheet(string.Concat(Enumerable.Range(0, 6_000).Select(i => $"<a{i}/>"))),
        "a text shared by thousands" => Workbooks.Of([.. Enumerable.Range(6, 1_700).Select(i => $"<row r=\"{i}\"><c r=\"F{i}\" t=\"s\"><v>0</v></c></row>")])
            .With("xl/sharedStrings.xml", $"<sst xmlns=\"{Workbooks.Main}\"><si><t>{Digits(10_000)}</t></si></sst>").Bytes(),
        "cells without end" => Workbooks.Of([.. Enumerable.Range(6, 3_200).Select(i => $"<row r=\"{i}\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 100))}</row>")]).Bytes(),
        "rows without end" => Workbooks.Of([.. Enumerable.Range(6, 60_000).Select(i => $"<row r=\"{i}\"><c><v>{i * 7919}</v></c></row>")]).Bytes(),
        "files without end" => Enumerable.Range(0, 1_100).Aggregate(Workbooks.Of(), (workbook, i) => workbook.With($"xl/media/{i}.png", "")).Bytes(),
        "sheets without end" => Workbooks.WithSheets([.. Enumerable.Range(0, 110).Select(i => ($"S{i}", "", Workbooks.SheetOf([])))]).Bytes(),
        _ => throw new ArgumentException($"No bomb is called '{bomb}'."),
    };

    private static byte[] Sheet(string within) => Workbooks.WithSheets(("Return", "", Workbooks.SheetOf([within]))).Bytes();

    /// <summary>Figures that do not pack well.</summary>
    private static string Digits(int length) => string.Concat(Enumerable.Range(0, length / 7 + 1).Select(i => $"{(i * 7919L * 104729) % 10_000_000:D7}"))[..length];

    private static Problem Refused(byte[] bytes)
    {
        var problems = new List<Problem>();
        Assert.Null(WorkbookTable.Read(bytes, problems));
        return Assert.Single(problems);
    }
}
