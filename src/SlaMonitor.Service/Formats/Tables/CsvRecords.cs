using CsvHelper;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>The records of a CSV text as CsvHelper parses them, one at a time: their lines, cells and broken quotes.</summary>
internal sealed class CsvRecords : IDisposable
{
    private readonly CsvReader reader;

    public CsvRecords(byte[] utf8) => reader = CsvReader.Create(utf8, new CsvReaderOptions
    {
        // Anything detected or trimmed would change in silence what the file says.
        Separator = ',',
        TrimWhitespace = false,
        // The header is a record like any other, so that it has a line.
        HasHeader = false,
        TrackLineNumbers = true,
        // A broken record is handed on with its malformation, so that the problem can name its cell and reading can go on.
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        OnMalformedRecord = broken => Malformation = broken,
    });

    /// <summary>The first thing wrong with the quotes of the current record, if anything.</summary>
    public CsvMalformedRecord? Malformation { get; private set; }

    public int Line => (int)reader.LineNumber;

    public int CellCount => reader.FieldCount;

    /// <summary>Whether the record is a line of nothing but spaces and tabs.</summary>
    public bool IsBlank => reader.FieldCount == 1 && reader.RawRecord.IndexOfAnyExcept(" \t"u8) < 0;

    /// <summary>Whether the record is nothing but commas, spaces and tabs.</summary>
    public bool IsEmpty => reader.RawRecord.IndexOfAnyExcept(", \t"u8) < 0;

    public bool Read()
    {
        Malformation = null;
        return reader.Read();
    }

    public string Text(int index) => reader.GetString(index);

    public Cell[] Cells()
    {
        var cells = new Cell[CellCount];
        var line = Line;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new(Text(i), line, i + 1);
            line += LineBreaks(reader.GetRawSpan(i));
        }
        return cells;
    }

    public CellPlace PlaceOf(int index)
    {
        var line = Line;
        for (var i = 0; i < index; i++) line += LineBreaks(reader.GetRawSpan(i));
        return new(line, index + 1);
    }

    /// <summary>Whether the byte of the file stands in the current record or before it.</summary>
    public bool Reaches(long offset) => offset <= reader.ByteOffset + reader.RawRecord.Length;

    /// <summary>The number from 0 of the cell of the current record in which the byte of the file stands.</summary>
    public int IndexOfCellAt(long offset)
    {
        var end = reader.ByteOffset;
        for (var i = 0; i < CellCount; i++)
        {
            end += reader.GetRawSpan(i).Length + 1;
            if (offset < end) return i;
        }
        return CellCount - 1;
    }

    public void Dispose() => reader.Dispose();

    private static int LineBreaks(ReadOnlySpan<byte> raw)
    {
        var breaks = 0;
        for (var i = 0; i < raw.Length; i++)
            if (raw[i] == '\n' || (raw[i] == '\r' && (i + 1 == raw.Length || raw[i + 1] != '\n')))
                breaks++;
        return breaks;
    }
}
