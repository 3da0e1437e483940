using System.Text;
using CsvHelper;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>The records of a CSV text as CsvHelper parses them from a stream, one at a time, as bytes: nothing of a record is kept.</summary>
internal sealed class CsvStreamRecords : IDisposable
{
    private readonly CsvReader _reader;
    private readonly CountedBytes _bytes;

    public CsvStreamRecords(Stream stream, long mostBytes, int longestRecord)
    {
        _bytes = new(stream, mostBytes);
        _reader = CsvReader.Create(_bytes, Options(longestRecord), true);
    }

    /// <summary>True where the quotes of the current record are broken.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>True where a quote of it is never closed.</summary>
    public bool IsUnclosed { get; private set; }

    public long Line => _reader.LineNumber;

    public int CellCount => _reader.FieldCount;

    /// <summary>True where more bytes were read than the limits allow.</summary>
    public bool IsTooLong => _bytes.IsOver;

    public ReadOnlySpan<byte> Bytes => _reader.RawRecord;

    public bool IsBlank => _reader.FieldCount == 1 && _reader.RawRecord.IndexOfAnyExcept(" \t\r\n"u8) < 0;

    public ReadOnlySpan<byte> this[int index] => _reader.GetSpan(index);

    /// <summary>True where a record was longer than the limit; it was the last one then.</summary>
    public bool IsRecordTooLong { get; private set; }

    public bool Read()
    {
        IsMalformed = false;
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException)
        {
            // Of all that is wrong with quotes and cells it is told; only a record beyond its limit it cannot go on from.
            IsRecordTooLong = true;
            return false;
        }
    }

    /// <summary>For names and messages; bytes that are no UTF-8 are shown as such.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(_reader.GetSpan(index));

    public void Dispose() => _reader.Dispose();

    private CsvReaderOptions Options(int longestRecord) => new()
    {
        // Anything detected or trimmed would change in silence what the file says.
        Separator = ',',
        TrimWhitespace = false,
        // The header is a record like any other, so that it has a line.
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = longestRecord,
        // A broken record is handed on with its malformation, so that it can be reported and reading can go on.
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        OnMalformedRecord = broken => (IsMalformed, IsUnclosed) = (true, broken.Reason == CsvMalformedReason.UnterminatedQuote),
    };
}
