using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>The single values that contract files and returns are written in.</summary>
public static partial class Scalars
{
    private static readonly LocalTimePattern MinutePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private const string DayPattern = @"^\d{4}-\d{2}-\d{2}$";

    public static readonly ScalarShape<string> Line = new(
        "a line of text, up to 500 characters", @"^(?=.*\S).{1,500}$",
        (string text, out string value) => (value = text.Trim()).Length is > 0 and <= 500 && !text.Any(char.IsControl), text => text, mayLookLikeFigure: true);

    public static readonly ScalarShape<string> Prose = new(
        "text, up to 4,000 characters", @"^[\s\S]{1,4000}$",
        (string text, out string value) => (value = text.Trim()).Length is > 0 and <= 4000 && !value.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')), text => text);

    public static readonly ScalarShape<string> ContractCode = new(
        "a code of lower-case letters, digits and hyphens, such as riverside-ict", "^[a-z0-9][a-z0-9-]{0,62}$",
        (string text, out string value) => ContractCodePattern().IsMatch(value = text), text => text, mayLookLikeFigure: true);

    public static readonly ScalarShape<string> IndicatorCode = new(
        "a code of letters, digits, spaces, hyphens, underscores and slashes, such as KPI1 or FR ICT 17a", "^[A-Za-z0-9][A-Za-z0-9 _/-]{0,39}$",
        (string text, out string value) => IndicatorCodePattern().IsMatch(value = text), text => text, mayLookLikeFigure: true);

    /// <summary>A member of a breakdown; problems name it in their path.</summary>
    public static readonly ScalarShape<string> Member = new(
        "a name of up to 100 characters, without full stops, square brackets and spaces around it", @"^(?=\S)[^.\[\]]{0,99}[^.\[\]\s]$",
        (string text, out string value) => (value = text).Length is > 0 and <= 100 && text.IndexOfAny(['.', '[', ']']) < 0 && text.Trim() == text && !text.Any(char.IsControl), text => text);

    public static readonly ScalarShape<string> Email = new(
        "an e-mail address", "^[^@\\s]+@[^@\\s]+$",
        (string text, out string value) => EmailPattern().IsMatch(value = text), text => text);

    public static readonly ScalarShape<LocalDate> Day = new(
        "a day, such as 2024-04-01", DayPattern,
        TryDay, LocalDatePattern.Iso.Format, meant: Meant.Day);

    public static readonly ScalarShape<YearMonth> Month = new(
        "a month, such as 2024-04", @"^\d{4}-\d{2}$",
        TryMonth, ServicePeriod.NameOf, meant: Meant.Month);

    public static readonly ScalarShape<ContractDate> DayOrMonth = new(
        "a day or a month, such as 2024-04-01 or 2024-04", @"^\d{4}-\d{2}(-\d{2})?$", TryDate, date => date.ToString());

    public static readonly ScalarShape<TimeLength> Length = new(
        "a length of up to 100 years, such as 5 years, 12 weeks or 10 working days", "^(\\d{1,4} (working )?days?|(\\d{1,3}|[1-4]\\d{3}|5[01]\\d{2}|5200) weeks?|(\\d{1,3}|1[01]\\d{2}|1200) months?|(\\d{1,2}|100) years?)$", TryLength, length => length.ToString());

    public static readonly ScalarShape<int> Minutes = new(
        "minutes or hours, such as 90 minutes or 8 hours", "^\\d{1,6} (minutes?|hours?)$", TryMinutes,
        minutes => minutes % 60 == 0 ? $"{(minutes / 60).Counted("hour")}" : minutes.Counted("minute"));

    public static readonly ScalarShape<int> Periods = new(
        "a number of periods, such as 3 periods", "^[1-9]\\d{0,2} periods?$",
        (string text, out int value) => TryUnit(text, "period", out value) && value is > 0 and < 1000, count => count.Counted("period"));

    public static readonly ScalarShape<int> Months = new(
        "a number of months, such as 3 months", "^[1-9]\\d{0,2} months?$",
        (string text, out int value) => TryUnit(text, "month", out value) && value is > 0 and < 1000, count => count.Counted("month"));

    public static readonly ScalarShape<int> MonthsOfPeriod = new(
        "1, 2, 3, 4, 6 or 12 months, such as 3 months", "^(1|2|3|4|6|12) months?$",
        (string text, out int value) => TryUnit(text, "month", out value) && value > 0 && 12 % value == 0, count => count.Counted("month"));

    public static readonly ScalarShape<Percentage> Percent = new(
        "a rate, such as 0.5 %", @"^\d{1,6}(\.\d{1,12})? ?%$", TryPercent, rate => rate.ToString());

    public static readonly ScalarShape<CreditAmount> Credit = new(
        "a rate or pounds, such as 10 % or 250.00", @"^(\d{1,6}(\.\d{1,12})? ?%|\d{1,13}(\.\d{1,2})?)$", TryCredit,
        amount => amount is CreditAmount.Sum sum ? sum.Pounds.ToPlainText() : amount.ToString(), isFigure: true, meant: Meant.Figure);

    public static readonly ScalarShape<Rational> Level = new(
        "a level, such as 99.5 %, 4.5 or yes", @"^(-?\d{1,18}(\.\d{1,12})?( ?%)?|yes|no)$", TryLevel, level => level.ToString(), isFigure: true);

    public static readonly ScalarShape<Money> Pounds = new(
        "pounds and pence without separators, such as 412350.67", @"^\d{1,13}(\.\d{1,2})?$", TryMoney, money => money.ToPlainText(), isFigure: true, meant: Meant.Figure);

    public static readonly ScalarShape<Money> SignedPounds = new(
        "pounds and pence without separators, such as 412350.67", @"^-?\d{1,13}(\.\d{1,2})?$", TrySignedMoney, money => money.ToPlainText(), isFigure: true, meant: Meant.Figure);

    public static readonly Shape<WeeklyHours> Hours = new HoursShape();

    public static readonly ScalarShape<Closure> Closure = new(
        "a day, or a day and hours, such as 2026-12-24 12:00-24:00", @"^\d{4}-\d{2}-\d{2}( \d\d:\d\d-\d\d:\d\d)?$",
        (string text, out Closure value) => Domain.Calendars.Closure.TryParse(text, out value), closure => closure.ToString());

    public static readonly ScalarShape<LocalTime> TimeOfDay = new(
        "a time of day, such as 16:00", @"^([01]\d|2[0-3]):[0-5]\d$",
        (string text, out LocalTime value) => MinutePattern.Parse(text).TryGetValue(default, out value), MinutePattern.Format);

    public static readonly ScalarShape<DateTimeZone> Zone = new(
        "a time zone of the tz database, such as Europe/London", "^[A-Za-z_]+[A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$",
        (string text, out DateTimeZone value) => (value = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)!) is not null, zone => zone.Id);

