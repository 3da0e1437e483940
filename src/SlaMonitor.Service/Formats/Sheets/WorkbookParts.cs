namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>A worksheet as the workbook lists it.</summary>
/// <param name="Part">The name of its file.</param>
internal sealed record SheetEntry(string Name, string Part, bool IsHidden);

/// <summary>Which files of a workbook hold what.</summary>
/// <param name="SharedStrings">Null where no cell shares a text.</param>
/// <param name="Styles">Null where no cell has a format.</param>
/// <param name="CountsFrom1904">Days are numbered from 1904 on, as old Macintosh versions did.</param>
internal sealed record WorkbookParts(IReadOnlyList<SheetEntry> Sheets, string? SharedStrings, string? Styles, bool CountsFrom1904)
{
    private sealed record Relation(string Kind, string Part);

    public static WorkbookParts Of(WorkbookArchive archive, WorkbookLimits limits)
    {
        RefuseMacroContent(archive);
        var workbook = Relations(archive, "").Values.FirstOrDefault(r => r.Kind == "officeDocument")?.Part
            ?? throw UnreadableWorkbookException.Damaged("no workbook within it");
        var relations = Relations(archive, workbook);
        var (sheets, from1904) = Workbook(archive, workbook, relations, limits);
        return new(sheets, PartOf("sharedStrings"), PartOf("styles"), from1904);

        string? PartOf(string kind) => relations.Values.FirstOrDefault(r => r.Kind == kind)?.Part is { } part && archive.Has(part) ? part : null;
    }

    /// <summary>A workbook with macros that was only renamed.</summary>
    private static void RefuseMacroContent(WorkbookArchive archive)
    {
        using var xml = archive.Open("[Content_Types].xml");
        var isWorkbook = false;
        while (xml.NextElement())
        {
            var kind = xml["ContentType"] ?? "";
            if (kind.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                throw new UnreadableWorkbookException(WorkbookProblems.Macros, "an Excel workbook (.xlsx) without macros", "a workbook that may run macros");
            isWorkbook |= kind.EndsWith("spreadsheetml.sheet.main+xml", StringComparison.OrdinalIgnoreCase) || kind.EndsWith("spreadsheetml.template.main+xml", StringComparison.OrdinalIgnoreCase);
        }

        if (!isWorkbook) throw new UnreadableWorkbookException(WorkbookProblems.NotWorkbook, "an Excel workbook (.xlsx)", "another Office file");
    }

    private static (List<SheetEntry> Sheets, bool From1904) Workbook(WorkbookArchive archive, string part, Dictionary<string, Relation> relations, WorkbookLimits limits)
    {
        var sheets = new List<SheetEntry>();
        var from1904 = false;
        using var xml = archive.Open(part);
        while (xml.NextElement())
        {
            if (xml.Name == "workbookPr") from1904 = xml["date1904"] is "1" or "true";
            if (xml.Name != "sheet" || xml.RelationId is not { } id || !relations.TryGetValue(id, out var relation) || relation.Kind != "worksheet") continue;
            sheets.Add(new(xml["name"] ?? "", relation.Part, xml["state"] is "hidden" or "veryHidden"));
            if (sheets.Count > limits.Sheets) throw UnreadableWorkbookException.TooLarge($"at most {limits.Sheets} sheets", "more");
        }

        return (sheets, from1904);
    }

    /// <summary>What a part refers to, by identifier. Nothing outside the archive is followed: such a link in a cell is only text.</summary>
    private static Dictionary<string, Relation> Relations(WorkbookArchive archive, string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var relations = new Dictionary<string, Relation>();
        using var xml = archive.Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml.NextElement())
        {
            if (xml.AnyName != "Relationship" || xml["TargetMode"] == "External" || xml["Id"] is not { } id || xml["Target"] is not { Length: > 0 } target) continue;
            var kind = xml["Type"] ?? "";
            relations.TryAdd(id, new(kind[(kind.LastIndexOf('/') + 1)..], Resolved(folder, target)));
        }

        return relations;
    }

    private static string Resolved(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var steps = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var step in target.Split('/'))
        {
            if (step == "..") steps = [.. steps.SkipLast(1)];
            else if (step != ".") steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
