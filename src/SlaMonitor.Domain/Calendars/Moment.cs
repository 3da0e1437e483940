using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>An instant to the second, or none: eight bytes, as millions of them are compared. None is before all others.</summary>
/// <param name="Seconds">Since 1970.</param>
public readonly record struct Moment(long Seconds) : IComparable<Moment>
{
    public static Moment None { get; } = new(long.MinValue);

    public bool Exists => Seconds != long.MinValue;

    public static Moment Of(Instant instant) => new(instant.ToUnixTimeSeconds());

    public static bool operator <(Moment a, Moment b) => a.Seconds < b.Seconds;

    public static bool operator >(Moment a, Moment b) => a.Seconds > b.Seconds;

    public static bool operator <=(Moment a, Moment b) => a.Seconds <= b.Seconds;

    public static bool operator >=(Moment a, Moment b) => a.Seconds >= b.Seconds;

    public int CompareTo(Moment other) => Seconds.CompareTo(other.Seconds);

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Instant ToInstant() => Exists ? Instant.FromUnixTimeSeconds(Seconds) : throw new InvalidOperationException("There is no such moment.");
}
