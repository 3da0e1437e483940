using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// Service hours in a zone, made ready to be asked many times: sums over all days covered are made once, and every
/// answer is a look-up in them. Exact to the tick of 100 ns. An instant beyond the days covered has the answer null,
/// "not known".
/// </summary>
public sealed class ServiceClock
{
    /// <summary>The years made ready where no holidays limit them: longer than any contract, and a blink to set up.</summary>
    private const int FirstYearWithoutHolidays = 2000, LastYearWithoutHolidays = 2069;

    private readonly ServiceTimeline? _timeline;

    public ServiceClock(ServiceHours hours, DateTimeZone zone)
    {
        Hours = hours;
        Zone = zone;
        if (hours.IsAroundTheClock) return;
        var first = hours.Holidays?.Holidays.FirstYear ?? FirstYearWithoutHolidays;
        var last = hours.Holidays?.Holidays.LastYear ?? LastYearWithoutHolidays;
        _timeline = new(hours, zone, new LocalDate(first, 1, 1), new LocalDate(last + 1, 1, 1));
    }

    public ServiceHours Hours { get; }

    public DateTimeZone Zone { get; }

    /// <summary>The service time from one instant to another. Null where the data do not reach.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end is before the start.</exception>
    public Duration? Elapsed(Instant start, Instant end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        return _timeline is null ? end - start : _timeline.Between(start, end);
    }

    /// <summary>The whole service seconds from one moment to another; -1 where the data do not reach.</summary>
    /// <param name="end">Not before the start.</param>
    public long SecondsBetween(Moment start, Moment end) => _timeline is null ? end.Seconds - start.Seconds : _timeline.SecondsBetween(start, end);

    /// <summary>The service time from one instant to another during which the clock was not paused.</summary>
    /// <inheritdoc cref="Elapsed(Instant, Instant)"/>
    public Duration? Elapsed(Instant start, Instant end, Stretches pauses) =>
        Elapsed(start, end) - ElapsedDuring(pauses, new Interval(start, end));

    /// <summary>The service time of a period that lies within outages or pauses, each minute once. Null where the data do
    /// not reach.</summary>
    public Duration? ElapsedDuring(Stretches stretches, Interval period) =>
        stretches.Within(period).All.Aggregate((Duration?)Duration.Zero, (sum, stretch) => sum + Elapsed(stretch.Start, stretch.End));

    /// <summary>The first instant by which so much service time has passed since the start: for no time the start itself;
    /// for time that runs out exactly at closing, that closing and not the next opening. Null where the data do not reach.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The service time is negative.</exception>
    public Instant? Due(Instant start, Duration service)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(service, Duration.Zero);
        if (_timeline is null || service == Duration.Zero) return start + service;
        return _timeline.ServiceBy(start) is { } before ? _timeline.FirstInstantOf(before + service) : null;
    }

    /// <summary>The same with the clock paused for some stretches. Null also where a pause that has not ended stands
    /// before the due instant.</summary>
    /// <inheritdoc cref="Due(Instant, Duration)"/>
    public Instant? Due(Instant start, Duration service, Stretches pauses)
    {
        var from = start;
        var left = service;
        foreach (var pause in pauses.All.Where(p => !p.HasEnd || p.End > start))
        {
            var untilPause = pause.Start > from ? Elapsed(from, pause.Start) : Duration.Zero;
            if (untilPause >= left || untilPause is null) break;
            if (!pause.HasEnd) return null;
            left -= untilPause.Value;
            from = pause.End;
        }
        return Due(from, left);
    }

    public override string ToString() => $"{Hours} ({Zone.Id})";
}
