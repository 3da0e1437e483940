using System.Text;
using CsCheck;
using SlaMonitor.Domain;
using SlaMonitor.Fuzz;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Tests.Formats.Sheets;

namespace SlaMonitor.Service.Tests.Formats.Returns;

/// <summary>Any bytes are answered: with a return that can be written and read again, or with errors that say why. Bounded memory
/// is held by <see cref="WorkbookLimitsTests"/>.</summary>
public sealed class ReturnFuzzTests
{
    private static readonly string[] Fragments =
    [
        "", "0", "-1", "1e9", "1E-300", "99999999999999999999", "0.1", "97 %", "2024-05", "2024-02-30", "45453", "yes", "TRUE", "KPI1", "CPI1", "OLD1", "stated", "parts",
        "no activity", "members", "Housing", "contract", "riverside", "#DIV/0!", "=1+1", "'", "\"", ",", "\n", "{", "}", "[", "]", ":", "null", "<", ">", "</c>", "<v>", "</v>",
        "<c r=\"C6\">", "t=\"s\"", "t=\"e\"", "s=\"2\"", "r=\"1048576\"", "r=\"XFD1\"", "<row>", "</row>", "&#0;", "&amp;", "&x;", "<![CDATA[", "_x0000_", "hidden=\"1\"", "\0", "\uFFFF", "£",
    ];

    private static readonly string Csv = Riverside.Csv("KPI1,of,95", "KPI1,to,100", "KPI1,stated,95 %", "PI6,of,9,Housing", "PI6,to,10,Housing", "PI5,answer,yes", "PI2,count,5,,2024-04,late", "PI4,not supplied,yes");

    private static readonly string Json = ReturnFile.WriteJson(Riverside.Check(Csv).Return!);

    private static readonly string[] Parts = ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"];

    private static readonly Gen<(int Place, int Length, string Fragment)> Change = Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 12], OneOf(Fragments));

    [Fact]
    public void A_table_with_changes() => Change.Array[1, 4].Sample(changes => AssertAnswered(Encoding.UTF8.GetBytes(Changed(Csv, changes))), iter: FuzzRun.Times(1_000));

    [Fact]
    public void A_JSON_document_with_changes() => Change.Array[1, 4].Sample(changes => AssertAnswered(Encoding.UTF8.GetBytes(Changed(Json, changes))), iter: FuzzRun.Times(1_000));

    [Fact]
    public void A_workbook_with_changes_in_its_parts() => Gen.Select(OneOf(Parts), Change.Array[1, 4]).Sample(
        (part, changes) => AssertAnswered(Workbook().With(part, Changed(Workbook().TextOf(part), changes)).Bytes()), iter: FuzzRun.Times(1_000));

    [Fact]
    public void A_workbook_with_spoilt_bytes() => Gen.Select(Gen.Int[0, 1_000_000], Gen.Byte.Array[0, 8], Gen.Bool).Sample(
        (place, spoilt, isCut) =>
        {
            var whole = Workbook().Bytes();
            var at = place % whole.Length;
            AssertAnswered([.. whole[..at], .. spoilt, .. isCut ? [] : whole[Math.Min(whole.Length, at + spoilt.Length)..]]);
        }, iter: FuzzRun.Times(1_000));

    [Fact]
    public void Random_bytes_that_begin_as_a_workbook_does() => Gen.Select(Gen.Byte.Array[0, 300], Gen.Bool).Sample(
        (bytes, isOld) => AssertAnswered([.. isOld ? [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] : "PK\x03\x04"u8, .. bytes]), iter: FuzzRun.Times(1_000));

    [Fact]
    public void Random_bytes() => Gen.Byte.Array[0, 300].Sample(AssertAnswered, iter: FuzzRun.Times(1_000));

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Workbooks Workbook() => Workbooks.Of(
        Workbooks.Row(6, """<c r="A6" t="s"><v>0</v></c>""", "of", """<c r="C6"><v>95</v></c>"""),
        Workbooks.Row(7, """<c r="A7" t="s"><v>0</v></c>""", """<c r="B7" t="s"><v>1</v></c>""", """<c r="C7"><f>50+50</f><v>100</v></c>"""),
        Workbooks.Row(8, "KPI1", "stated", """<c r="C8" s="1"><v>0.95</v></c>"""),
        Workbooks.Row(9, "PI6", "of", "9", "Housing"), Workbooks.Row(10, "PI6", "to", "10", "Housing"),
        Workbooks.Row(11, "PI2", "count", "5", "", """<c r="E11" s="3"><v>45383</v></c>"""));

    private static string Changed(string text, (int Place, int Length, string Fragment)[] changes) => changes.Aggregate(text, (changed, change) =>
    {
        var at = change.Place % (changed.Length + 1);
        return string.Concat(changed.AsSpan(0, at), change.Fragment, changed.AsSpan(Math.Min(changed.Length, at + change.Length)));
    });

    private static void AssertAnswered(byte[] bytes)
    {
        var read = Riverside.Check(bytes);
        Assert.True(read.Return is not null || read.Problems.Any(p => p.IsError));
        Assert.All(read.Problems, AssertTold);
        _ = ReturnFile.ContractOf(bytes);
        if (!read.IsAccepted) return;
        var json = ReturnFile.WriteJson(read.Return!);
        Assert.Equal(json, ReturnFile.WriteJson(Riverside.Check(json).Return!));
        Assert.Equal(json, ReturnFile.WriteJson(Riverside.Check(ReturnCsv.Write(read.Return!)).Return!));
    }

    private static void AssertTold(Problem problem)
    {
        Assert.True(problem is { Expected.Length: > 0, Found.Length: > 0 }, $"{problem}");
        Assert.InRange(problem.Expected.Length + problem.Found.Length, 1, 10_000);
    }
}
