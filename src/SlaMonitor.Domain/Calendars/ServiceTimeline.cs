using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>Every open span from one local day to another as ticks since 1970, with the service time before each.</summary>
internal sealed class ServiceTimeline
{
    private readonly long _start;
    private readonly long _end;

    /// <summary>When span i opens; the last one never does, so that each has one after it.</summary>
    private readonly long[] _opens;

    /// <summary>At i, the service time of all spans before span i; its last element is the service time of them all.</summary>
    private readonly long[] _before;

    /// <summary>For each stretch of 24 hours from the start, the last span that opens at or before it; -1 for none.</summary>
    private readonly int[] _spanAt;

    /// <param name="end">The first local day that is not covered.</param>
    internal ServiceTimeline(ServiceHours hours, DateTimeZone zone, LocalDate first, LocalDate end)
    {
        _start = zone.StartOf(first).ToUnixTimeTicks();
        _end = zone.StartOf(end).ToUnixTimeTicks();
        var spans = new List<Interval>();
        for (var day = first; day < end; day = day.PlusDays(1)) spans.AddRange(zone.InstantsOf(day, hours.On(day)));
        _opens = [.. spans.Select(s => s.Start.ToUnixTimeTicks()), long.MaxValue];
        _before = new long[spans.Count + 1];
        for (var i = 0; i < spans.Count; i++) _before[i + 1] = _before[i] + spans[i].Duration.BclCompatibleTicks;
        _spanAt = SpanAtEachDay();
    }

    /// <summary>The service time from one instant to another; null where either is beyond the timeline's ends.</summary>
    internal Duration? Between(Instant start, Instant end)
    {
        var (from, to) = (start.ToUnixTimeTicks(), end.ToUnixTimeTicks());
        return Covers(from) && Covers(to) ? Duration.FromTicks(ServiceBy(to) - ServiceBy(from)) : null;
    }

    /// <summary>The service seconds from one moment to another; -1 where either is beyond the timeline's ends.</summary>
    internal long SecondsBetween(Moment start, Moment end)
    {
        var (from, to) = (start.Seconds * NodaConstants.TicksPerSecond, end.Seconds * NodaConstants.TicksPerSecond);
        return Covers(from) && Covers(to) ? (ServiceBy(to) - ServiceBy(from)) / NodaConstants.TicksPerSecond : -1;
    }

    /// <summary>The service time from the timeline's start to the instant; null beyond its ends.</summary>
    internal Duration? ServiceBy(Instant instant) =>
        instant.ToUnixTimeTicks() is var ticks && Covers(ticks) ? Duration.FromTicks(ServiceBy(ticks)) : null;

    /// <summary>The first instant by which so much service time has passed since the timeline's start; null where there is
    /// not so much.</summary>
    /// <param name="service">More than none.</param>
    internal Instant? FirstInstantOf(Duration service)
    {
        var ticks = service.BclCompatibleTicks;
        var found = Array.BinarySearch(_before, ticks);
        var after = found < 0 ? ~found : found;
        if (after == _before.Length) return null;
        return Instant.FromUnixTimeTicks(_opens[after - 1] + ticks - _before[after - 1]);
    }

    private bool Covers(long ticks) => ticks >= _start && ticks <= _end;

    private long ServiceBy(long ticks)
    {
        var span = _spanAt[(ticks - _start) / NodaConstants.TicksPerDay];
        // Most days have one span, and whether it has opened yet is anybody's guess: the first step is taken without a branch.
        span += _opens[span + 1] <= ticks ? 1 : 0;
        while (_opens[span + 1] <= ticks) span++;
        return span < 0 ? 0 : Math.Min(_before[span] + ticks - _opens[span], _before[span + 1]);
    }

    private int[] SpanAtEachDay()
    {
        var spanAt = new int[((_end - _start) / NodaConstants.TicksPerDay) + 1];
        var span = -1;
        for (var day = 0; day < spanAt.Length; day++)
        {
            while (_opens[span + 1] <= _start + (day * NodaConstants.TicksPerDay)) span++;
            spanAt[day] = span;
        }
        return spanAt;
    }
}
