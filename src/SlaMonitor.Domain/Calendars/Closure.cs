using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Domain.Calendars;

/// <summary>Hours of one day on which a service is closed although its week says otherwise: a staff day, or from noon
/// on Christmas Eve.</summary>
/// <param name="Span">The local hours closed, <see cref="DaySpan.WholeDay"/> for the day.</param>
public sealed record Closure(LocalDate Date, DaySpan Span)
{
    public static Closure AllDay(LocalDate date) => new(date, DaySpan.WholeDay);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, out Closure closure)
    {
        closure = AllDay(default);
        var parts = text.Split(' ');
        var span = DaySpan.WholeDay;
        if (parts.Length > 2 || !LocalDatePattern.Iso.Parse(parts[0]).TryGetValue(default, out var date)) return false;
        if (parts.Length == 2 && !DaySpan.TryParse(parts[1], out span)) return false;
        closure = new(date, span);
        return true;
    }

    /// <summary>For instance <c>2026-12-24 12:00-24:00</c>, or the date alone for the whole day.</summary>
    public override string ToString() =>
        Span == DaySpan.WholeDay ? LocalDatePattern.Iso.Format(Date) : $"{LocalDatePattern.Iso.Format(Date)} {Span}";
}
