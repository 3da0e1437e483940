using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// Times as returns write them: a date, <c>T</c> or a space, hours and minutes, and if wanted seconds and their fraction
/// (2026-03-29T01:30, 2026-03-29 01:30:15). With <c>Z</c> or an offset (+01:00) it is an instant whatever the zone;
/// without, it is local time, and the contract's rule decides what the clock change makes doubtful.
/// </summary>
public static class TimeText
{
    private const string Minutes = "uuuu-MM-dd'T'HH:mm";
    private const string Seconds = "uuuu-MM-dd'T'HH:mm:ss.FFFFFFF";
    private const string ZOrOffset = "o<Z+HH:mm>";

    private static readonly IPattern<LocalDateTime> Local = new CompositePatternBuilder<LocalDateTime>
    {
        { LocalDateTimePattern.CreateWithInvariantCulture(Minutes), _ => true },
        { LocalDateTimePattern.CreateWithInvariantCulture(Seconds), _ => true },
    }.Build();

    private static readonly IPattern<OffsetDateTime> WithOffset = new CompositePatternBuilder<OffsetDateTime>
    {
        { OffsetDateTimePattern.CreateWithInvariantCulture(Minutes + ZOrOffset), _ => true },
        { OffsetDateTimePattern.CreateWithInvariantCulture(Seconds + ZOrOffset), _ => true },
    }.Build();

    /// <returns>Null where the text has none of these forms.</returns>
    public static ResolvedTime? Read(string text, DateTimeZone zone, LocalTimeRule rule)
    {
        var withT = text.Length > 10 && text[10] == ' ' ? $"{text[..10]}T{text[11..]}" : text;
        if (WithOffset.Parse(withT) is { Success: true } offset) return new(offset.Value.ToInstant(), LocalTimeFlag.AsWritten);
        return Local.Parse(withT) is { Success: true } local ? rule.Resolve(local.Value, zone) : null;
    }
}
