using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Domain.Calendars;

/// <summary>Hours of one day on which a service is closed although its week says otherwise: a staff day, or from noon
/// on Christmas Eve.</summary>
/// <param name="Span">The local hours closed, <see cref="DaySpan.WholeDay"/> for the day.</param>
public sealed record Closure(LocalDate Date, DaySpan Span)
{
    public static Closure AllDay(LocalDate date) => new(date, DaySpan.WholeDay);

    /// <summary>For instance <c>2026-12-24 12:00-24:00</c>, or the date alone for the whole day.</summary>
    public override string ToString() =>
        Span == DaySpan.WholeDay ? LocalDatePattern.Iso.Format(Date) : $"{LocalDatePattern.Iso.Format(Date)} {Span}";
}
