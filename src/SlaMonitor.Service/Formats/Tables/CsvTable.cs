using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>CSV as RFC 4180 describes it: commas, double quotes, a header row.</summary>
public static class CsvTable
{
    /// <summary>Reads UTF-8, with or without a byte order mark, lines ending with LF, CR LF or CR. Blank lines are skipped, and empty
    /// cells past the end of the header. Adds what
    /// is wrong to <paramref name="problems"/>: the path is the name of the column, or empty for a whole row or the file; the
    /// column is the number of the cell in its row. Rows with problems are left out. Never throws on any bytes.</summary>
    /// <param name="isOptional">Whether the cell of a column may be missing at the end of a row; none may where not stated.</param>
    /// <returns>The table, which may come with problems, or null when there is none to be had: not such a text, without a
    /// header in which every column has a name of its own, or past a limit.</returns>
    public static Table? Read(ReadOnlySpan<byte> bytes, ICollection<Problem> problems, TableLimits? limits = null, Func<string, bool>? isOptional = null)
    {
        ArgumentNullException.ThrowIfNull(problems);
        limits ??= TableLimits.Default;
        var findings = new TableFindings(problems);
        if (!CsvBytes.MayHoldTable(bytes, limits, findings)) return null;
        var utf8 = bytes.ToArray();
        return CsvStrayBytes.LeaveText(utf8, findings) ? CsvTableReader.Read(utf8, limits, findings, isOptional ?? (_ => false)) : null;
    }

    /// <summary>Writes the header and the rows with LF after each. Text that a spreadsheet would take for a formula (it starts with
    /// <c>= + - @</c>, a tab or CR) gets an apostrophe in front; numbers stay as they are.</summary>
    /// <exception cref="InvalidOperationException">The header is empty, or a row has another number of cells than the header.</exception>
    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<CsvValue>> rows)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        return CsvTableWriter.Write(header, rows);
    }
}
