using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Formats.Documents;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Cli.Screens;

/// <summary>A deadline day by day: the date, its number where it counts, and what else there is to say of it.</summary>
internal static class DeadlineScreen
{
    public static void Write(Deadline deadline, LocalDate from, TextWriter output)
    {
        if (deadline.Rule.Length > 0) output.WriteLine($"{deadline.Rule}, from {Long(from)}");
        output.WriteLine($"by {deadline.Calendar}");
        output.WriteLine();
        foreach (var day in deadline.Days) output.WriteLine(Line(day, from).TrimEnd());
        if (deadline.Days.Count > 0) output.WriteLine();
        output.WriteLine(deadline.Due is { } due ? $"Due: {Long(due)}" : "Due: not known");
    }

    public static void WriteJson(Deadline deadline, LocalDate from, TextWriter output) => output.Write(JsonText.Write(Map(
    [
        ("rule", Text(deadline.Rule)), ("from", Day(from)), ("calendar", Text(deadline.Calendar)),
        .. deadline.Due is { } due ? [("due", Day(due))] : Array.Empty<(string, DocumentNode)>(),
        .. deadline.NotKnown is { } why ? [("notKnown", Text(why))] : Array.Empty<(string, DocumentNode)>(),
        ("days", new ListNode([.. deadline.Days.Select(Day)])),
    ])));

    private static string Line(DeadlineDay day, LocalDate from)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{day.Date:ddd} {day.Date.Day,2} {day.Date:MMM yyyy}");
        return string.Create(CultureInfo.InvariantCulture, $"  {date}  {day.Number,4}  {InWords(day, from)}");
    }

    private static string InWords(DeadlineDay day, LocalDate from)
    {
        var role = day.Role switch
        {
            DayRole.ReckonedFrom when day.Date == from => "reckoned from this day",
            DayRole.ReckonedFrom => "the day after, which the rule reckons from",
            DayRole.CorrespondingDate => "the corresponding date",
            DayRole.DayBeforeCorrespondingDate => "the day before the corresponding date",
            DayRole.LastOfMonth => "the month's last day, as it has no corresponding date",
            DayRole.RolledTo => "the working day it moves to",
            _ => "",
        };
        return string.Join(": ", new[] { role, day.NotWorking ?? "" }.Where(words => words.Length > 0));
    }

    private static string Long(LocalDate day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    private static ScalarNode Day(LocalDate day) => Text(LocalDatePattern.Iso.Format(day));

    private static MapNode Day(DeadlineDay day) => Map(
    [
        ("date", Day(day.Date)), ("role", Text(Domain.Contracts.Words.Key(day.Role))),
        .. day.Number is { } number ? [("number", Number(number))] : Array.Empty<(string, DocumentNode)>(),
        .. day.NotWorking is { } why ? [("notWorking", Text(why))] : Array.Empty<(string, DocumentNode)>(),
    ]);
}
