using NodaTime;
using SlaMonitor.Service.Formats.ContractFiles;

namespace SlaMonitor.Web.Requests;

/// <summary>What paths are made of. What is none of these names nothing, so the answer is 404 and not 400.</summary>
internal static class InPath
{
    private const int MostDigits = 8;

    public static LocalDate? Day(string text) => Scalars.TryDay(text, out var day) ? day : null;

    public static YearMonth? Month(string text) => Scalars.TryMonth(text, out var month) ? month : null;

    /// <summary>A number from 1, without leading zeros, so that nothing has two addresses.</summary>
    public static int? Number(string text) =>
        text.Length is > 0 and <= MostDigits && text[0] != '0' && text.All(char.IsAsciiDigit) ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>As contract files have it. Codes are looked at before they come near a query to storage.</summary>
    public static bool IsContract(string? text) =>
        text is { Length: > 0 and <= 63 } && text[0] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>An indicator's code may have a slash, which servers leave as it comes in a path: <c>%2F</c>.</summary>
    public static string Indicator(string text) => text.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A SHA-256 as it is written here.</summary>
    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    public static bool IsReceipt(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);
}
