namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>What kind of file an archive is, by the names within it.</summary>
internal static class WorkbookKind
{
    private const string Workbook = "an Excel workbook (.xlsx)";

    /// <summary>Binary parts that are programs, or objects of other programs.</summary>
    private static readonly string[] Active = ["vbaProject", "xl/macrosheets/", "xl/activeX/", "xl/embeddings/", "xl/dialogsheets/"];

    private static readonly string[] Links = ["xl/externalLinks/", "xl/connections.xml", "xl/queryTables/"];

    /// <exception cref="UnreadableWorkbookException">It is no workbook, or holds what no return needs.</exception>
    public static void Refuse(IReadOnlyCollection<string> names)
    {
        if (Other(names) is { } other)
            throw new UnreadableWorkbookException(WorkbookProblems.NotWorkbook, Workbook, other);
        if (First(names, Active) is { } active)
            throw new UnreadableWorkbookException(WorkbookProblems.Macros, $"{Workbook} without macros and embedded objects", Documents.Excerpt.Of(active));
        if (First(names, Links) is { } link)
            throw new UnreadableWorkbookException(WorkbookProblems.ExternalLinks, "figures within the workbook itself; in Excel, Data, Edit Links, Break Link", Documents.Excerpt.Of(link));
    }

    private static string? Other(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "an empty ZIP archive"
        : names.Contains("[Content_Types].xml", StringComparer.OrdinalIgnoreCase) ? OtherOffice(names)
        : names.Contains("content.xml") && names.Contains("mimetype") ? "an OpenDocument file"
        : "a ZIP archive";

    private static string? OtherOffice(IReadOnlyCollection<string> names) =>
        Has(names, "word/") ? "a Word document"
        : Has(names, "ppt/") ? "a PowerPoint presentation"
        : Has(names, "xl/workbook.bin") ? "a binary Excel workbook (.xlsb)"
        : null;

    private static bool Has(IEnumerable<string> names, string start) => names.Any(n => n.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private static string? First(IEnumerable<string> names, string[] marks) =>
        names.FirstOrDefault(n => marks.Any(m => n.Contains(m, StringComparison.OrdinalIgnoreCase)));
}
