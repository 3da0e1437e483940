namespace SlaMonitor.Service.Formats.Returns;

/// <summary>Names of facts: <c>submittedOn</c> in JSON is <c>submitted on</c> in a table, where capitals and spaces make no
/// difference.</summary>
internal static class FactName
{
    public static string InTable(string key) =>
        string.Concat(key.Select((letter, i) => i > 0 && char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    public static string InTree(string text) =>
        string.Concat(text.Split([' ', '\u00A0', '\t', '\n', '\r', '_', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Word));

    private static string Word(string word, int index)
    {
        if (word.All(letter => !char.IsAsciiLetterLower(letter))) word = word.ToLowerInvariant();
        return (index == 0 ? char.ToLowerInvariant(word[0]) : char.ToUpperInvariant(word[0])) + word[1..];
    }
}
