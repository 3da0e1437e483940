using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Outages;

/// <summary>One outage as it was taken.</summary>
/// <param name="Within">What of it lies in the Service Period; null where nothing does.</param>
/// <param name="Minutes">Service minutes of that, before its share of users.</param>
/// <param name="Share">The share it counts with.</param>
/// <param name="ByRule">True where a clock change made one of its local times doubtful, so that the contract's rule decided.</param>
public sealed record TakenOutage(Outage Outage, Interval? Within, Rational Minutes, Rational Share, bool ByRule);

/// <summary>
/// The outages of a Service Period reckoned into the two figures of an availability. Every service minute counts once: where outages
/// overlap, with the share of the one that affects most. Maintenance within its window is maintenance, and only what an outage affects
/// beyond it is downtime; maintenance outside the window, an overrun of it, is downtime.
/// </summary>
/// <param name="Downtime">In minutes.</param>
/// <param name="Maintenance">In minutes.</param>
public sealed record OutageLog(IReadOnlyList<TakenOutage> Taken, Rational Downtime, Rational Maintenance)
{
    /// <summary>The figures as a return could have given them.</summary>
    public Figures Figures => new([KeyValuePair.Create(Availability.DowntimePart, Downtime), KeyValuePair.Create(Availability.MaintenancePart, Maintenance)]);

    /// <summary>Null where the service hours are not known.</summary>
    public static OutageLog? Of(Availability measure, PeriodTerms terms, IReadOnlyList<Outage> outages)
    {
        if (terms.Open(measure.Calendar) is not { } open) return null;
        var window = open;
        if (measure.MaintenanceWindow is { } name)
        {
            if (terms.Open(name) is not { } hours) return null;
            window = [.. open.SelectMany(o => hours.Select(h => Both(o, h))).OfType<Interval>()];
        }

        var taken = outages.Select(o => Take(o, measure, terms, open)).ToList();
        var (downtime, maintenance) = Sweep(taken, open, window);
        return new(taken, downtime, maintenance);
    }

    /// <summary>When an outage began and ended; nulls where the contract's rule refuses a local time.</summary>
    public static (ResolvedTime From, ResolvedTime? To) Times(Outage outage, ContractTerms terms)
    {
        var (zone, rule) = (terms.Zone, terms.Draft.LocalTimes);
        return (TimeText.Read(outage.From, zone, rule)!, outage.To is { } to ? TimeText.Read(to, zone, rule)! : null);
    }

    private static TakenOutage Take(Outage outage, Availability measure, PeriodTerms terms, IReadOnlyList<Interval> open)
    {
        var period = terms.Period.Between(terms.Terms.Zone);
        var (from, to) = Times(outage, terms.Terms);
        var end = to is null ? period.End : to.Instant;
        var within = from.Instant is { } start && end is { } stop && start < stop ? Both(new(start, stop), period) : null;
        var share = measure.Partial == PartialOutages.ByUsers ? outage.Share ?? Rational.Zero : Rational.One;
        var isByRule = from.Flag != LocalTimeFlag.AsWritten || to is { Flag: not LocalTimeFlag.AsWritten };
        return new(outage, within, within is { } part ? Minutes(part, open) : Rational.Zero, share, isByRule);
    }

    /// <summary>Adds up stretch by stretch, between one beginning or end and the next.</summary>
    private static (Rational Downtime, Rational Maintenance) Sweep(List<TakenOutage> taken, IReadOnlyList<Interval> open, IReadOnlyList<Interval> window)
    {
        var inPeriod = taken.Where(t => t.Within is not null).ToList();
        var edges = inPeriod.SelectMany(t => new[] { (At: t.Within!.Value.Start, t, By: 1), (At: t.Within!.Value.End, t, By: -1) }).OrderBy(e => e.At).ToList();
        var (outages, works) = (new Shares(), new Shares());
        var (downtime, maintenance) = (Rational.Zero, Rational.Zero);
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            (edges[i].t.Outage.IsMaintenance ? works : outages).Add(edges[i].t.Share, edges[i].By);
            if (edges[i].At == edges[i + 1].At) continue;
            var stretch = new Interval(edges[i].At, edges[i + 1].At);
            var (down, worked) = (outages.Worst, works.Worst);
            var inWindow = worked.IsZero ? Rational.Zero : Minutes(stretch, window);
            var outside = Minutes(stretch, open) - inWindow;
            maintenance += worked * inWindow;
            downtime += (Rational.Max(Rational.Zero, down - worked) * inWindow) + (Rational.Max(down, worked) * outside);
        }

        return (downtime, maintenance);
    }

    private static Rational Minutes(Interval stretch, IReadOnlyList<Interval> open) => Rational.Of(
        open.Sum(o => Both(o, stretch) is { } both ? both.Duration.BclCompatibleTicks : 0), NodaConstants.TicksPerMinute);

    private static Interval? Both(Interval a, Interval b)
    {
        var (start, end) = (Instant.Max(a.Start, b.Start), Instant.Min(a.End, b.End));
        return start < end ? new Interval(start, end) : null;
    }

    /// <summary>The shares of what is going on at once.</summary>
    private sealed class Shares
    {
        private readonly SortedSet<Rational> _shares = [];
        private readonly Dictionary<Rational, int> _counts = [];

        /// <summary>The greatest of them; nothing where nothing is going on.</summary>
        public Rational Worst => _shares.Count == 0 ? Rational.Zero : _shares.Max;

        public void Add(Rational share, int by)
        {
            var count = _counts[share] = _counts.GetValueOrDefault(share) + by;
            if (count == 0) _shares.Remove(share);
            else _shares.Add(share);
        }
    }
}
