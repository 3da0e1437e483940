namespace SlaMonitor.Service.Formats.Returns;

/// <summary>Text that a spreadsheet would take for a formula is written with an apostrophe before it.</summary>
internal static class CsvText
{
    /// <summary>The text without that apostrophe.</summary>
    public static string Unescaped(string text) => text.Length > 1 && text[0] == '\'' && "=+-@\t\r".Contains(text[1]) ? text[1..] : text;
}
