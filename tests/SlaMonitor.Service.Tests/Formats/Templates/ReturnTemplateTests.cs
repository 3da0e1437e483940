using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Sheets;
using SlaMonitor.Service.Formats.Tables;
using SlaMonitor.Service.Formats.Templates;
using SlaMonitor.Service.Tests.Formats.Returns;
using SlaMonitor.Service.Tests.Samples;

namespace SlaMonitor.Service.Tests.Formats.Templates;

/// <summary>What is written to be filled in can be filled in and read back.</summary>
public sealed partial class ReturnTemplateTests
{
    private static readonly YearMonth May = new(2024, 5);

    private static readonly SupplierReturn April = Riverside.Check(Riverside.Csv(
        "KPI1,of,94", "KPI1,to,99", "KPI1,stated,94.9 %", "PI6,of,7,Housing", "PI6,to,8,Housing", "PI5,answer,yes", "PI4,no activity,yes", "PI3,not supplied,yes")
        .Replace("2024-05", "2024-04", StringComparison.Ordinal)).Return!;

    public static TheoryData<string> Folders => [.. SampleFolder.Contracts.Select(c => Path.GetDirectoryName(c)!).Distinct()];

    /// <summary>Every part of every measure, in the contract's order; members apart; then the level and the two ways to say that
    /// there is none. The composite and the retired indicator are not asked for.</summary>
    [Fact]
    public void It_asks_for_what_the_terms_in_force_ask_for()
    {
        var rows = Template().Rows;
        Assert.Equal(["contract", "period", "terms from", "revision", "submitted on", "signed off by", "charges", "comment"], rows.Where(r => r.Indicator.Length == 0).Select(r => r.Figure));
        Assert.Equal(["KPI1", "KPI2", "KPI3", "PI1", "PI2", "PI3", "PI4", "PI5", "PI6", "PI7"], rows.Select(r => r.Indicator).Where(c => c.Length > 0).Distinct());
        Assert.Equal(["of Housing", "to Housing", "of Planning", "to Planning", "stated ", "no activity ", "not supplied "], rows.Where(r => r.Indicator == "PI6").Select(r => $"{r.Figure} {r.Member}"));
        Assert.Equal(["total", "responses"], rows.Where(r => r.Indicator == "PI1" && !r.IsOptional).Select(r => r.Figure));
        Assert.Equal(["incidents resolved in time", "incidents resolved"], rows.Where(r => r.Indicator == "KPI1").Take(2).Select(r => r.Description));
    }

    /// <summary>April to June is a quarter.</summary>
    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void A_figure_given_at_the_end_of_a_quarter_is_asked_for_then(int month, bool isAsked) =>
        Assert.Equal(isAsked, ReturnTemplate.Of(Riverside.WithQuarterlySatisfaction, new(2024, month), [], HolidayBasis.Adopted)!.Rows.Any(r => r.Indicator == "PI1"));

    [Fact]
    public void The_period_before_stands_beside()
    {
        var template = Template(April);
        Assert.Equal(["94", "99", "94.9", "", ""], template.Rows.Where(r => r.Indicator == "KPI1").Select(r => r.Previous));
        Assert.Equal(["7", "8", "", "", "", "", ""], template.Rows.Where(r => r.Indicator == "PI6").Select(r => r.Previous));
        Assert.Equal("yes", template.Rows.Single(r => r is { Indicator: "PI5", Figure: "answer" }).Previous);
        Assert.Equal("yes", template.Rows.Single(r => r is { Indicator: "PI4", Figure: "no activity" }).Previous);
        Assert.Equal("yes", template.Rows.Single(r => r is { Indicator: "PI3", Figure: "not supplied" }).Previous);
        Assert.Equal("1000.00", template.Rows.Single(r => r.Figure == "charges").Previous);
        Assert.Equal("2024-04", template.Previous!.Name);
    }

    [Fact]
    public void The_revision_is_the_next_one()
    {
        Assert.Equal("1", Template(April).Rows.Single(r => r.Figure == "revision").Value);
        Assert.Equal("2", ReturnTemplate.Of(Riverside.Contract, new(2024, 4), [April], HolidayBasis.Adopted)!.Rows.Single(r => r.Figure == "revision").Value);
    }

