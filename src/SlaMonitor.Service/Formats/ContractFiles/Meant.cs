using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>What somebody probably meant who wrote a day or a figure as people and spreadsheets do. Only ever a guess to put in
/// a message: nothing is read as what it might have been meant to be.</summary>
internal static partial class Meant
{
    private const string KeepAsText = " (in a spreadsheet, format the cell as text)";

    /// <summary>The day that spreadsheets count from.</summary>
    private static readonly LocalDate SerialZero = new(1899, 12, 30);

    /// <summary>Day before month, as in the United Kingdom.</summary>
    private static readonly LocalDatePattern[] Days =
    [
        .. new[] { "d/M/yyyy", "d/M/yy", "d.M.yyyy", "d-M-yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "yyyy/M/d", "yyyy-M-d" }
            .Select(LocalDatePattern.CreateWithInvariantCulture),
    ];

    private static readonly YearMonthPattern[] Months =
    [
        .. new[] { "MMM-yy", "MMM-yyyy", "MMM yy", "MMM yyyy", "MMMM yyyy", "M/yyyy", "yyyy/M", "yyyy-M", "yyyyMM" }
            .Select(YearMonthPattern.CreateWithInvariantCulture),
    ];

    public static string? Day(string text) => TryDay(text, out var day) ? LocalDatePattern.Iso.Format(day) + KeepAsText : null;

    public static string? Month(string text) => TryMonth(text, out var month) ? ServicePeriod.NameOf(month) + KeepAsText : null;

    public static bool TryMonth(string text, out YearMonth month)
    {
        foreach (var pattern in Months)
            if (pattern.Parse(text.Trim()).TryGetValue(default, out month))
                return true;
        var isDay = TryDay(text, out var day);
        month = day.ToYearMonth();
        return isDay;
    }

    public static bool TryDay(string text, out LocalDate day)
    {
        var date = TimeOfDay().Replace(text.Trim(), "");
        foreach (var pattern in Days)
            if (pattern.Parse(date).TryGetValue(default, out day))
                return true;
        day = Serial().IsMatch(date) ? SerialZero.PlusDays(int.Parse(date, System.Globalization.CultureInfo.InvariantCulture)) : default;
        return day != default;
    }

    /// <summary>The figure without currency and grouping and with a decimal point.</summary>
    public static string? Figure(string text)
    {
        var bare = Ornaments().Replace(text, "");
        var plain = bare switch
        {
            _ when Brackets().Match(bare) is { Success: true } negative => "-" + negative.Groups[1].Value,
            _ when GroupedByComma().IsMatch(bare) => bare.Replace(",", "", StringComparison.Ordinal),
            _ when DecimalComma().IsMatch(bare) => bare.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'),
            _ when Exponent().Match(bare) is { Success: true } power => WrittenOut(power),
            _ when bare.StartsWith('.') => "0" + bare,
            _ => bare.TrimStart('+'),
        };
        return plain is not null && plain != text && Rational.TryParse(plain, out _) ? plain : null;
    }

    /// <summary>Whether the text is words rather than a figure in some other spelling.</summary>
    public static bool IsWords(string text) => text.Any(char.IsLetter) && !Exponent().IsMatch(Ornaments().Replace(text, ""));

    /// <summary>9.7E+01 is 97, but of 1.23E+05 nobody can tell the last digits.</summary>
    private static string? WrittenOut(Match power)
    {
        var (whole, fraction) = (power.Groups[1].Value, power.Groups[2].Value);
        var places = int.Parse(power.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture);
        if (places > fraction.Length) return null;
        return places == fraction.Length ? whole + fraction : $"{whole}{fraction[..places]}.{fraction[places..]}";
    }

    [GeneratedRegex(@"[T ]\d\d:\d\d(:\d\d)?Z?\z")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\A[345]\d{4}\z")]
    private static partial Regex Serial();

    [GeneratedRegex(@"[£\s']")]
    private static partial Regex Ornaments();

    [GeneratedRegex(@"\A\((\d+(?:\.\d+)?)\)\z")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\A-?\d{1,3}(,\d{3})+(\.\d+)?\z")]
    private static partial Regex GroupedByComma();

    [GeneratedRegex(@"\A-?(\d+|\d{1,3}(\.\d{3})+),\d+\z")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"\A(-?\d)(?:\.(\d+))?[eE]\+?(\d{1,2})\z")]
    private static partial Regex Exponent();
}
