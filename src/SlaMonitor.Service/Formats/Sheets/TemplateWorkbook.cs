using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SlaMonitor.Service.Formats.Templates;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>A template as an Excel workbook: the sheet to fill in, and notes that say how. The same template gives the same
/// bytes.</summary>
public static class TemplateWorkbook
{
    private const string SheetName = "Return";
    private const string NotesName = "Notes";

    public static byte[] Write(ReturnTemplate template)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            Add(workbook.AddNewPart<WorkbookStylesPart>("rId3"), TemplateStyles.Stylesheet());
            Add(workbook.AddNewPart<WorksheetPart>("rId1"), TemplateSheet.Of(template));
            Add(workbook.AddNewPart<WorksheetPart>("rId2"), NotesSheet.Of(template));
            workbook.Workbook = new Workbook(
                new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                    new Sheet { Name = SheetName, SheetId = 1, Id = "rId1" },
                    new Sheet { Name = NotesName, SheetId = 2, Id = "rId2" }),
                new DefinedNames(
                    new DefinedName($"{SheetName}!${TemplateSheet.HeaderRow}:${TemplateSheet.HeaderRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
        }

        return SameBytes.Of(stream.ToArray());
    }

    private static void Add(WorkbookStylesPart part, Stylesheet styles) => part.Stylesheet = styles;

    private static void Add(WorksheetPart part, Worksheet sheet) => part.Worksheet = sheet;
}
