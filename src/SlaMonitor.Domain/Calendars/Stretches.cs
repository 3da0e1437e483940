using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>Stretches of time as a union: outages, or the pauses of a clock. In order, none overlapping or touching
/// another, so that what two reports both claim counts once.</summary>
public sealed class Stretches
{
    /// <param name="stretches">In any order. Each has a start; one without an end is still going on.</param>
    /// <exception cref="ArgumentException">A stretch has no start.</exception>
    public Stretches(IEnumerable<Interval> stretches) => All = Join(stretches);

    public static Stretches None { get; } = new([]);

    public IReadOnlyList<Interval> All { get; }

    /// <summary>True while the last one has no end.</summary>
    public bool IsOpen => All.Count > 0 && !All[^1].HasEnd;

    public static Stretches Of(params IEnumerable<Interval> stretches) => new(stretches);

    /// <summary>The parts that lie within a period; one that is still going on lasts to the period's end.</summary>
    public Stretches Within(Interval period) => new(
        from stretch in All
        let start = Instant.Max(stretch.Start, period.Start)
        let end = stretch.HasEnd ? Instant.Min(stretch.End, period.End) : period.End
        where start < end
        select new Interval(start, end));

    private static List<Interval> Join(IEnumerable<Interval> stretches)
    {
        var joined = new List<Interval>();
        foreach (var next in stretches.OrderBy(StartOf))
        {
            if (joined.Count > 0 && Reaches(joined[^1], next.Start)) joined[^1] = new(joined[^1].Start, LaterEnd(joined[^1], next));
            else joined.Add(next);
        }
        joined.RemoveAll(s => s.HasEnd && s.Start == s.End);
        return joined;
    }

    private static Instant StartOf(Interval stretch) =>
        stretch.HasStart ? stretch.Start : throw new ArgumentException("A stretch of time has to have a start.", nameof(stretch));

    private static bool Reaches(Interval stretch, Instant instant) => !stretch.HasEnd || stretch.End >= instant;

    private static Instant? LaterEnd(Interval a, Interval b) => a.HasEnd && b.HasEnd ? Instant.Max(a.End, b.End) : null;
}
