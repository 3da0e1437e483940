using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Tests.Formats.Returns;

namespace SlaMonitor.Service.Tests.Formats.Sheets;

/// <summary>What a cell is read as. Styles of the workbook: 1 is 0.00 %, 2 a day, 3 a month, 5 is 0.00, 6 text.</summary>
public sealed class CellReadingTests
{
    /// <summary>The cell of PI4's stated mean age, and the level it is read as with its decimal places.</summary>
    [Theory]
    [InlineData("""<c r="C6"><v>12.5</v></c>""", "12.5")]
    [InlineData("""<c r="C6" t="n"><v>7</v></c>""", "7")]
    [InlineData("""<c r="C6"><f>1+2</f><v>3</v></c>""", "3")]
    [InlineData("""<c r="C6" t="str"><f>"4"</f><v>4</v></c>""", "4")]
    [InlineData("""<c r="C6" t="inlineStr"><is><r><t>4.</t></r><r><t>50</t></r></is></c>""", "4.50")]
    [InlineData("""<c r="C6" s="5"><v>97</v></c>""", "97.00")]
    [InlineData("""<c r="C6" s="6"><v>97</v></c>""", "97")]
    [InlineData("""<c r="C6"><v>1.1000000000000001</v></c>""", "1.1")] // as Excel writes 1.1
    [InlineData("""<c r="C6"><v>96.620000000000005</v></c>""", "96.62")]
    [InlineData("""<c r="C6"><v>0.30000000000000004</v></c>""", "0.3")] // 0.1 + 0.2 in binary
    [InlineData("""<c r="C6"><v>1.2E-2</v></c>""", "0.012")]
    [InlineData("""<c r="C6"><v>1.5E+3</v></c>""", "1500")]
    [InlineData("""<c r="C6"><v>-4.5</v></c>""", "-4.5")]
    [InlineData("""<c><v>8</v></c>""", "8")] // follows B6 without saying so
    public void A_cell_is_read_as_the_figure_that_was_typed(string cell, string level)
    {
        var read = Riverside.Check(Workbooks.Of(Workbooks.Row(6, "PI4", "stated", cell)).Bytes());
        Assert.DoesNotContain(read.Problems, p => p.Code.Name != "figure-missing");
        Assert.Equal(level, $"{Assert.IsType<Measurement.StatedOnly>(read.Return!.Figures.Find("PI4")!.Measurement).Stated}");
    }

    /// <summary>0.9662 shown as 0.00 % is 96.62 %; so is the binary number nearest to it, and 0.97 is 97.00 %.</summary>
    [Theory]
    [InlineData("0.9662", "96.62")]
    [InlineData("0.96620000000000005", "96.62")]
    [InlineData("0.97", "97.00")]
    [InlineData("1", "100.00")]
    public void A_cell_shown_in_per_cent_is_per_cent(string written, string level)
    {
        var row = Workbooks.Row(6, "KPI1", "stated", $"""<c r="C6" s="1"><v>{written}</v></c>""");
        var stated = Assert.IsType<Measurement.StatedOnly>(Riverside.Check(Workbooks.Of(row).Bytes()).Return!.Figures.Find("KPI1")!.Measurement).Stated;
        Assert.Equal((level, true), ($"{stated}", stated.IsPerCent));
    }

    [Theory]
    [InlineData("""<c r="C6" t="b"><v>1</v></c>""", 1)]
    [InlineData("""<c r="C6" t="b"><v>0</v></c>""", 0)]
    [InlineData("""<c r="C6" t="inlineStr"><is><t>YES</t></is></c>""", 1)]
    public void A_truth_value_is_an_answer(string cell, int answer)
    {
        var read = Riverside.Check(Workbooks.Of(Workbooks.Row(6, "PI5", "answer", cell)).Bytes());
        Assert.Equal(answer, Assert.IsType<Measurement.Measured>(read.Return!.Figures.Find("PI5")!.Measurement).Figures["answer"]);
    }

