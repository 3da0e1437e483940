using System.Text;
using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>The bytes of a YAML or JSON file.</summary>
public static class DocumentFile
{
    /// <summary>Reads UTF-8 of at most <see cref="DocumentLimits.Bytes"/>, with or without a byte order mark: as JSON when it opens
    /// with brackets and then a quoted text or a closing bracket, as YAML otherwise. Adds what is wrong to
    /// <paramref name="problems"/>. Never throws on any bytes.</summary>
    /// <returns>The tree, which may come with problems, or null when there is none to be had.</returns>
    public static DocumentNode? Read(ReadOnlySpan<byte> bytes, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (bytes.Length > DocumentLimits.Bytes)
            return Refuse(problems, DocumentProblems.TooLarge, TextPosition.Start, $"at most {DocumentLimits.Bytes} bytes", $"{bytes.Length} bytes");
        if (Utf8Text.LooksLikeUtf16(bytes))
            return Refuse(problems, DocumentProblems.NotUtf8, TextPosition.Start, "UTF-8", "what looks like UTF-16");
        var utf8 = Utf8Text.WithoutByteOrderMark(bytes);
        if (Utf8Text.IndexOfInvalid(utf8) is var invalid and >= 0)
            return Refuse(problems, DocumentProblems.NotUtf8, new Utf8Positions(utf8).Of(invalid), "UTF-8", $"the byte 0x{utf8[invalid]:X2}");
        return IsJson(utf8) ? JsonText.Read(utf8, problems) : YamlDocument.Read(Encoding.UTF8.GetString(utf8), problems);
    }

    private static bool IsJson(ReadOnlySpan<byte> utf8)
    {
        var opening = utf8.IndexOfAnyExcept(" \t\r\n"u8);
        if (opening < 0 || utf8[opening] is not ((byte)'{' or (byte)'[')) return false;
        var inside = utf8.IndexOfAnyExcept("{[ \t\r\n"u8);
        return inside < 0 || utf8[inside] is (byte)'"' or (byte)'}' or (byte)']';
    }

    private static DocumentNode? Refuse(ICollection<Problem> problems, ProblemCode code, TextPosition at, string expected, string found)
    {
        problems.Add(new(code, "", expected, found) { Line = at.Line, Column = at.Column });
        return null;
    }
}
