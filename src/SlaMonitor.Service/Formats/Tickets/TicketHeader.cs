using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>Which of a file's columns hold what the contract reads. All others are never looked at.</summary>
internal sealed class TicketHeader
{
    private readonly int[] _places = new int[Enum.GetValues<TicketColumn>().Length];
    private readonly string[] _names;

    private TicketHeader(string[] names, TicketExtract extract)
    {
        _names = names;
        Array.Fill(_places, -1);
        foreach (var (column, name) in extract.Columns) _places[(int)column] = Array.IndexOf(names, name);
    }

    public int Columns => _names.Length;

    /// <summary>From 0; -1 where the contract reads no such column.</summary>
    public int this[TicketColumn column] => _places[(int)column];

    public string NameOf(int place) => _names[place];

    /// <summary>Null where the file cannot be read; everything wrong with it is told.</summary>
    /// <param name="mayBeMissing">Columns that a file may do without.</param>
    public static TicketHeader? Read(CsvStreamRecords records, TicketExtract extract, IReadOnlyList<TicketColumn> mayBeMissing, TicketFileLimits limits, TicketFindings findings)
    {
        if (!ReadPastBlankLines(records))
        {
            if (records.IsRecordTooLong)
            {
                findings.InFile(TicketFileProblems.RecordTooLong, 1, 1, $"a header row of at most {limits.Record} bytes", "a longer one");
                return null;
            }

            findings.InFile(TableProblems.Empty, 1, 1, "a header row", "nothing but blank lines");
            return null;
        }

        if (!IsText(records, findings)) return null;
        if (records.CellCount > limits.Columns)
        {
            findings.InFile(TableProblems.TooManyColumns, records.Line, limits.Columns + 1, $"at most {limits.Columns} columns", $"{records.CellCount} columns");
            return null;
        }

        var names = Enumerable.Range(0, records.CellCount).Select(i => records.Text(i).Trim()).ToArray();
        Check(names, records.Line, extract, mayBeMissing, findings);
        return findings.RuinTheFile ? null : new(names, extract);
    }

    private static bool ReadPastBlankLines(CsvStreamRecords records)
    {
        while (records.Read())
            if (!records.IsBlank)
                return true;
        return false;
    }

    private static bool IsText(CsvStreamRecords records, TicketFindings findings)
    {
        if (FileSignature.Recognise(records.Bytes) is { } kind)
            findings.InFile(TableProblems.NotCsv, 1, 1, "a CSV text, as tools export it", $"what looks like {kind}");
        else if (Utf8Text.LooksLikeUtf16(records.Bytes))
            findings.InFile(TableProblems.NotUtf8, 1, 1, CsvBytes.Utf8, "what looks like UTF-16");
        else if (Utf8Text.IndexOfInvalid(records.Bytes) >= 0)
            findings.InFile(TableProblems.NotUtf8, 1, 1, CsvBytes.Utf8, "bytes that are none");
        return !findings.RuinTheFile;
    }

    private static void Check(string[] names, long line, TicketExtract extract, IReadOnlyList<TicketColumn> mayBeMissing, TicketFindings findings)
    {
        foreach (var (column, name) in extract.Columns.OrderBy(c => c.Key))
        {
            var count = names.Count(n => n == name);
            if (count == 0 && !mayBeMissing.Contains(column)) findings.InFile(TicketFileProblems.HeaderMissing, line, 1, $"a column '{name}', which holds '{Domain.Contracts.Words.Key(column)}'", Excerpt.Of(string.Join(", ", names), 200));
            if (count > 1) findings.InFile(TableProblems.DuplicateHeader, line, Array.LastIndexOf(names, name) + 1, "a name of its own for every column", $"{Excerpt.Quoted(name)} {count} times");
        }
    }
}
