using CsvHelper;
using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>Makes a table of records: a header with a name for every column, and the rows that fit it.</summary>
internal sealed class CsvTableReader(CsvRecords records, TableLimits limits, TableFindings findings, Func<string, bool> isOptional)
{
    private readonly List<TableRow> rows = [];
    private Cell[] header = [];
    private int rowCount;
    private int cellCount;

    public static Table? Read(byte[] utf8, TableLimits limits, TableFindings findings, Func<string, bool> isOptional)
    {
        using var records = new CsvRecords(utf8);
        return new CsvTableReader(records, limits, findings, isOptional).Read();
    }

    private Table? Read()
    {
        if (!ReadHeader()) return null;
        var line = records.Line;
        while (ReadPastBlankLines(areCells: header.Length == 1) && IsWithinLimits()) ReadRow();
        return findings.RuinTheFile ? null : new(new(line, header), rows);
    }

    private bool ReadHeader()
    {
        if (!ReadPastBlankLines(areCells: false) || !ReadPastEmptyRows())
        {
            findings.InFile(TableProblems.Empty, CellPlace.First, "a header row", "nothing but blank lines");
            return false;
        }
        if (records.CellCount > limits.Columns)
        {
            findings.InFile(TableProblems.TooManyColumns, records.PlaceOf(limits.Columns), $"at most {limits.Columns} columns", $"{records.CellCount} columns");
            return false;
        }
        header = WithoutEmptyEnd(records.Cells());
        ReportBrokenQuotes(findings.InFile);
        ReportNames();
        return true;
    }

    /// <summary>In a table of one column, a line of spaces is a cell of spaces.</summary>
    private bool ReadPastBlankLines(bool areCells)
    {
        while (records.Read())
            if (areCells || !records.IsBlank)
                return true;
        return false;
    }

    /// <summary>Before a table that begins further down, spreadsheets write rows of nothing but commas.</summary>
    private bool ReadPastEmptyRows()
    {
        while (records.IsEmpty)
            if (!records.Read())
                return false;
        return true;
    }

    private static Cell[] WithoutEmptyEnd(Cell[] cells) =>
        cells[..Math.Max(1, Array.FindLastIndex(cells, cell => !string.IsNullOrWhiteSpace(cell.Text)) + 1)];

    private void ReportNames()
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in header)
        {
            var place = new CellPlace(name.Line, name.Column);
            if (name.Text.Length > limits.CellLength)
                findings.InFile(TableProblems.CellTooLong, place, LengthAllowed, LengthOf(name));
            else if (string.IsNullOrWhiteSpace(name.Text))
                findings.InFile(TableProblems.EmptyHeader, place, "a name for the column", "an empty cell");
            else if (!columns.TryAdd(name.Text, name.Column))
                findings.InFile(TableProblems.DuplicateHeader, place, "a name of its own for every column",
                    $"{Excerpt.Quoted(name.Text)} again, first in column {columns[name.Text]}");
        }
    }

    private bool IsWithinLimits()
    {
        if (++rowCount > limits.Rows) return Refuse(TableProblems.TooManyRows, $"at most {limits.Rows} rows");
        return (cellCount += header.Length) <= limits.Cells || Refuse(TableProblems.TooLarge, $"at most {limits.Cells} cells");
    }

    private bool Refuse(ProblemCode code, string expected)
    {
        findings.InFile(code, records.PlaceOf(0), expected, "more");
        return false;
    }

    private void ReadRow()
    {
        if (ReportBrokenQuotes(findings.InRow) || ReportWrongCount()) return;
        var cells = Fitted(records.Cells());
        if (!ReportLongCells(cells)) rows.Add(new(records.Line, cells));
    }

    private bool ReportBrokenQuotes(Action<ProblemCode, CellPlace, string, string> report)
    {
        if (records.Malformation is not { } broken) return false;
        var isUnclosed = broken.Reason == CsvMalformedReason.UnterminatedQuote;
        var index = isUnclosed ? records.CellCount - 1 : records.IndexOfCellAt(broken.ByteOffset);
        var found = Excerpt.Quoted(records.Text(index));
        if (isUnclosed) report(TableProblems.UnclosedQuote, records.PlaceOf(index), "a closing quote", $"none before the end of the file, after {found}");
        else report(TableProblems.StrayQuote, records.PlaceOf(index), "quotes around the whole cell and doubled inside it", found);
        return true;
    }

    private bool ReportWrongCount()
    {
        if (Fits()) return false;
        var (code, place) = records.CellCount < header.Length
            ? (TableProblems.RowTooShort, records.PlaceOf(records.CellCount - 1))
            : (TableProblems.RowTooLong, records.PlaceOf(FirstExcess()));
        findings.InRow(code, place, CellsOf(header.Length), CellsOf(records.CellCount));
        return true;
    }

    /// <summary>Spreadsheets write empty cells for columns that once held something, and leave the last ones out where they are
    /// empty for a stretch of rows.</summary>
    private bool Fits() => records.CellCount < header.Length
        ? header.Skip(records.CellCount).All(column => isOptional(column.Text))
        : FirstExcess() == records.CellCount;

    /// <summary>The number from 0 of the first cell past the header that holds something; that of the cells where none does.</summary>
    private int FirstExcess()
    {
        var index = header.Length;
        while (index < records.CellCount && string.IsNullOrWhiteSpace(records.Text(index))) index++;
        return index;
    }

    private Cell[] Fitted(Cell[] cells) => cells.Length >= header.Length
        ? cells[..header.Length]
        : [.. cells, .. Enumerable.Range(cells.Length + 1, header.Length - cells.Length).Select(column => new Cell("", cells[^1].Line, column))];

    private bool ReportLongCells(Cell[] cells)
    {
        var tooLong = cells.Where(cell => cell.Text.Length > limits.CellLength).ToList();
        foreach (var cell in tooLong)
            findings.InCell(TableProblems.CellTooLong, header[cell.Column - 1].Text, new(cell.Line, cell.Column), LengthAllowed, LengthOf(cell));
        return tooLong.Count > 0;
    }

    private string LengthAllowed => $"at most {limits.CellLength} characters";

    private static string LengthOf(Cell cell) => $"{cell.Text.Length} characters";

    private static string CellsOf(int count) => count == 1 ? "1 cell" : $"{count} cells";
}