    [Fact]
    public void There_is_none_for_a_period_the_contract_does_not_have() =>
        Assert.Null(ReturnTemplate.Of(Riverside.Contract, new(2027, 1), [], HolidayBasis.Adopted));

    [Fact]
    public void The_same_template_gives_the_same_bytes() =>
        Assert.Equal(TemplateWorkbook.Write(Template(April)), TemplateWorkbook.Write(Template(April)));

    [Fact]
    public void The_workbook_is_sound_by_the_librarys_own_check()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(TemplateWorkbook.Write(Template(April))), false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
    }

    /// <summary>Left empty, it is refused, and every gap is told at its cell: the day, the charges and each indicator.</summary>
    [Fact]
    public void Left_empty_it_is_refused_and_every_gap_is_told()
    {
        var workbook = Riverside.Check(TemplateWorkbook.Write(Template()));
        var csv = Riverside.Check(TemplateCsv.Write(Template()));
        string[] gaps = ["submittedOn", "charges", .. new[] { "KPI1", "KPI2", "KPI3", "PI1", "PI2", "PI3", "PI4", "PI5", "PI6", "PI7" }.Select(c => $"indicators.{c}")];
        Assert.Equal(gaps, workbook.Problems.Where(p => p.IsError).Select(p => p.Path));
        Assert.Equal(gaps, csv.Problems.Where(p => p.IsError).Select(p => p.Path));
        Assert.All(workbook.Problems, p => Assert.Matches("^G[0-9]+$", CellName.Of(p)));
        Assert.All(csv.Problems, p => Assert.Equal(7, p.Column));
    }

    /// <summary>The template's own rows, two outages in place of the minutes, and a stock counted on the 24th.</summary>
    [Fact]
    public void Outages_and_the_day_of_a_stock_have_rows_of_their_own()
    {
        var rows = Template().Rows.Where(r => r.Indicator is "KPI3" or "PI3").ToList();
        Assert.Equal(
            ["downtime", "maintenance", "stated", "outage", "outage", "outage", "outage", "outage", "no activity", "not supplied", "stock", "stated", "as at", "no activity", "not supplied"],
            rows.Select(r => r.Figure));
        string[] values = ["", "", "", "2024-05-03 09:10 to 2024-05-03 10:25, 120 of 480 users", "2024-05-04 20:00 to 2024-05-04 22:00, maintenance", "", "", "", "", "", "40", "", "2024-05-24", "", ""];
        var read = Riverside.Check(Riverside.Csv([.. rows.Select((r, i) => $"{r.Indicator},{r.Figure},\"{values[i]}\"")]));
        Assert.Empty(read.Problems.Where(p => p.IsError && p.Path.Contains("KPI3", StringComparison.Ordinal)).Concat(read.Problems.Where(p => p.Path.Contains("PI3.", StringComparison.Ordinal))));
        var figures = read.Return!.Figures;
        Assert.Equal(2, Assert.IsType<Measurement.Logged>(figures.Find("KPI3")!.Measurement).Outages.Count);
        Assert.Equal(new LocalDate(2024, 5, 24), figures.Find("PI3")!.AsAt);
    }

    [Fact]
    public void A_template_of_another_contract_version_or_contract_is_refused()
    {
        var filled = Filled(Template());
        var other = filled.Replace(">2024-01-01<", ">2023-01-01<", StringComparison.Ordinal);
        Assert.Equal("other-version", Assert.Single(Read(Template(), other).Problems).Code.Name);
        Assert.Equal("other-contract", Read(Template(), filled.Replace(">riverside<", ">oakwood<", StringComparison.Ordinal)).Problems.First(p => p.IsError).Code.Name);
        Assert.Equal("no-such-period", Read(Template(), filled.Replace(">2024-05<", ">2029-05<", StringComparison.Ordinal)).Problems.First(p => p.IsError).Code.Name);
    }

    [Fact]
    public void Only_cells_to_fill_in_are_unlocked()
    {
        var styles = Part(TemplateWorkbook.Write(Template()), "xl/styles.xml");
        var unlocked = LockedFlag().Matches(styles).Select((m, i) => (m, Style: i)).Where(m => m.m.Groups[1].Value == "0").Select(m => m.Style + 1).ToHashSet();
        var sheet = Part(TemplateWorkbook.Write(Template()), "xl/worksheets/sheet1.xml");
        Assert.Contains("<x:sheetProtection sheet=\"1\"", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("password", sheet, StringComparison.OrdinalIgnoreCase);
        foreach (Match cell in WrittenCell().Matches(sheet))
            Assert.True(!unlocked.Contains(int.Parse(cell.Groups[3].Value)) || cell.Groups[1].Value is "G" or "H", cell.Value);
        Assert.Equal(Template().Rows.Count(r => r.Filling != Filling.Given), WrittenCell().Matches(sheet).Count(c => c.Groups[1].Value == "G" && unlocked.Contains(int.Parse(c.Groups[3].Value))));
    }

    [Fact]
    public void Filled_in_it_is_accepted()
    {
        var read = Read(Template(), Filled(Template()));
        Assert.Empty(read.Problems);
        Assert.Equal(new(2024, 6, 10), read.Return!.SubmittedOn);
        Assert.Equal(new(2024, 1, 1), read.Return.TermsFrom);
    }

    /// <summary>Of every sample, under each of its versions.</summary>
    [Theory]
    [MemberData(nameof(Folders))]
    public void So_is_that_of_every_sample(string folder)
    {
        var contract = SampleFolder.ContractIn(folder);
        var names = ReturnTemplate.PeriodNames(contract, HolidayBasis.Adopted);
        foreach (var name in new[] { names[0], names[^1] })
        {
            var template = ReturnTemplate.Of(contract, YearMonthOf(name), [], HolidayBasis.Adopted)!;
            var read = ReturnFile.Check(Written(template, Filled(template)), contract, HolidayBasis.Adopted);
            Assert.DoesNotContain(read.Problems, p => p.IsError);
            Assert.Equal(read.Return!.Figures.Indicators.Count, template.Rows.Select(r => r.Indicator).Where(c => c.Length > 0).Distinct().Count());
        }
    }

    private static YearMonth YearMonthOf(string name) => new(int.Parse(name[..4]), int.Parse(name[5..]));

    private static ReturnTemplate Template(params SupplierReturn[] returns) => ReturnTemplate.Of(Riverside.Contract, May, returns, HolidayBasis.Adopted)!;

    private static ReadReturn Read(ReturnTemplate template, string sheet) => Riverside.Check(Written(template, sheet));

    /// <summary>Every cell that must be filled in: 1 of everything, yes, the tenth day after the period, a level of 1.</summary>
    private static string Filled(ReturnTemplate template)
    {
        var sheet = Part(TemplateWorkbook.Write(template), "xl/worksheets/sheet1.xml");
        var column = template.HasMembers ? "G" : "F";
        for (var i = 0; i < template.Rows.Count; i++)
        {
            var row = template.Rows[i];
            if (row.IsOptional || row.Value.Length > 0) continue;
            var (type, value) = row.Filling switch
            {
                Filling.YesNo => (" t=\"inlineStr\"", "<x:is><x:t>yes</x:t></x:is>"),
                Filling.Level => (" t=\"inlineStr\"", "<x:is><x:t>1</x:t></x:is>"),
                Filling.Day => ("", $"<x:v>{Period.DaysBetween(new(1899, 12, 30), template.Terms.Period.Last) + 10}</x:v>"),
                _ => ("", "<x:v>1</x:v>"),
            };
            sheet = Regex.Replace(sheet, $"<x:c r=\"{column}{i + 5}\" s=\"(\\d+)\" />", $"<x:c r=\"{column}{i + 5}\" s=\"$1\"{type}>{value}</x:c>");
        }

        return sheet;
    }

    private static byte[] Written(ReturnTemplate template, string sheet)
    {
        using var stream = new MemoryStream();
        stream.Write(TemplateWorkbook.Write(template));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(sheet));
        }

        return stream.ToArray();
    }

    private static string Part(byte[] workbook, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<x:protection locked=\"([01])\"")]
    private static partial Regex LockedFlag();

    [GeneratedRegex("<x:c r=\"([A-Z]+)([0-9]+)\" s=\"([0-9]+)\"")]
    private static partial Regex WrittenCell();
}
