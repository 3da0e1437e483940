namespace SlaMonitor.Domain.Calendars;

/// <summary>What can be wrong with the calendars of a contract file.</summary>
public static class CalendarProblems
{
    public static readonly ProblemCode HoursUnreadable = new(
        "calendar-hours-unreadable", true, "Opening hours that cannot be read would leave every clock without hours.");

    public static readonly ProblemCode HoursNone = new(
        "calendar-hours-none", true, "A service that never opens has no hours to be measured in, and nothing would ever fall due.");

    public static readonly ProblemCode SpanEmpty = new(
        "calendar-span-empty", true, "A span has to close after it opens and on the same day; a night is two spans, to 24:00 and from 00:00.");

    public static readonly ProblemCode SpansOverlap = new(
        "calendar-spans-overlap", true, "A minute that is in two spans of a day would count twice.");

    public static readonly ProblemCode ClosuresOverlap = new(
        "calendar-closures-overlap", true, "Two closures of the same hours are one of them a mistake, most likely in the date.");

    public static IReadOnlyList<ProblemCode> All { get; } = [HoursUnreadable, HoursNone, SpanEmpty, SpansOverlap, ClosuresOverlap];
}
