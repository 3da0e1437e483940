using System.Xml;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>A return in an Excel workbook, read as a table.</summary>
public static class WorkbookTable
{
    /// <summary>Whether the bytes are a workbook's, or packed like one's.</summary>
    public static bool Matches(ReadOnlySpan<byte> bytes) => WorkbookSignature.Matches(bytes);

    /// <summary>The one sheet with a header as returns have it. Never throws on any bytes; null with a problem that says why.</summary>
    public static Table? Read(ReadOnlySpan<byte> bytes, ICollection<Problem> problems, WorkbookLimits? limits = null)
    {
        try
        {
            return bytes.Length > (limits ??= WorkbookLimits.Default).Bytes
                ? throw UnreadableWorkbookException.TooLarge($"at most {limits.Bytes} bytes", $"{bytes.Length} bytes")
                : Read(bytes.ToArray(), problems, limits);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            problems.Add(unreadable.Problem);
        }
        catch (Exception damage) when (damage is InvalidDataException or XmlException or IOException or System.Text.DecoderFallbackException or NotSupportedException)
        {
            problems.Add(UnreadableWorkbookException.Damaged(damage is XmlException xml ? $"XML that cannot be read: {Excerpt.Of(xml.Message, 120)}" : "an archive that cannot be unpacked").Problem);
        }

        return null;
    }

    private static Table? Read(byte[] bytes, ICollection<Problem> problems, WorkbookLimits limits)
    {
        using var archive = new WorkbookArchive(bytes, limits);
        var parts = WorkbookParts.Of(archive, limits);
        var cells = new CellReader(SharedStrings.Of(archive, parts.SharedStrings, limits), ShownFormats.Of(archive, parts.Styles, limits), parts.CountsFrom1904, limits);
        var budget = new SheetBudget(limits);
        var found = new List<ReturnSheet>();
        foreach (var sheet in parts.Sheets)
        {
            using var xml = archive.Open(sheet.Part);
            if (ReturnSheet.Find(sheet, new(xml, cells, budget, limits), limits) is { } returned) found.Add(returned);
        }

        return TheOne(found, problems) is { } one ? SheetTable.Of(one, problems) : null;
    }

    /// <summary>A return in sight goes before one that is hidden.</summary>
    private static ReturnSheet? TheOne(List<ReturnSheet> found, ICollection<Problem> problems)
    {
        var inSight = found.Where(f => !f.Sheet.IsHidden).ToList();
        var candidates = inSight.Count > 0 ? inSight : found;
        foreach (var hidden in found.Except(candidates))
            problems.Add(new(WorkbookProblems.HiddenReturn, "", "no sheet of figures but one", $"also the hidden sheet {Excerpt.Quoted(hidden.Sheet.Name)}"));
        if (candidates.Count == 1) return candidates[0];
        problems.Add(candidates.Count == 0
            ? new(WorkbookProblems.NoReturn, "", $"a sheet with a header row with the columns {string.Join(", ", ReturnColumns.Required)}, as 'sla template' writes it", "none")
            : new(WorkbookProblems.SeveralReturns, "", "one sheet with a return", string.Join(", ", candidates.Take(5).Select(c => Excerpt.Quoted(c.Sheet.Name)))));
        return null;
    }
}
