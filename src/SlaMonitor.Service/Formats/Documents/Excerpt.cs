namespace SlaMonitor.Service.Formats.Documents;

/// <summary>Text of a file, made fit to stand in a message: short, on one line, without invisible characters.</summary>
internal static class Excerpt
{
    private const int LongestShown = 60;

    public static string Quoted(string text) => $"'{Of(text)}'";

    public static string Of(string text, int longest = LongestShown)
    {
        var shown = text.Length <= longest ? text : string.Concat(text.AsSpan(0, CutBefore(text, longest)), "…");
        return string.Create(shown.Length, shown, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++) target[i] = Shown(source, i);
        });
    }

    private static int CutBefore(string text, int longest) =>
        char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;

    private static char Shown(string text, int index) =>
        char.IsWhiteSpace(text[index]) ? ' ' : IsVisible(text, index) ? text[index] : '\uFFFD';

    private static bool IsVisible(string text, int index) =>
        PrintableText.IndexOfUnprintable(text.AsSpan(index)) != 0
        || (char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1]));
}
