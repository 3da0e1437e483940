namespace SlaMonitor.Service.Formats.Returns;

/// <summary>Text that a spreadsheet would take for a formula is written with an apostrophe before it.</summary>
internal static class CsvText
{
    private const string FormulaStarts = "=+-@\t\r";

    /// <summary>The text without that apostrophe.</summary>
    public static string Unescaped(string text) => StartsAsEscaped(text) ? text[1..] : text;

    /// <summary>The text, so that an apostrophe of its own before a formula survives <see cref="Unescaped"/>.</summary>
    public static string WithApostropheKept(string text) => StartsAsEscaped(text) ? $"'{text}" : text;

    private static bool StartsAsEscaped(string text) =>
        text.TrimStart('\'') is { Length: > 0 } rest && rest.Length < text.Length && FormulaStarts.Contains(rest[0]);
}
