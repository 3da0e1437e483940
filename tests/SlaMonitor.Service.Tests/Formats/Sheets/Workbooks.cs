using System.IO.Compression;
using System.Text;

namespace SlaMonitor.Service.Tests.Formats.Sheets;

/// <summary>A workbook part by part, as a spreadsheet or somebody with bad intent writes it.</summary>
internal sealed class Workbooks
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, byte[] Content)> _parts = [];

    private Workbooks()
    {
    }

    /// <summary>One sheet named Return with a header in row 1 and the facts of Riverside's return in rows 2 to 5; the rows given
    /// follow from row 6.</summary>
    public static Workbooks Of(params string[] rows) => WithSheets(("Return", "", Sheet(rows)));

    /// <summary>Sheets by name, each with a state such as <c>state="hidden"</c>.</summary>
    public static Workbooks WithSheets(params (string Name, string State, string Xml)[] sheets)
    {
        var workbook = new Workbooks();
        workbook.With("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/></Types>""");
        workbook.With("_rels/.rels", Related(("rId1", "officeDocument", "xl/workbook.xml")));
        workbook.With("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(sheets.Select((s, i) => $"""<sheet name="{s.Name}" sheetId="{i + 1}" {s.State} r:id="s{i + 1}"/>"""))}</sheets></workbook>""");
        workbook.With("xl/_rels/workbook.xml.rels", Related([("st", "styles", "styles.xml"), ("ss", "sharedStrings", "/xl/sharedStrings.xml"), .. sheets.Select((_, i) => ($"s{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml"))]));
        workbook.With("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs>{string.Concat(Formats.Select(f => $"""<xf numFmtId="{f}"/>"""))}</cellXfs></styleSheet>""");
        workbook.With("xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>KPI1</t></si><si><r><t>to</t></r><rPh><t>x</t></rPh></si></sst>""");
        for (var i = 0; i < sheets.Length; i++) workbook.With($"xl/worksheets/sheet{i + 1}.xml", sheets[i].Xml);
        return workbook;
    }

    /// <summary>Styles by index: general, 0.00 %, a day, a month, hours and minutes, 0.00, text.</summary>
    private static readonly int[] Formats = [0, 10, 164, 17, 165, 2, 49];

    public static string Sheet(params string[] rows) => SheetOf([Row(1, "indicator", "figure", "value", "member", "period", "comment"), .. FactRows(), .. rows]);

    public static string SheetOf(IEnumerable<string> rows, string after = "", string before = "") =>
        $"""<worksheet xmlns="{Main}">{before}<sheetData>{string.Concat(rows)}</sheetData>{after}</worksheet>""";

    public static string[] FactRows() => [Row(2, "", "contract", "riverside"), Row(3, "", "period", "2024-05"), Row(4, "", "submitted on", "2024-06-10"), Row(5, "", "charges", "1000.00")];

    /// <summary>A row of texts; a text that begins with &lt;c is a cell as it is.</summary>
    public static string Row(int number, params string[] cells) =>
        $"""<row r="{number}">{string.Concat(cells.Select((cell, i) => cell.StartsWith("<c", StringComparison.Ordinal) ? cell : cell.Length == 0 ? "" : Text($"{(char)('A' + i)}{number}", cell)))}</row>""";

    public static string Text(string at, string text) => $"""<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>""";

    public Workbooks With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public Workbooks With(string name, byte[] content)
    {
        _parts.RemoveAll(p => p.Name == name);
        _parts.Add((name, content));
        return this;
    }

    /// <summary>A second file of the same name.</summary>
    public Workbooks AndAgain(string name)
    {
        _parts.Add(_parts.First(p => p.Name == name));
        return this;
    }

    public Workbooks Without(string name)
    {
        _parts.RemoveAll(p => p.Name == name);
        return this;
    }

    public string TextOf(string name) => Encoding.UTF8.GetString(_parts.First(p => p.Name == name).Content);

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static string Related(params (string Id, string Kind, string Target)[] relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(r => $"""<Relationship Id="{r.Id}" Type="{Relations}/{r.Kind}" Target="{r.Target}"/>"""))}</Relationships>""";
}
