using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Tests.Dates;

/// <summary>Days counted as a person does with a wall calendar, one by one, so that nothing rests on the arithmetic it is held against.
/// It shares the list of bank holidays and the types of terms, and no more.</summary>
internal static class NaiveDays
{
    private static readonly HashSet<LocalDate> Holidays =
        [.. Enumerable.Range(2012, 17).SelectMany(year => BankHolidays.Current.Of(Division.EnglandAndWales, year)).Select(h => h.Date)];

    internal static bool IsWorking(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>So many months on or back by the calendar's pages; a month without that day gives its last.</summary>
    internal static LocalDate Months(LocalDate day, int months)
    {
        var (year, month) = (day.Year, day.Month);
        for (var i = 0; i < Math.Abs(months); i++)
        {
            month += Math.Sign(months);
            if (month == 13) (year, month) = (year + 1, 1);
            if (month == 0) (year, month) = (year - 1, 12);
        }

        var last = month switch { 2 => IsLeap(year) ? 29 : 28, 4 or 6 or 9 or 11 => 30, _ => 31 };
        return new(year, month, Math.Min(day.Day, last));
    }

    internal static LocalDate Step(LocalDate day, TimeLength length, int sign) => length.Unit switch
    {
        TimeUnit.Days => Plain(day, sign * length.Count),
        TimeUnit.Weeks => Plain(day, sign * 7 * length.Count),
        TimeUnit.Months => Months(day, sign * length.Count),
        TimeUnit.Years => Months(day, sign * 12 * length.Count),
        _ => Working(day, sign, length.Count),
    };

    /// <summary>The last day of a length that begins with a day: the day before the corresponding one, or the month's last where the month
    /// has no such day.</summary>
    internal static LocalDate LastDay(LocalDate first, TimeLength length)
    {
        var corresponding = Step(first, length, 1);
        return length.Unit is TimeUnit.Months or TimeUnit.Years && corresponding.Day != first.Day ? corresponding : Plain(corresponding, -1);
    }

    /// <summary>The last day of sending and the last safe day: back by the length, one day more where days are clear, then the last day
    /// whose notice has arrived by then.</summary>
    internal static (LocalDate Last, LocalDate Safe) Notice(Notice notice, LocalDate end)
    {
        var received = Step(end, notice.Length, -1);
        if (notice.Counting == NoticeCounting.ClearDays) received = Plain(received, -1);
        var sent = received;
        if (notice.DeemedReceived is { Count: > 0 } deemed)
            while (deemed.Unit == TimeUnit.WorkingDays && !IsWorking(sent) || Step(sent, deemed, 1) > received) sent = Plain(sent, -1);
        return (sent, notice.OnNonWorkingDay == NonWorkingDay.RollBack ? RollBack(sent) : sent);
    }

    internal static LocalDate RollBack(LocalDate day)
    {
        while (!IsWorking(day)) day = Plain(day, -1);
        return day;
    }

    private static LocalDate Working(LocalDate day, int sign, int count)
    {
        while (count > 0)
        {
            day = Plain(day, sign);
            if (IsWorking(day)) count--;
        }

        return day;
    }

    private static LocalDate Plain(LocalDate day, int days) => day.PlusDays(days);

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
