using System.Text;
using CsCheck;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Tests.Formats.Tables;

public sealed class CsvWritingTests
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[Gen.Char["ab,\"'\n\r\t =+-@;é"], 0, 8],
        Gen.String[0, 8].Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\0", "", StringComparison.Ordinal)));

    private static readonly Gen<CsvValue> AnyValue = Gen.OneOf(
        AnyText.Select(CsvValue.Text),
        Gen.Decimal.Select(number => CsvValue.Number(number.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    private static readonly Gen<(string[] Header, CsvValue[][] Rows)> AnyTable = Gen.Int[1, 5].SelectMany(width =>
        Gen.Select(AnyText.Where(name => !string.IsNullOrWhiteSpace(name)).Array[width], AnyValue.Array[width].Array[0, 6]))
        .Where((header, _) => header.Select(name => CsvValue.Text(name)).Select(AsRead).Distinct().Count() == header.Length);

    [Fact]
    public void A_table_reads_back_as_it_was_written() => AnyTable.Sample((header, rows) =>
    {
        var problems = new List<Problem>();
        var table = CsvTable.Read(Encoding.UTF8.GetBytes(CsvTable.Write(header, rows)), problems);
        Assert.Empty(problems);
        Assert.Equal(header.Select(name => AsRead(CsvValue.Text(name))), table!.Header.Cells.Select(cell => cell.Text));
        Assert.Equal(rows.Select(row => row.Select(AsRead)), table.Rows.Select(row => row.Cells.Select(cell => cell.Text)));
    }, iter: 3_000);

    [Fact]
    public void Lines_end_with_LF_and_quotes_stand_only_where_they_must() =>
        Assert.Equal("a,\"b,c\"\n\"say \"\"hi\"\"\",\"two\nlines\"\n,x\n",
            CsvTable.Write(["a", "b,c"], [[CsvValue.Text("say \"hi\""), CsvValue.Text("two\nlines")], [default, CsvValue.Text("x")]]));

    [Fact]
    public void A_single_empty_cell_is_no_blank_line() => Assert.Equal("a\n\"\"\n", CsvTable.Write(["a"], [[CsvValue.Text("")]]));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 20")]
    [InlineData("-5")]
    [InlineData("@a")]
    [InlineData("\ta")]
    public void Text_that_looks_like_a_formula_gets_an_apostrophe(string text)
    {
        Assert.Equal($"'{text}\n'{text}\n", CsvTable.Write([text], [[CsvValue.Text(text)]]));
        Assert.Equal("h\n\"'\r\"\n", CsvTable.Write(["h"], [[CsvValue.Text("\r")]]));
    }

    [Theory]
    [InlineData("-99.50")]
    [InlineData("0")]
    [InlineData("123456789012345678901234567890.123456789012345678901234567890")]
    public void A_number_stays_as_it_was_given(string figure) => Assert.Equal($"h\n{figure}\n", CsvTable.Write(["h"], [[CsvValue.Number(figure)]]));

    [Theory]
    [InlineData("")]
    [InlineData("=1")]
    [InlineData("+1")]
    [InlineData("1e5")]
    [InlineData("1,000")]
    [InlineData("1\n")]
    [InlineData("--1")]
    public void A_number_that_is_no_plain_figure_is_refused(string figure) => Assert.Throws<ArgumentException>(() => CsvValue.Number(figure));

    [Fact]
    public void A_row_that_does_not_fit_the_header_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => CsvTable.Write(["a", "b"], [[CsvValue.Text("1")]]));
        Assert.Throws<InvalidOperationException>(() => CsvTable.Write([], []));
    }

    private static string AsRead(CsvValue value) =>
        !value.IsNumber && value.Content is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{value.Content}" : value.Content;
}
