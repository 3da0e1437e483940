using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// Monday to Friday less the bank holidays of a division. Every answer is found in counts made once; where the bank
/// holiday data do not reach, the answer is null, "not known", and never a guess.
/// </summary>
public sealed class WorkingDays
{
    private readonly LocalDate _first;

    /// <summary>Every working day covered, in order.</summary>
    private readonly List<LocalDate> _days = [];

    /// <summary>At i, how many working days there are before the i-th day covered.</summary>
    private readonly int[] _before;

    private readonly Dictionary<LocalDate, BankHoliday> _holidays;

    public WorkingDays(BankHolidays holidays, Division division)
    {
        Holidays = holidays;
        Division = division;
        _first = new LocalDate(holidays.FirstYear, 1, 1);
        _holidays = Enumerable.Range(holidays.FirstYear, holidays.LastYear - holidays.FirstYear + 1)
            .SelectMany(year => holidays.Of(division, year))
            .ToDictionary(h => h.Date);
        var covered = Period.DaysBetween(_first, new LocalDate(holidays.LastYear + 1, 1, 1));
        _before = new int[covered + 1];
        for (var i = 0; i < covered; i++)
        {
            var day = _first.PlusDays(i);
            if (!day.IsWeekend() && !_holidays.ContainsKey(day)) _days.Add(day);
            _before[i + 1] = _days.Count;
        }
    }

    public BankHolidays Holidays { get; }

    public Division Division { get; }

    public bool Covers(LocalDate date) => Holidays.Covers(date);

    /// <exception cref="ArgumentOutOfRangeException">The bank holidays of that year are not known.</exception>
    public bool IsWorkingDay(LocalDate date) => Index(date) is { } i ? _before[i + 1] > _before[i] : throw NotCovered(date);

    /// <summary>The division's bank holiday on that day, or null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bank holidays of that year are not known.</exception>
    public BankHoliday? HolidayOn(LocalDate date) => Covers(date) ? _holidays.GetValueOrDefault(date) : throw NotCovered(date);

    /// <summary><c>Saturday</c>, <c>Sunday</c> or the bank holiday's title with its note; null for a working day, and for a weekday of a
    /// year that is not covered.</summary>
    public string? WhyNotWorking(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => "Saturday",
        IsoDayOfWeek.Sunday => "Sunday",
        _ => _holidays.GetValueOrDefault(date)?.InWords,
    };

    /// <summary>The <paramref name="n"/>-th working day following the date, the first working day after it being day 1.
    /// None is the date itself, working day or not. Null where the data do not reach.</summary>
    public LocalDate? After(LocalDate date, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return Index(date) is { } i ? n == 0 ? date : Day(_before[i + 1] + n - 1) : null;
    }

    /// <summary>The <paramref name="n"/>-th working day before the date, the last working day before it being day 1.
    /// None is the date itself, working day or not. Null where the data do not reach.</summary>
    public LocalDate? Before(LocalDate date, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        return Index(date) is { } i ? n == 0 ? date : Day(_before[i] - n) : null;
    }

    /// <summary>The date if it is a working day, else the next one. Null where the data do not reach.</summary>
    public LocalDate? RollForward(LocalDate date) => Index(date) is { } i ? Day(_before[i]) : null;

    /// <summary>The date if it is a working day, else the last one before. Null where the data do not reach.</summary>
    public LocalDate? RollBack(LocalDate date) => Index(date) is { } i ? Day(_before[i + 1] - 1) : null;

    /// <summary>How many working days follow <paramref name="from"/> up to and including <paramref name="to"/>, so that
    /// from a date to the n-th working day after it are n; negative the other way round. Null where the data do not reach.</summary>
    public int? Between(LocalDate from, LocalDate to) =>
        Index(from) is { } i && Index(to) is { } j ? _before[j + 1] - _before[i + 1] : null;

    /// <summary>How many working days a month has. Null where the data do not reach.</summary>
    public int? In(YearMonth month) => Index(month.OnDayOfMonth(1)) is { } first
        ? _before[first + CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)] - _before[first]
        : null;

    /// <summary>The same division's working days by another version, or by what was known on another day.</summary>
    public WorkingDays By(BankHolidays holidays) => new(holidays, Division);

    /// <summary>For instance <c>england-and-wales, uk-bank-holidays v1</c>.</summary>
    public override string ToString() => $"{Division.Name()}, {Holidays.Name}";

    private int? Index(LocalDate date) => Covers(date) ? Period.DaysBetween(_first, date) : null;

    private LocalDate? Day(int number) => number >= 0 && number < _days.Count ? _days[number] : null;

    private ArgumentOutOfRangeException NotCovered(LocalDate date) => new(
        nameof(date), date, $"The bank holidays of {date.Year} are not known: {this} covers {Holidays.FirstYear} to {Holidays.LastYear}.");
}
