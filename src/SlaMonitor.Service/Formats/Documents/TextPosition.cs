namespace SlaMonitor.Service.Formats.Documents;

/// <summary>A place in a text, from 1. Lines end with LF, CR LF or CR; columns count UTF-16 units.</summary>
internal readonly record struct TextPosition(int Line, int Column)
{
    public static readonly TextPosition Start = new(1, 1);

    public static TextPosition Of(ReadOnlySpan<char> text, int offset)
    {
        var (line, column) = (1, 1);
        for (var i = 0; i < offset; i++)
        {
            var endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n'));
            (line, column) = endsLine ? (line + 1, 1) : (line, column + 1);
        }
        return new(line, column);
    }
}
