using System.Reflection;
using System.Text;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Tests.Formats.Tables;

/// <summary>One reproducer, or more, for every problem code of a table.</summary>
public sealed class TableProblemsTests
{
    private static readonly TableLimits Small = new() { Bytes = 200, Rows = 3, Columns = 4, Cells = 8, CellLength = 20 };

    public static TheoryData<string, string, string, int, int, string, string> Reproducers => new()
    {
        { "", "table-empty", "", 1, 1, "a header row", "nothing but blank lines" },
        { "\n  \n\n", "table-empty", "", 1, 1, "a header row", "nothing but blank lines" },
        { "PK\u0003\u0004..xl/workbook.xml", "table-not-csv", "", 1, 1, "a CSV text, as Excel saves under 'CSV UTF-8'", "what looks like an Excel workbook" },
        { "PK\u0003\u0004..", "table-not-csv", "", 1, 1, "a CSV text, as Excel saves under 'CSV UTF-8'", "what looks like a ZIP archive, as an Excel workbook is" },
        { "%PDF-1.7", "table-not-csv", "", 1, 1, "a CSV text, as Excel saves under 'CSV UTF-8'", "what looks like a PDF document" },
        { "ÐÏ\u0011à", "table-not-csv", "", 1, 1, "a CSV text, as Excel saves under 'CSV UTF-8'", "what looks like an old Excel workbook or another Office file" },
        { "\u001f\u008b", "table-not-csv", "", 1, 1, "a CSV text, as Excel saves under 'CSV UTF-8'", "what looks like a gzip archive" },
        { "ÿþa\0", "table-not-utf8", "", 1, 1, "UTF-8, as Excel saves under 'CSV UTF-8'", "what looks like UTF-16" },
        { "a\0b\0", "table-not-utf8", "", 1, 1, "UTF-8, as Excel saves under 'CSV UTF-8'", "what looks like UTF-16" },
        { "a,fee\n1,2\n\"x\ny\",£5\n", "table-not-utf8", "", 4, 2, "UTF-8, as Excel saves under 'CSV UTF-8'", "the byte 0xA3" },
        { "a,b\n1,2\n3,x\0\n", "table-nul-byte", "", 3, 2, "text", "the byte 0x00" },
        { "a,b\n\"1\n2\",\"open\n3,4\n", "table-unclosed-quote", "", 3, 2, "a closing quote", "none before the end of the file, after 'open 3,4 '" },
        { "a,\"b\n1,2\n", "table-unclosed-quote", "", 1, 2, "a closing quote", "none before the end of the file, after 'b 1,2 '" },
        { "a,b\n1,5\" pipe\n", "table-stray-quote", "", 2, 2, "quotes around the whole cell and doubled inside it", "'5\" pipe'" },
        { "a,b\n\"x\n\"y,2\n", "table-stray-quote", "", 2, 1, "quotes around the whole cell and doubled inside it", "'x y'" },
        { "a, ,c\n", "table-empty-header", "", 1, 2, "a name for the column", "an empty cell" },
        { "a,b,a\n", "table-duplicate-header", "", 1, 3, "a name of its own for every column", "'a' again, first in column 1" },
        { "a,b\n\n1\n", "table-row-too-short", "", 3, 1, "2 cells", "1 cell" },
        { "a,b\n\"1\n\",2,3,4\n", "table-row-too-long", "", 3, 3, "2 cells", "4 cells" },
        { "a,b\n1,123456789012345678901\n", "table-cell-too-long", "b", 2, 2, "at most 20 characters", "21 characters" },
        { "a,123456789012345678901\n", "table-cell-too-long", "", 1, 2, "at most 20 characters", "21 characters" },
        { "a,b,c,d,e\n", "table-too-many-columns", "", 1, 5, "at most 4 columns", "5 columns" },
        { "a\n1\n2\n3\n4\n5\n", "table-too-many-rows", "", 5, 1, "at most 3 rows", "more" },
        { "a,b,c\n1,2,3\n1,2,3\n1,2,3\n", "table-too-large", "", 4, 1, "at most 8 cells", "more" },
        { new string('a', 201), "table-too-large", "", 1, 1, "at most 200 bytes", "201 bytes" },
    };

    [Theory]
    [MemberData(nameof(Reproducers))]
    public void A_problem_says_where_it_is_and_what_was_expected(
        string latin1, string code, string path, int line, int column, string expected, string found)
    {
        var problems = new List<Problem>();
        CsvTable.Read(Encoding.Latin1.GetBytes(latin1), problems, Small);
        var problem = Assert.Single(problems);
        Assert.Equal((code, path, line, column, expected, found),
            (problem.Code.Name, problem.Path, problem.Line, problem.Column, problem.Expected, problem.Found));
    }

    [Theory]
    [InlineData("table-row-too-short", true)]
    [InlineData("table-row-too-long", true)]
    [InlineData("table-stray-quote", true)]
    [InlineData("table-unclosed-quote", true)]
    [InlineData("table-empty-header", false)]
    [InlineData("table-duplicate-header", false)]
    [InlineData("table-not-utf8", false)]
    [InlineData("table-nul-byte", false)]
    [InlineData("table-too-many-rows", false)]
    public void Only_a_problem_of_a_row_leaves_a_table(string code, bool leavesTable)
    {
        var reproducer = Reproducers.First(row => (string)row[1] == code);
        var table = CsvTable.Read(Encoding.Latin1.GetBytes((string)reproducer[0]), new List<Problem>(), Small);
        Assert.Equal(leavesTable, table is not null);
    }

    [Fact]
    public void Problems_of_the_header_and_the_encoding_do_not_hide_those_of_rows()
    {
        var problems = new List<Problem>();
        Assert.Null(CsvTable.Read(Encoding.Latin1.GetBytes("a,a\n£,1\n2\n"), problems));
        Assert.Equal(["table-not-utf8", "table-duplicate-header", "table-row-too-short"], problems.Select(problem => problem.Code.Name));
    }

    [Fact]
    public void Every_code_has_its_reproducer()
    {
        var codes = typeof(TableProblems).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => ((ProblemCode)field.GetValue(null)!).Name);
        Assert.Equal(codes.Order(), Reproducers.Select(row => (string)row[1]).Distinct().Order());
    }
}
