using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>The texts that cells share, by number.</summary>
internal static partial class SharedStrings
{
    public static IReadOnlyList<string> Of(WorkbookArchive archive, string? part, WorkbookLimits limits)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        using var xml = archive.Open(part);
        while (xml.NextElement())
        {
            if (xml.Name != "si") continue;
            texts.Add(RichText(xml));
            if (texts.Count > limits.Cells) throw UnreadableWorkbookException.TooLarge($"at most {limits.Cells} shared texts", "more");
        }

        return texts;
    }

    /// <summary>The text of the element, however many formats it is written in, without its phonetic reading.</summary>
    public static string RichText(PartXml xml)
    {
        if (xml.IsEmpty) return "";
        var depth = xml.Depth;
        StringBuilder? several = null;
        var text = "";
        var phonetic = int.MaxValue;
        while (xml.NextWithin(depth))
        {
            if (xml.Depth <= phonetic) phonetic = int.MaxValue;
            if (xml.Name == "rPh") phonetic = xml.Depth;
            if (xml.Name != "t" || xml.Depth > phonetic) continue;
            if (text.Length == 0) text = xml.Text();
            else (several ??= new(text)).Append(xml.Text());
        }

        return Unescaped(several?.ToString() ?? text);
    }

    /// <summary>Characters that XML cannot hold are written as _x000D_.</summary>
    public static string Unescaped(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