    public static readonly ScalarShape<Division> WorkingDays = new(
        string.Join(", ", Divisions.All.Select(d => d.Name())), $"^({string.Join('|', Divisions.All.Select(d => d.Name()))})$",
        (string text, out Division value) => Divisions.TryParse(text, out value), division => division.Name());

    public static readonly FlagShape Flag = new();

    /// <summary>A whole number within limits.</summary>
    public static WholeShape Whole(int least, int most) => new(least, most);

    /// <summary>The members of an enum by their names in files.</summary>
    public static ChoiceShape<E> Words<E>()
        where E : struct, Enum => new([.. Enum.GetValues<E>().Select(e => (e.Key(), e))]);

    private static bool TryDate(string text, out ContractDate value)
    {
        value = default;
        if (TryDay(text, out var day)) value = ContractDate.On(day);
        else if (TryMonth(text, out var month)) value = ContractDate.In(month);
        else return false;
        return true;
    }

    private static bool TryLength(string text, out TimeLength value)
    {
        value = TimeLength.Days(0);
        foreach (var unit in Enum.GetValues<TimeUnit>())
        {
            var one = unit == TimeUnit.WorkingDays ? "working day" : unit.ToString().ToLowerInvariant()[..^1];
            if (!TryUnit(text, one, out var count) || count > MostOf(unit)) continue;
            value = new(count, unit);
            return true;
        }

        return false;
    }

    private static int MostOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Years => 100,
        TimeUnit.Months => 1_200,
        TimeUnit.Weeks => 5_200,
        _ => 9_999,
    };

    private static bool TryMinutes(string text, out int value)
    {
        if (TryUnit(text, "minute", out value)) return true;
        if (!TryUnit(text, "hour", out value) || value > 10_000) return false;
        value *= 60;
        return true;
    }

    /// <summary>A count with a unit in the singular or the plural.</summary>
    private static bool TryUnit(string text, string unit, out int count)
    {
        count = 0;
        var space = text.IndexOf(' ');
        if (space <= 0 || (text[(space + 1)..] != unit && text[(space + 1)..] != unit + "s")) return false;
        return space <= 6 && int.TryParse(text[..space], NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    private static bool TryPercent(string text, out Percentage value)
    {
        value = default;
        if (!text.EndsWith('%') || !Rational.TryParse(text[..^1].TrimEnd(), out var percent) || percent.Sign < 0) return false;
        value = new(percent);
        return true;
    }

    private static bool TryCredit(string text, out CreditAmount value)
    {
        value = null!;
        if (TryPercent(text, out var rate)) value = new CreditAmount.Share(rate);
        else if (TryMoney(text, out var pounds)) value = new CreditAmount.Sum(pounds);
        return value is not null;
    }

    private static bool TryLevel(string text, out Rational value)
    {
        value = text == "yes" ? 1 : 0;
        return text is "yes" or "no" || Rational.TryParse(text.EndsWith('%') ? text[..^1].TrimEnd() : text, out value);
    }

    /// <summary>NodaTime also reads years before 1, which nothing here can name.</summary>
    public static bool TryDay(string text, out LocalDate value) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out value) && value.Year > 0;

    public static bool TryMonth(string text, out YearMonth value) =>
        YearMonthPattern.Iso.Parse(text).TryGetValue(default, out value) && value.Year > 0;

    /// <summary>Pounds and pence, of zero or more.</summary>
    public static bool TryMoney(string text, out Money value) => TrySignedMoney(text, out value) && value >= Money.Zero;

    /// <summary>Pounds with at most two decimals, less than ten million million.</summary>
    private static bool TrySignedMoney(string text, out Money value)
    {
        value = default;
        if (!Rational.TryParse(text, out var pounds) || !(pounds * 100).Denominator.IsOne || Rational.Abs(pounds) >= 10_000_000_000_000) return false;
        value = Money.Round(pounds, RoundingMode.Down);
        return true;
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,62}\z")]
    private static partial Regex ContractCodePattern();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9 _/-]{0,39}\z")]
    private static partial Regex IndicatorCodePattern();

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\z")]
    private static partial Regex EmailPattern();
}
