using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Domain.Tests.Calendars;

/// <summary>Dates and times as tests write them.</summary>
internal static class Dates
{
    internal static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    /// <summary>2026-03-29.</summary>
    internal static LocalDate Of(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    /// <summary>2026-03-29T01:00Z.</summary>
    internal static Instant Utc(string text) => InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'").Parse(text).GetValueOrThrow();

    /// <summary>2026-03-29T09:00 by London's clocks, at a time that exists once.</summary>
    internal static Instant InLondon(string text) =>
        London.AtStrictly(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).GetValueOrThrow()).ToInstant();
}
