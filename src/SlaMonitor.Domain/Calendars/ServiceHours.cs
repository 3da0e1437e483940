using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// The hours a contract calls service hours: an ordinary week, less a division's bank holidays where the contract
/// closes on them, less closures of its own. Written in local time; a zone turns them into true minutes.
/// </summary>
public sealed class ServiceHours
{
    private readonly ILookup<LocalDate, DaySpan> _closures;

    /// <param name="holidays">Whose bank holidays are closed; null where the service is open on them.</param>
    /// <param name="closures">Closed hours of single days.</param>
    /// <exception cref="ContradictionException">A closure is empty, or two close the same hours.</exception>
    public ServiceHours(WeeklyHours week, WorkingDays? holidays = null, IEnumerable<Closure>? closures = null)
    {
        Week = week;
        Holidays = holidays;
        Closures = [.. (closures ?? []).OrderBy(c => c.Date).ThenBy(c => c.Span)];
        ContradictionException.ThrowIfAny(Contradictions(Closures));
        _closures = Closures.ToLookup(c => c.Date, c => c.Span);
    }

    /// <summary>Every minute there is: no week, holiday or closure takes any away.</summary>
    public static ServiceHours AroundTheClock { get; } = new(WeeklyHours.AroundTheClock);

    public WeeklyHours Week { get; }

    public WorkingDays? Holidays { get; }

    public IReadOnlyList<Closure> Closures { get; }

    public bool IsAroundTheClock => Week.IsAroundTheClock && Holidays is null && Closures.Count == 0;

    /// <summary>Whether the hours of the day are known. Where holidays are open they always are.</summary>
    public bool Covers(LocalDate date) => Holidays is null || Holidays.Covers(date);

    /// <summary>The open spans of a day in order, in local time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bank holidays of that year are not known.</exception>
    public IReadOnlyList<DaySpan> On(LocalDate date)
    {
        if (Holidays?.HolidayOn(date) is not null) return [];
        var open = Week.On(date.DayOfWeek);
        return _closures.Contains(date)
            ? [.. _closures[date].Aggregate(open.AsEnumerable(), (spans, closed) => spans.SelectMany(s => s.Without(closed)))]
            : open;
    }

    /// <summary>The true service minutes from the start of <paramref name="first"/> to the end of <paramref name="last"/>,
    /// both local days of the zone: where a clock change takes an hour of service away or adds one, it is not counted or
    /// counted. Null where the data do not reach.</summary>
    /// <exception cref="ArgumentException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    public long? MinutesIn(LocalDate first, LocalDate last, DateTimeZone zone)
    {
        var days = new DateInterval(first, last);
        if (!Covers(first) || !Covers(last)) return null;
        var open = IsAroundTheClock
            ? zone.StartOf(last.PlusDays(1)) - zone.StartOf(first)
            : days.SelectMany(day => zone.InstantsOf(day, On(day))).Aggregate(Duration.Zero, (sum, span) => sum + span.Duration);
        return open.BclCompatibleTicks / NodaConstants.TicksPerMinute;
    }

    /// <summary>The stretches of true time in which the service is open, in order; null where the data do not reach.</summary>
    /// <inheritdoc cref="MinutesIn"/>
    public IReadOnlyList<Interval>? IntervalsIn(LocalDate first, LocalDate last, DateTimeZone zone)
    {
        if (!Covers(first) || !Covers(last)) return null;
        return IsAroundTheClock
            ? [new(zone.StartOf(first), zone.StartOf(last.PlusDays(1)))]
            : [.. new DateInterval(first, last).SelectMany(day => zone.InstantsOf(day, On(day)))];
    }

    /// <summary>The same hours by another version of the bank holidays, or by what was known on another day.</summary>
    public ServiceHours By(BankHolidays holidays) => Holidays is null ? this : new(Week, Holidays.By(holidays), Closures);

    /// <summary>For instance <c>Mon-Fri 08:00-18:00, closed on the holidays of scotland, uk-bank-holidays v1, and on
    /// 2026-12-24 12:00-24:00</c>.</summary>
    public override string ToString() =>
        $"{Week}{(Holidays is null ? "" : $", closed on the holidays of {Holidays}")}" +
        $"{(Closures.Count == 0 ? "" : $"{(Holidays is null ? ", closed" : ", and")} on {string.Join(", ", Closures)}")}";

    private static IEnumerable<Problem> Contradictions(IReadOnlyList<Closure> closures)
    {
        foreach (var closure in closures.Where(c => !c.Span.IsSound))
            yield return new(CalendarProblems.SpanEmpty, "closures", "a closure that ends after it begins, on the same day", closure.ToString());
        foreach (var (earlier, later) in closures.Zip(closures.Skip(1)).Where(p => p.First.Date == p.Second.Date && p.First.Span.Overlaps(p.Second.Span)))
            yield return new(CalendarProblems.ClosuresOverlap, "closures", "each hour closed once", $"{earlier} and {later}");
    }
}
