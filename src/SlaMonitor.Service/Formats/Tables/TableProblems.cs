using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>What can be wrong with a CSV file, whatever its columns mean.</summary>
public static class TableProblems
{
    public static readonly ProblemCode Empty = new("table-empty", true,
        "A file without a header row says nothing, and guessing what was meant would hide a failed save or upload.");

    public static readonly ProblemCode NotCsv = new("table-not-csv", true,
        "A workbook or document under the name of a CSV file must be saved as CSV first; its bytes are no table.");

    public static readonly ProblemCode NotUtf8 = new("table-not-utf8", true,
        "Read in the wrong encoding, currency signs and names change without anybody noticing.");

    public static readonly ProblemCode NulByte = new("table-nul-byte", true,
        "No text holds a zero byte; where there is one, the file is damaged or not a text at all.");

    public static readonly ProblemCode UnclosedQuote = new("table-unclosed-quote", true,
        "Everything after a quote that is never closed runs into one cell, so rows would go missing in silence.");

    public static readonly ProblemCode StrayQuote = new("table-stray-quote", true,
        "A quote in the wrong place leaves open where its cell ends.");

    public static readonly ProblemCode EmptyHeader = new("table-empty-header", true,
        "A column without a name cannot be told from a slip of the separator.");

    public static readonly ProblemCode DuplicateHeader = new("table-duplicate-header", true,
        "When two columns have one name, nobody can say which of them counts.");

    public static readonly ProblemCode RowTooShort = new("table-row-too-short", true,
        "In a row with a cell missing, every later value may stand under the wrong name.");

    public static readonly ProblemCode RowTooLong = new("table-row-too-long", true,
        "In a row with a cell too many, such as 1,000 without quotes, every later value may stand under the wrong name.");

    public static readonly ProblemCode CellTooLong = new("table-cell-too-long", true,
        "A cell this long is a quote that was closed too late, or an attempt to exhaust the service.");

    public static readonly ProblemCode TooLarge = new("table-too-large", true,
        "A file this large is another file, or an attempt to exhaust the service.");

    public static readonly ProblemCode TooManyColumns = new("table-too-many-columns", true,
        "No table here has this many columns; such a file is another file, or an attempt to exhaust the service.");

    public static readonly ProblemCode TooManyRows = new("table-too-many-rows", true,
        "A table this long is another file, or an attempt to exhaust the service.");
}
