namespace SlaMonitor.Service.Formats.Tables;

/// <summary>A stream that counts what is read of it and ends where it has been read beyond a limit.</summary>
internal sealed class CountedBytes(Stream inner, long most) : ReadOnceStream
{
    private long _read;

    public bool IsOver => _read > most;

    public override int Read(Span<byte> buffer)
    {
        if (IsOver) return 0;
        var count = inner.Read(buffer);
        _read += count;
        return count;
    }
}
