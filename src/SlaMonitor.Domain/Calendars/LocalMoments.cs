using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// Local times to the second made into moments, millions of them: for each day on which the clocks do not change, the zone's offset is looked
/// up once; the two days a year on which they do go by the contract's rule, time by time.
/// </summary>
public sealed class LocalMoments
{
    private const int SecondsOfDay = 24 * 60 * 60;
    private const int FirstYear = 1990, LastYear = 2069;

    /// <summary>The offset that a day does not have as a whole.</summary>
    private const int Changing = int.MinValue;

    private static readonly int FirstDay = DayNumber(new(FirstYear, 1, 1));

    private readonly DateTimeZone _zone;
    private readonly LocalTimeRule _rule;

    /// <summary>The offset in seconds of each day from 1 January 1990.</summary>
    private readonly int[] _offsets;

    public LocalMoments(DateTimeZone zone, LocalTimeRule rule)
    {
        (_zone, _rule) = (zone, rule);
        _offsets = new int[DayNumber(new(LastYear + 1, 1, 1)) - FirstDay];
        for (var i = 0; i < _offsets.Length; i++) _offsets[i] = OffsetOf(Day(FirstDay + i));
    }

    /// <summary>Days since 1 January 1970.</summary>
    public static int DayNumber(LocalDate day) => Period.DaysBetween(new(1970, 1, 1), day);

    /// <param name="day">Days since 1 January 1970.</param>
    /// <param name="second">Of that day, from 0.</param>
    /// <param name="flag">Whether the contract's rule had to decide.</param>
    /// <returns>None where the rule refuses such a time.</returns>
    public Moment At(int day, int second, out LocalTimeFlag flag)
    {
        flag = LocalTimeFlag.AsWritten;
        var at = day - FirstDay;
        return (uint)at < (uint)_offsets.Length && _offsets[at] is not Changing and var offset
            ? new(((long)day * SecondsOfDay) + second - offset)
            : Resolve(day, second, out flag);
    }

    private Moment Resolve(int day, int second, out LocalTimeFlag flag)
    {
        var resolved = _rule.Resolve(Day(day).AtMidnight().PlusSeconds(second), _zone);
        flag = resolved.Flag;
        return resolved.Instant is { } instant ? Moment.Of(instant) : Moment.None;
    }

    private static LocalDate Day(int number) => new LocalDate(1970, 1, 1).PlusDays(number);

    private int OffsetOf(LocalDate day)
    {
        var (start, end) = (_zone.StartOf(day), _zone.StartOf(day.PlusDays(1)));
        var interval = _zone.GetZoneInterval(start);
        return interval.Contains(end - Duration.Epsilon) && end - start == Duration.FromHours(24) && !ChangesAt(start) ? interval.WallOffset.Seconds : Changing;
    }

    /// <summary>Where clocks change at midnight, the day's first hours may have come twice.</summary>
    private bool ChangesAt(Instant start) => _zone.GetZoneInterval(start - Duration.Epsilon).WallOffset != _zone.GetZoneInterval(start).WallOffset;
}
