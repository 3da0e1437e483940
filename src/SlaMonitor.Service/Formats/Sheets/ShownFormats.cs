using System.Globalization;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>The formats that cells refer to by number.</summary>
internal sealed class ShownFormats
{
    private readonly List<ShownAs> _formats = [];

    private ShownFormats()
    {
    }

    public ShownAs this[int style] => style >= 0 && style < _formats.Count ? _formats[style] : ShownAs.General;

    public static ShownFormats Of(WorkbookArchive archive, string? part, WorkbookLimits limits)
    {
        var formats = new ShownFormats();
        if (part is null) return formats;
        var own = new Dictionary<int, ShownAs>();
        var isOfCells = false;
        using var xml = archive.Open(part);
        while (xml.NextElement())
        {
            if (xml.Depth == 1) isOfCells = xml.Name == "cellXfs";
            if (xml.Name == "numFmt" && Number(xml["numFmtId"]) is { } id) own[id] = ShownAs.Of(Shortened(xml["formatCode"] ?? ""));
            if (!isOfCells || xml.Name != "xf") continue;
            var format = Number(xml["numFmtId"]) ?? 0;
            formats._formats.Add(own.TryGetValue(format, out var found) ? found : ShownAs.BuiltIn(format));
            if (formats._formats.Count > limits.Cells) throw UnreadableWorkbookException.TooLarge($"at most {limits.Cells} formats", "more");
        }

        return formats;
    }

    private static string Shortened(string code) => code.Length > 255 ? code[..255] : code;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
