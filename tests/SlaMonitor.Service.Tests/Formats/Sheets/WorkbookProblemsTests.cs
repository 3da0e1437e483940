using System.Reflection;
using System.Text;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Sheets;
using SlaMonitor.Service.Formats.Tables;
using SlaMonitor.Service.Tests.Formats.Returns;

namespace SlaMonitor.Service.Tests.Formats.Sheets;

/// <summary>Every code of a workbook has a reproducer.</summary>
public sealed class WorkbookProblemsTests
{
    private const string NoXlsx = "an Excel workbook (.xlsx)";
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0];

    /// <summary>Files that are refused as a whole; then code, expected, found.</summary>
    private static readonly (byte[] File, string Code, string Expected, string Found)[] Files =
    [
        (CompoundFile, "workbook-old", NoXlsx, "an old Excel workbook (.xls) or another Office file of that time"),
        ([.. CompoundFile, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "workbook-encrypted", "a workbook without a password to open it", "an encrypted one"),
        (Workbooks.Of().Without("[Content_Types].xml").Bytes(), "workbook-other-file", NoXlsx, "a ZIP archive"),
        (Workbooks.Of().With("word/document.xml", "").Bytes(), "workbook-other-file", NoXlsx, "a Word document"),
        (Workbooks.Of().With("ppt/slide.xml", "").Bytes(), "workbook-other-file", NoXlsx, "a PowerPoint presentation"),
        (Workbooks.Of().With("xl/workbook.bin", "").Bytes(), "workbook-other-file", NoXlsx, "a binary Excel workbook (.xlsb)"),
        (Workbooks.Of().Without("[Content_Types].xml").With("mimetype", "").With("content.xml", "").Bytes(), "workbook-other-file", NoXlsx, "an OpenDocument file"),
        (Workbooks.Of().With("[Content_Types].xml", "<Types/>").Bytes(), "workbook-other-file", NoXlsx, "another Office file"),
        (Workbooks.Of().With("xl/vbaProject.bin", "").Bytes(), "workbook-macros", NoXlsx + " without macros and embedded objects", "xl/vbaProject.bin"),
        (Workbooks.Of().With("xl/embeddings/oleObject1.bin", "").Bytes(), "workbook-macros", NoXlsx + " without macros and embedded objects", "xl/embeddings/oleObject1.bin"),
        (Changed("[Content_Types].xml", "spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main"), "workbook-macros", NoXlsx + " without macros", "a workbook that may run macros"),
        (Workbooks.Of().With("xl/externalLinks/externalLink1.xml", "").Bytes(), "workbook-external-links", "figures within the workbook itself; in Excel, Data, Edit Links, Break Link", "xl/externalLinks/externalLink1.xml"),
        (Workbooks.Of().Without("xl/worksheets/sheet1.xml").Bytes(), "workbook-damaged", AsSaved, "no xl/worksheets/sheet1.xml within it"),
        (Workbooks.Of().AndAgain("xl/worksheets/sheet1.xml").Bytes(), "workbook-damaged", AsSaved, "two files of one name within it"),
        (Workbooks.Of().Bytes()[..400], "workbook-damaged", AsSaved, "an archive that cannot be unpacked"),
        (Workbooks.Of(Workbooks.Row(6, """<c r="A6" t="s"><v>99</v></c>""")).Bytes(), "workbook-damaged", AsSaved, "a text that is not in it"),
        (Workbooks.Of(Workbooks.Row(5, "KPI1")).Bytes(), "workbook-damaged", AsSaved, "rows out of order"),
        (Workbooks.Of(Workbooks.Row(6, """<c r="A7"><v>1</v></c>""")).Bytes(), "workbook-damaged", AsSaved, "a cell in the wrong row"),
        (Workbooks.Of(Workbooks.Row(6, """<c r="A6"><v>1</v></c>""", """<c r="A6"><v>2</v></c>""")).Bytes(), "workbook-damaged", AsSaved, "two cells in one place"),
        (Workbooks.WithSheets(("Return", "", Workbooks.SheetOf([Workbooks.Row(1, "indicator", "figure")]))).Bytes(), "sheet-missing", "a sheet with a header row with the columns indicator, figure, value, as 'sla template' writes it", "none"),
        (Workbooks.WithSheets(("May", "", Workbooks.Sheet()), ("April", "", Workbooks.Sheet())).Bytes(), "sheet-ambiguous", "one sheet with a return", "'May', 'April'"),
        (new byte[16 * 1024 * 1024 + 1].Also(b => "PK\x03\x04"u8.CopyTo(b)), "workbook-too-large", "at most 16777216 bytes", "16777217 bytes"),
    ];

    private const string AsSaved = "a workbook as a spreadsheet saves it";

    /// <summary>Rows from row 6 on, or what stands around them; then code, cell, expected, found.</summary>
    private static readonly (byte[] File, string Code, string Cell, string Expected, string Found)[] Cells =
    [
        (Cell("""<c r="C6" t="e"><f>1/0</f><v>#DIV/0!</v></c>"""), "cell-error", "C6", "a figure", "#DIV/0!"),
        (Cell("""<c r="C6"><f>SUM(A1:A2)</f></c>"""), "formula-without-value", "C6", "a figure typed in, or the file opened and saved once in a spreadsheet", "a formula that was never worked out"),
        (Cell("""<c r="C6" s="2"><v>60</v></c>"""), "cell-not-a-day", "C6", "a day, such as 2024-04-01", "'60'"),
        (Cell("""<c r="C6" s="4"><v>0.0625</v></c>"""), "cell-time", "C6", "minutes as a number, such as 95, in a cell formatted as one", "'0.0625' of a day, shown as a time"),
        (Cell("""<c r="C6"><f>2/3</f><v>0.66666666666666663</v></c>"""), "cell-digits", "C6", "a figure as it is stated, typed in", "'0.66666666666666663', read as 0.666666666667"),
        (Cell($"""<c r="C6" t="inlineStr"><is><t>{new string('x', 10_001)}</t></is></c>"""), "table-cell-too-long", "C6", "at most 10000 characters", "10001 characters"),
        (Cell("""<c r="C6"><v>3</v></c><c r="H6"><v>5</v></c>"""), "cell-outside", "H6", "nothing, or a header in H1", "'5'"),
        (Workbooks.Of(Workbooks.Row(6, "PI4", "stated", "3").Replace("<row", "<row hidden=\"1\"", StringComparison.Ordinal)).Bytes(), "cells-hidden", "A6", "rows in sight", "row 6 hidden"),
        (Around("", "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>"), "cells-hidden", "C1", "columns in sight", "column C hidden"),
        (Around("<mergeCells><mergeCell ref=\"A6:A8\"/></mergeCells>", ""), "cells-merged", "A6", "a cell for each row and column", "A6:A8 merged"),
    ];

    [Fact]
    public void A_file_is_refused_and_told_why()
    {
        foreach (var (file, code, expected, found) in Files)
        {
            var read = Riverside.Check(file);
            Assert.Null(read.Return);
            var problem = Assert.Single(read.Problems);
            Assert.Equal((code, expected, found, null), (problem.Code.Name, problem.Expected, problem.Found, problem.Line));
        }
    }

    [Fact]
    public void A_cell_is_named()
    {
        foreach (var (file, code, cell, expected, found) in Cells)
        {
            var problem = Riverside.Check(file).Problems.First(p => p.Code.Name == code);
            Assert.Equal(("Return", cell, expected, found), (problem.Sheet, CellName.Of(problem), problem.Expected, problem.Found));
        }
    }

    /// <summary>Nothing else is told of a cell without a value: it is no word where a figure was asked.</summary>
    [Fact]
    public void A_failed_formula_is_one_problem() =>
        Assert.Equal("cell-error", Assert.Single(Riverside.Check(Cells[0].File).Problems, p => p.IsError).Code.Name);

    [Fact]
    public void A_hidden_sheet_is_passed_over_with_a_warning()
    {
        var read = Riverside.Check(Workbooks.WithSheets(("April", "state=\"hidden\"", Workbooks.Sheet()), ("May", "", Workbooks.Sheet(Workbooks.Row(6, "PI4", "stated", "3")))).Bytes());
        Assert.Equal("also the hidden sheet 'April'", Assert.Single(read.Problems, p => p.Code == WorkbookProblems.HiddenReturn).Found);
        Assert.True(read.IsAccepted);
    }

    [Fact]
    public void Every_code_has_its_reproducer()
    {
        var codes = typeof(WorkbookProblems).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((ProblemCode)f.GetValue(null)!).Name);
        Assert.Equal([], codes.Except(Files.Select(f => f.Code)).Except(Cells.Select(c => c.Code)).Except(["sheet-hidden"]));
    }

    private static byte[] Cell(string cell) => Workbooks.Of(Workbooks.Row(6, "PI4", "stated", cell)).Bytes();

    private static byte[] Around(string after, string before) => Workbooks.WithSheets(("Return", "", Workbooks.SheetOf(
        [Workbooks.Row(1, "indicator", "figure", "value"), .. Workbooks.FactRows(), Workbooks.Row(6, "PI4", "stated", "3")], after, before))).Bytes();

    private static byte[] Changed(string part, string text, string instead)
    {
        var workbook = Workbooks.Of();
        return workbook.With(part, workbook.TextOf(part).Replace(text, instead, StringComparison.Ordinal)).Bytes();
    }
}

internal static class Arrays
{
    public static byte[] Also(this byte[] bytes, Action<byte[]> change)
    {
        change(bytes);
        return bytes;
    }
}
