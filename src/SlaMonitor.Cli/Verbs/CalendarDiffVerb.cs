using System.CommandLine;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla calendar diff</c>: which holidays two calendars do not share.</summary>
internal static class CalendarDiffVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var from = CalendarOptions.Calendar("--from");
        var to = CalendarOptions.Calendar("--to");
        var command = new Command("diff", "What changes between two versions of the bank holidays, or between what was known on two days.") { from, to };
        command.SetAction(parsed =>
        {
            CalendarScreen.Write(new CalendarDiff(parsed.GetValue(from)!, parsed.GetValue(to)!), surroundings);
            return ExitCode.Fine;
        });
        return command;
    }
}