    /// <summary>10 June 2024 is day 45,453 after 30 December 1899 and day 43,991 after 1 January 1904.</summary>
    [Theory]
    [InlineData("45453", false)]
    [InlineData("45453.75", false)]
    [InlineData("43991", true)]
    public void A_day_is_read_by_its_number(string number, bool from1904)
    {
        var sheet = Workbooks.Sheet(Workbooks.Row(6, "PI4", "stated", "3"))
            .Replace(Workbooks.Text("C4", "2024-06-10"), $"""<c r="C4" s="2"><v>{number}</v></c>""", StringComparison.Ordinal);
        var workbook = Workbooks.WithSheets(("Return", "", sheet));
        if (from1904) workbook.With("xl/workbook.xml", workbook.TextOf("xl/workbook.xml").Replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>", StringComparison.Ordinal));
        Assert.Equal(new(2024, 6, 10), Riverside.Check(workbook.Bytes()).Return!.SubmittedOn);
    }

    /// <summary>1 April 2024 is day 45,383; spreadsheets make a date of 2024-04 and show it as Apr-24.</summary>
    [Fact]
    public void A_month_is_a_period()
    {
        var row = Workbooks.Row(6, "PI4", "stated", "3", "", """<c r="E6" s="3"><v>45383</v></c>""");
        Assert.Equal(new(2024, 4), Assert.Single(Riverside.Check(Workbooks.Of(row).Bytes()).Return!.Restated).Month);
    }

    [Fact]
    public void Shared_texts_are_read_without_their_phonetic_reading()
    {
        var read = Riverside.Check(Workbooks.Of(
            Workbooks.Row(6, """<c r="A6" t="s"><v>0</v></c>""", """<c r="B6" t="s"><v>1</v></c>""", "<c r=\"C6\"><v>10</v></c>"), Workbooks.Row(7, "KPI1", "of", "9")).Bytes());
        Assert.Equal(10, Assert.IsType<Measurement.Measured>(read.Return!.Figures.Find("KPI1")!.Measurement).Figures["to"]);
    }

    /// <summary>Columns in another order, a title above, rows between and columns for information; all as in CSV.</summary>
    [Fact]
    public void Rows_and_columns_stand_in_any_order()
    {
        var sheet = Workbooks.SheetOf(
        [
            Workbooks.Row(1, "Service report"), Workbooks.Row(3, "Value", "unit", "Figure", "title", "Indicator"),
            Workbooks.Row(4, "10", "number", "to", "Incidents", "KPI1"), Workbooks.Row(6, "riverside", "", "contract"), Workbooks.Row(9, "2024-05", "", "period"),
            Workbooks.Row(10, "2024-06-10", "", "submitted on"), Workbooks.Row(11, "5.00", "", "charges"), Workbooks.Row(20, "9", "number", "of", "Incidents", "KPI1"),
        ]);
        var read = Riverside.Check(Workbooks.WithSheets(("Cover", "", Workbooks.SheetOf([Workbooks.Row(1, "Dear client")])), ("Figures", "", sheet)).Bytes());
        Assert.True(read.IsAccepted);
        Assert.All(read.Problems, p => Assert.Equal("Figures", p.Sheet));
        Assert.Equal(9, Assert.IsType<Measurement.Measured>(read.Return!.Figures.Find("KPI1")!.Measurement).Figures["of"]);
    }

    [Fact]
    public void A_sheet_says_what_the_same_table_says_as_CSV()
    {
        string[][] rows = [["KPI1", "of", "9"], ["KPI1", "to", "10"], ["PI6", "of", "1", "Housing"], ["PI6", "to", "2", "Housing"], ["PI2", "count", "4", "", "2024-04", "late"], ["PI4", "not supplied", "yes"]];
        var csv = Riverside.Check(Riverside.Csv([.. rows.Select(r => string.Join(',', r))]));
        var sheet = Riverside.Check(Workbooks.Of([.. rows.Select((r, i) => Workbooks.Row(6 + i, r))]).Bytes());
        Assert.Equal(Service.Formats.Returns.ReturnFile.WriteJson(csv.Return!), Service.Formats.Returns.ReturnFile.WriteJson(sheet.Return!));
        Assert.Equal(csv.Problems, sheet.Problems.Select(p => p with { Sheet = null }));
    }
}
