using System.Globalization;
using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>Dates, figures and lists as they stand in sentences.</summary>
internal static class Phrases
{
    private static readonly string[] Small = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>1 April 2024.</summary>
    public static string Date(LocalDate day) => day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);

    /// <summary>Monday 1 April 2024.</summary>
    public static string Weekday(LocalDate day) => day.ToString("dddd d MMMM uuuu", CultureInfo.InvariantCulture);

    public static string Quoted(string label) => $"“{label}”";

    /// <summary>a, b and c.</summary>
    public static string And(IEnumerable<string> items) => AndOf([.. items]);

    /// <summary>Clauses that have an "and" of their own.</summary>
    public static string Clauses(IEnumerable<string> clauses) => string.Join("; ", clauses);

    /// <summary>Numbers up to ten in letters, from there on in digits.</summary>
    public static string Number(int count) => count < Small.Length ? Small[count] : Figure(count);

    /// <summary>One part, three parts.</summary>
    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>1st, 2nd, 16th.</summary>
    public static string Ordinal(int number) => Words.Ordinal(number);

    /// <summary>The first, the second, the 16th of several.</summary>
    public static string Order(int index) => Words.InOrder(index + 1);

    /// <summary>12,600 and 0.5: in full, thousands parted.</summary>
    public static string Figure(Rational figure)
    {
        var text = figure.ToString();
        var end = text.IndexOfAny(['.', '/']) is var found and >= 0 ? found : text.Length;
        for (var i = end - 3; i > (text[0] == '-' ? 1 : 0) && !text.Contains('/', StringComparison.Ordinal); i -= 3) text = text.Insert(i, ",");
        return text;
    }

    /// <summary>£2,061.75335: pounds before rounding, in full where they have an end.</summary>
    public static string Pounds(Rational pounds)
    {
        var pence = Money.Round(pounds, RoundingMode.Down);
        return pence.Pounds == pounds ? pence.ToString() : $"£{Figure(pounds)}";
    }

    public static string Points(int points) => $"{Figure(points)} Service Point{(points == 1 ? "" : "s")}";

    /// <summary>1 decimal place; the nearest whole number.</summary>
    public static string Places(int decimals) => decimals == 0 ? "the nearest whole number" : decimals.Counted("decimal place");

    public static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>Text of several lines on one.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Ends a text of the contract's own with a full stop.</summary>
    public static string Sentence(string text) => text[^1] is '.' or '?' or '!' ? text : text + ".";

    private static string AndOf(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "none",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} and {items[^1]}",
    };
}
