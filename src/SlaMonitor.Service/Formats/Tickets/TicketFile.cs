using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>Is handed each ticket of an extract in turn.</summary>
public delegate void TicketTaken(in Ticket ticket, ITicketPlace place);

/// <summary>What reading an extract came to.</summary>
/// <param name="Problems">The first of them, with their places.</param>
/// <param name="ProblemCounts">All of them, by kind.</param>
/// <param name="IsRefused">True where the file as a whole cannot be read; no ticket of it counts then, those handed over neither.</param>
public sealed record TicketReading(
    long Rows, long BadRows, long Tickets, long Duplicates, IReadOnlyList<Problem> Problems, IReadOnlyDictionary<ProblemCode, long> ProblemCounts, bool IsRefused)
{
    /// <param name="sha256">Of the file as it came.</param>
    public ExtractFacts Facts(string sha256) => new(sha256, Rows, BadRows, Tickets, Duplicates);
}

/// <summary>Reads ticket extracts from a stream, ticket by ticket. Good rows count, each bad one is told with its line and its reason.</summary>
public sealed class TicketFile
{
    private readonly CsvStreamRecords _records;
    private readonly TicketExtract _extract;
    private readonly TicketFileLimits _limits;
    private readonly TicketFindings _findings;
    private readonly TicketTaken _taken;
    private long _rows, _badRows, _tickets, _duplicates;

    private TicketFile(CsvStreamRecords records, TicketExtract extract, TicketFileLimits limits, TicketTaken taken)
    {
        (_records, _extract, _limits, _taken) = (records, extract, limits, taken);
        _findings = new(limits.ProblemsTold);
    }

    /// <param name="stream">CSV in UTF-8; read to its end and left open.</param>
    /// <param name="terms">Their zone and their rule for local times hold where the extract has none of its own.</param>
    public static TicketReading Read(Stream stream, TicketExtract extract, ContractTerms terms, TicketFileLimits limits, TicketTaken taken)
    {
        using var records = new CsvStreamRecords(stream, limits.Bytes, limits.Record);
        var zone = extract.Times.EndsWith('Z') ? NodaTime.DateTimeZone.Utc : extract.Zone ?? terms.Zone;
        var mayBeMissing = TicketColumns.MayBeMissing(extract, terms.Indicators.Select(i => i.Evidence).OfType<TicketRule>());
        return new TicketFile(records, extract, limits, taken).Read(mayBeMissing, TicketWords.Of(terms, extract), new(zone, terms.Draft.LocalTimes));
    }

    private TicketReading Read(IReadOnlyList<TicketColumn> mayBeMissing, TicketWords words, LocalMoments local)
    {
        if (TicketHeader.Read(_records, _extract, mayBeMissing, _limits, _findings) is { } header)
        {
            var row = new TicketRowReader(_records, header, _extract, words, local, _limits.Number, _findings);
            if (_extract.Rows == TicketRows.OnePerUpdate) ReadUpdates(header, row);
            else ReadTickets(header, row);
        }

        return new(_rows, _badRows, _tickets, _duplicates, _findings.Told, _findings.Counts, _findings.RuinTheFile);
    }

    private void ReadTickets(TicketHeader header, TicketRowReader row)
    {
        var seen = _extract.FindsDuplicates ? new TicketNumbers() : null;
        while (Next(header))
        {
            if (!row.TryRead(out var ticket)) _badRows++;
            else if (seen?.IsNew(row.NumberBytes) == false) ReportTwice(row);
            else Take(ticket, row);
        }
    }

    private void ReadUpdates(TicketHeader header, TicketRowReader row)
    {
        var log = new TicketLog();
        while (Next(header))
        {
            if (row.TryRead(out var ticket) & row.TryReadUpdate(out var updated, out var order)) log.Add(row.NumberBytes, _records.Line, updated, order, ticket);
            else _badRows++;
        }

        if (!_findings.RuinTheFile) log.ForEach(Take);
    }

    private void Take(in Ticket ticket, ITicketPlace place)
    {
        _tickets++;
        _taken(ticket, place);
    }

    /// <summary>Reads on to the next row of the right shape; false at the end, or where the file is refused.</summary>
    private bool Next(TicketHeader header)
    {
        while (_records.Read())
        {
            if (_records.CellCount == header.Columns && !_records.IsMalformed) return IsWithinLimits();
            if (_records.IsBlank) continue;
            if (!IsWithinLimits()) return false;
            ReportShape(header);
        }

        if (_records.IsRecordTooLong) _findings.InFile(TicketFileProblems.RecordTooLong, _records.Line, 1, $"rows of at most {_limits.Record} bytes", "a longer one");
        return false;
    }

    private bool IsWithinLimits() => (++_rows <= _limits.Rows && !_records.IsTooLong) || Refuse();

    private bool Refuse()
    {
        var (code, expected) = _rows > _limits.Rows ? (TableProblems.TooManyRows, $"at most {_limits.Rows} rows") : (TableProblems.TooLarge, $"at most {_limits.Bytes} bytes");
        _findings.InFile(code, _records.Line, 1, expected, "more");
        return false;
    }

    private void ReportShape(TicketHeader header)
    {
        _badRows++;
        if (_records.IsMalformed)
            _findings.InRow(_records.IsUnclosed ? TableProblems.UnclosedQuote : TableProblems.StrayQuote, _records.Line, "", 1, "quotes around whole cells and doubled inside them", "a quote elsewhere");
        else
            _findings.InRow(_records.CellCount < header.Columns ? TableProblems.RowTooShort : TableProblems.RowTooLong, _records.Line, "", Math.Min(_records.CellCount, header.Columns) + 1, $"{header.Columns} cells", $"{_records.CellCount}");
    }

    private void ReportTwice(TicketRowReader row)
    {
        _duplicates++;
        _findings.InRow(TicketFileProblems.Duplicate, _records.Line, "", 1, "a number of its own for each ticket", $"{row.Number} again");
    }
}
