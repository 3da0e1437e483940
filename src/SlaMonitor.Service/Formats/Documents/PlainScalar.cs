using System.Text.RegularExpressions;

namespace SlaMonitor.Service.Formats.Documents;

/// <summary>What a scalar without quotes is: JSON's own spellings are numbers, Booleans and null, everything else is text.</summary>
internal static partial class PlainScalar
{
    public static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" => ScalarKind.Null,
        "true" or "false" => ScalarKind.Boolean,
        _ => IsNumber(text) ? ScalarKind.Number : ScalarKind.Text,
    };

    public static bool IsNumber(string text) => Number().IsMatch(text);

    /// <summary>The text of a scalar that is written without quotes by its kind.</summary>
    /// <exception cref="ArgumentException">The text is no number or Boolean although the node says so.</exception>
    public static string Spelling(ScalarNode scalar) => scalar.Kind switch
    {
        ScalarKind.Null => "null",
        ScalarKind.Text => throw new ArgumentException("Text has no spelling of its own: it may need quotes.", nameof(scalar)),
        _ when KindOf(scalar.Text) == scalar.Kind => scalar.Text,
        _ => throw new ArgumentException($"{Excerpt.Quoted(scalar.Text)} is not a {scalar.Kind}.", nameof(scalar)),
    };

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
