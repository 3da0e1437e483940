using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// How a contract divides its time into Service Periods: so many months each, beginning on an anchor day (a day that a
/// month lacks is its last). Lengths of more than a month are counted from an anchor month.
/// </summary>
public sealed record ServicePeriods
{
    /// <param name="months">1, 2, 3, 4, 6 or 12.</param>
    /// <param name="anchorMonth">A month (1 to 12) in which a period begins; of no weight where every month has one.</param>
    /// <param name="anchorDay">1 to 31.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside these.</exception>
    public ServicePeriods(int months, int anchorMonth, int anchorDay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        if (12 % months != 0) throw new ArgumentOutOfRangeException(nameof(months), months, "A year must divide into whole periods.");
        ArgumentOutOfRangeException.ThrowIfLessThan(anchorMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(anchorMonth, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(anchorDay, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(anchorDay, 31);
        Months = months;
        AnchorMonth = ((anchorMonth - 1) % months) + 1;
        AnchorDay = anchorDay;
    }

    public int Months { get; }

    public int AnchorMonth { get; }

    public int AnchorDay { get; }

    /// <summary>The period a day belongs to, cut to a term.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the term.</exception>
    public ServicePeriod Containing(LocalDate day, LocalDate termFirst, LocalDate termLast)
    {
        if (day < termFirst || day > termLast) throw new ArgumentOutOfRangeException(nameof(day), day, "The day is outside the term.");
        var month = MonthOf(day);
        var (first, next) = (Anchor(month), Anchor(month.PlusMonths(Months)));
        return new(month, LocalDate.Max(first, termFirst), LocalDate.Min(next.PlusDays(-1), termLast), Period.DaysBetween(first, next));
    }

    /// <summary>The period an instant belongs to by the clocks of a zone: late on a period's last evening in UTC it may be
    /// the next one's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is outside the term.</exception>
    public ServicePeriod Containing(Instant instant, DateTimeZone zone, LocalDate termFirst, LocalDate termLast) =>
        Containing(instant.InZone(zone).Date, termFirst, termLast);

    /// <summary>The periods of a term in order, up to and including the one that holds <paramref name="until"/>.</summary>
    public IEnumerable<ServicePeriod> Within(LocalDate termFirst, LocalDate termLast, LocalDate until)
    {
        for (var day = termFirst; day <= LocalDate.Min(termLast, until);)
        {
            var period = Containing(day, termFirst, termLast);
            yield return period;
            day = period.Last.PlusDays(1);
        }
    }

    /// <summary>The month in which the period that holds a day begins.</summary>
    private YearMonth MonthOf(LocalDate day)
    {
        var month = day.ToYearMonth();
        if (Anchor(month) > day) month = month.PlusMonths(-1);
        var past = (((month.Month - AnchorMonth) % Months) + Months) % Months;
        return month.PlusMonths(-past);
    }

    private LocalDate Anchor(YearMonth month) =>
        month.OnDayOfMonth(Math.Min(AnchorDay, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)));
}
