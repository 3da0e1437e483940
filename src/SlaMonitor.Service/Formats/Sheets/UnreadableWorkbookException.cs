using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>Ends the reading of a workbook that cannot be read whole; never leaves this folder.</summary>
internal sealed class UnreadableWorkbookException(ProblemCode code, string expected, string found) : Exception($"{code.Name}: {found}")
{
    public Problem Problem { get; } = new(code, "", expected, found);

    public static UnreadableWorkbookException Damaged(string found) => new(WorkbookProblems.Damaged, "a workbook as a spreadsheet saves it", found);

    public static UnreadableWorkbookException TooLarge(string expected, string found) => new(WorkbookProblems.TooLarge, expected, found);
}
