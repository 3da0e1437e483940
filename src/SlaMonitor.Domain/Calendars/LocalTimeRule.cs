using NodaTime;
using NodaTime.TimeZones;

namespace SlaMonitor.Domain.Calendars;

/// <summary>What a local time means that a clock change skips.</summary>
public enum GapRule
{
    /// <summary>Later by the length of the gap: 01:30 on the night London's clocks go forward is 02:30 summer time.</summary>
    Later,

    /// <summary>Earlier by the length of the gap: that 01:30 is 00:30.</summary>
    Earlier,

    /// <summary>It has no meaning.</summary>
    Refuse,
}

/// <summary>What a local time means that comes twice because the clocks go back.</summary>
public enum OverlapRule
{
    /// <summary>The first time round.</summary>
    Earlier,

    /// <summary>The second time round.</summary>
    Later,

    /// <summary>It has no meaning.</summary>
    Refuse,
}

/// <summary>Whether a local time existed once, as it should, and if not, why a rule had to decide.</summary>
public enum LocalTimeFlag
{
    AsWritten,
    DidNotExist,
    CameTwice,
}

/// <summary>The instant a local time was taken for.</summary>
/// <param name="Instant">Null where the rule refuses such a time.</param>
public sealed record ResolvedTime(Instant? Instant, LocalTimeFlag Flag);

/// <summary>A contract's rule for local times that do not exist or come twice.</summary>
public sealed record LocalTimeRule(GapRule Gap, OverlapRule Overlap)
{
    /// <summary>The later of a gap, the earlier of an overlap.</summary>
    public static LocalTimeRule Default { get; } = new(GapRule.Later, OverlapRule.Earlier);

    public ResolvedTime Resolve(LocalDateTime time, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(time);
        return mapping.Count switch
        {
            1 => new(mapping.Single().ToInstant(), LocalTimeFlag.AsWritten),
            0 => new(InGap(mapping), LocalTimeFlag.DidNotExist),
            _ => new(InOverlap(mapping), LocalTimeFlag.CameTwice),
        };
    }

    private Instant? InGap(ZoneLocalMapping mapping) => Gap switch
    {
        GapRule.Later => At(mapping.LocalDateTime, mapping.EarlyInterval),
        GapRule.Earlier => At(mapping.LocalDateTime, mapping.LateInterval),
        _ => null,
    };

    private Instant? InOverlap(ZoneLocalMapping mapping) => Overlap switch
    {
        OverlapRule.Earlier => mapping.First().ToInstant(),
        OverlapRule.Later => mapping.Last().ToInstant(),
        _ => null,
    };

    private static Instant At(LocalDateTime time, ZoneInterval interval) => time.WithOffset(interval.WallOffset).ToInstant();
}
