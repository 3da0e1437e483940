using System.Text;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Tests.Formats.Tables;

public sealed class CsvReadingTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Cells_know_their_line_and_their_number_in_the_row(string lineBreak)
    {
        var table = Read("a,b\n\n\"x\n\"\"y\"\"\",z\n  \n1,\n".Replace("\n", lineBreak, StringComparison.Ordinal));
        Assert.Equal(1, table.Header.Line);
        Assert.Equal([new("a", 1, 1), new("b", 1, 2)], table.Header.Cells);
        Assert.Equal([3, 6], table.Rows.Select(row => row.Line));
        Assert.Equal([new($"x{lineBreak}\"y\"", 3, 1), new("z", 4, 2)], table.Rows[0].Cells);
        Assert.Equal([new("1", 6, 1), new("", 6, 2)], table.Rows[1].Cells);
    }

    [Fact]
    public void Nothing_is_trimmed_or_detected()
    {
        var table = Read("a;b, c\n 1 ;2,\t3\n");
        Assert.Equal(["a;b", " c"], table.Header.Cells.Select(cell => cell.Text));
        Assert.Equal([" 1 ;2", "\t3"], table.Rows[0].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_header() => Assert.Equal("a", Read("\uFEFFa\n1\n").Header.Cells[0].Text);

    [Fact]
    public void A_header_alone_is_a_table_without_rows() => Assert.Empty(Read("a,b").Rows);

    [Fact]
    public void In_a_table_of_one_column_a_line_of_spaces_is_a_cell() =>
        Assert.Equal(["  ", ""], Read("a\n  \n\n\"\"\n").Rows.Select(row => row.Cells[0].Text));

    [Fact]
    public void Rows_with_problems_are_left_out_and_the_others_stay()
    {
        var problems = new List<Problem>();
        var table = CsvTable.Read("a,b\n1,2\n3\n4,5\"\n6,7,8\n9,10\n"u8, problems);
        Assert.Equal(["table-row-too-short", "table-stray-quote", "table-row-too-long"], problems.Select(problem => problem.Code.Name));
        Assert.Equal([2, 6], table!.Rows.Select(row => row.Line));
    }

    private static Table Read(string text)
    {
        var problems = new List<Problem>();
        var table = CsvTable.Read(Encoding.UTF8.GetBytes(text), problems);
        Assert.Empty(problems);
        return table!;
    }
}
