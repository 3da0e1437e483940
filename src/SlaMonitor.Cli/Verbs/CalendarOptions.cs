using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Cli.Verbs;

/// <summary>Options that name a day, a division or a calendar.</summary>
internal static class CalendarOptions
{
    public static Option<LocalDate?> Day(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        Required = required,
        CustomParser = result => LocalDatePattern.Iso.Parse(Text(result)).TryGetValue(default, out var day)
            ? day
            : Refused<LocalDate?>(result, $"{name} wants a day, such as 2024-05-31, not '{Text(result)}'."),
    };

    /// <summary>Several days, the option given once for each.</summary>
    public static Option<LocalDate[]> Days(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var days = new List<LocalDate>();
            foreach (var token in result.Tokens)
            {
                if (LocalDatePattern.Iso.Parse(token.Value).TryGetValue(default, out var day)) days.Add(day);
                else result.AddError($"{name} wants a day, such as 2024-05-31, not '{token.Value}'.");
            }

            return [.. days];
        },
    };

    public static Option<LocalDate?> KnownOn() =>
        Day("--known-on", "Leave out what was not known of bank holidays by the end of that day, such as 2022-09-01.");

    public static Option<Division?> Division() => new("--division")
    {
        HelpName = "division",
        Description = $"Whose bank holidays: {Names()}; {Divisions.All[0].Name()} where not given.",
        CustomParser = result => Divisions.TryParse(Text(result), out var division)
            ? division
            : Refused<Division?>(result, $"--division wants one of {Names()}, not '{Text(result)}'."),
    };

    /// <summary>A version by its number, or the latest as known on a day.</summary>
    public static Option<BankHolidays> Calendar(string name) => new(name)
    {
        Description = "A version of the bank holidays by its number, or a day for the latest as known by the end of it.",
        Required = true,
        CustomParser = result => Find(Text(result)) ?? Refused<BankHolidays>(
            result, $"{name} wants a version ({string.Join(", ", BankHolidays.Versions.Select(v => v.Version))}) or a day, such as 2022-09-01, not '{Text(result)}'."),
    };

    /// <summary>The latest version, as known on the day if one is given.</summary>
    public static BankHolidays Latest(LocalDate? knownOn) => knownOn is { } day ? BankHolidays.Current.KnownOn(day) : BankHolidays.Current;

    private static BankHolidays? Find(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return BankHolidays.Find(version);
        return LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? BankHolidays.Current.KnownOn(day) : null;
    }

    private static string Names() => string.Join(", ", Divisions.All.Select(d => d.Name()));

    private static string Text(ArgumentResult result) => result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;

    private static T? Refused<T>(ArgumentResult result, string why)
    {
        result.AddError(why);
        return default;
    }
}
