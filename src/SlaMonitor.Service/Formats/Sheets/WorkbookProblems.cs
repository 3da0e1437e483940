using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>What can be wrong with a workbook, whatever its columns mean. Names are stable.</summary>
public static class WorkbookProblems
{
    public static readonly ProblemCode NotWorkbook = Error("workbook-other-file", "Only an Excel workbook without macros (.xlsx), CSV or JSON can be read.");
    public static readonly ProblemCode OldWorkbook = Error("workbook-old", "The format before .xlsx cannot be looked into safely; Excel saves it as .xlsx.");
    public static readonly ProblemCode Encrypted = Error("workbook-encrypted", "Nobody can check what a password hides.");
    public static readonly ProblemCode Macros = Error("workbook-macros", "A return is figures; programs and embedded objects have no place in it.");
    public static readonly ProblemCode ExternalLinks = Error("workbook-external-links", "A figure fetched from another file cannot be checked against anything.");
    public static readonly ProblemCode Damaged = Error("workbook-damaged", "What cannot be read whole may have lost figures.");
    public static readonly ProblemCode TooLarge = Error("workbook-too-large", "A workbook this large is another file, or an attempt to exhaust the service.");
    public static readonly ProblemCode NoReturn = Error("sheet-missing", "Rows are found by a header row that names their columns.");
    public static readonly ProblemCode SeveralReturns = Error("sheet-ambiguous", "With two sheets of figures nobody can say which of them counts.");
    public static readonly ProblemCode HiddenReturn = Warning("sheet-hidden", "A hidden sheet beside the return is passed over.");
    public static readonly ProblemCode HiddenCells = Warning("cells-hidden", "What is hidden counts all the same.");
    public static readonly ProblemCode Merged = Error("cells-merged", "Nobody can tell which row a merged cell belongs to.");
    public static readonly ProblemCode Outside = Warning("cell-outside", "What stands below no header is passed over.");
    public static readonly ProblemCode ErrorValue = Error("cell-error", "A formula that failed gives no figure.");
    public static readonly ProblemCode NoCachedValue = Error("formula-without-value", "Formulas are not worked out here; the value is read that the spreadsheet saved with them.");
    public static readonly ProblemCode NotADay = Error("cell-not-a-day", "A day before March 1900 or past the calendar is a slip.");
    public static readonly ProblemCode TimeOfDay = Error("cell-time", "Lengths of time are given as a number of minutes; hours and minutes in a spreadsheet are a fraction of a day.");
    public static readonly ProblemCode Digits = Warning("cell-digits", "A worked-out figure with more digits than a spreadsheet shows is read as it is shown, to 15 digits and 12 decimal places.");

    /// <summary>Those that leave a cell without a value.</summary>
    internal static readonly IReadOnlySet<ProblemCode> OfOneCell = new HashSet<ProblemCode> { ErrorValue, NoCachedValue, NotADay, TimeOfDay };

    private static ProblemCode Error(string name, string why) => new(name, true, why);

    private static ProblemCode Warning(string name, string why) => new(name, false, why);
}
