namespace SlaMonitor.Service.Formats.Documents;

/// <summary>Finds line and column of byte offsets; cheap when they are asked for in rising order.</summary>
internal ref struct Utf8Positions(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> utf8 = utf8;
    private int reached;
    private TextPosition position = TextPosition.Start;

    public TextPosition Of(int offset)
    {
        if (offset < reached) (reached, position) = (0, TextPosition.Start);
        for (; reached < offset && reached < utf8.Length; reached++) position = After(reached);
        return position;
    }

    private readonly TextPosition After(int index) => utf8[index] switch
    {
        (byte)'\n' => new(position.Line + 1, 1),
        (byte)'\r' when index + 1 >= utf8.Length || utf8[index + 1] != '\n' => new(position.Line + 1, 1),
        >= 0x80 and < 0xC0 => position,
        >= 0xF0 => position with { Column = position.Column + 2 },
        _ => position with { Column = position.Column + 1 },
    };
}
