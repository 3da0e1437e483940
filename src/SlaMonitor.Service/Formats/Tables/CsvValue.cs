using System.Text.RegularExpressions;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>A value to write: text, or a number that must stay one in a spreadsheet.</summary>
public readonly partial record struct CsvValue
{
    private readonly string? content;

    private CsvValue(string content, bool isNumber) => (this.content, IsNumber) = (content, isNumber);

    public bool IsNumber { get; }

    /// <summary>The text, or the figure as it was given.</summary>
    public string Content => content ?? "";

    public static CsvValue Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, isNumber: false);
    }

    /// <param name="figure">Digits with at most a leading minus and a decimal point, such as <c>-99.50</c>.</param>
    /// <exception cref="ArgumentException">It is anything else, which a spreadsheet might take for a formula.</exception>
    public static CsvValue Number(string figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (!PlainFigure().IsMatch(figure)) throw new ArgumentException($"'{figure}' is not a plain figure.", nameof(figure));
        return new(figure, isNumber: true);
    }

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainFigure();
}
