using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla calendar impact</c>: what another calendar would move in the contracts and returns given.</summary>
internal static class CalendarImpactVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var files = InputFiles.Argument("contracts-and-returns", "Contract files (all versions) and returns, in any order.");
        var from = CalendarOptions.Calendar("--from");
        var to = CalendarOptions.Calendar("--to");
        var asOf = CalendarOptions.Day("--as-of", "The day to assess as of, such as 2024-05-31; today where not given.");
        var command = new Command("impact", "Every due date, result, point and credit that one calendar instead of another would move. Changes nothing.") { files, from, to, asOf };
        command.SetAction(parsed => Run(
            parsed.GetValue(files)!, new CalendarDiff(parsed.GetValue(from)!, parsed.GetValue(to)!), parsed.GetValue(asOf), surroundings));
        return command;
    }

    private static int Run(string[] names, CalendarDiff diff, LocalDate? asOf, Surroundings surroundings)
    {
        if (InputFiles.Read(names, surroundings) is not { } files) return ExitCode.Usage;
        var read = ReadFiles.Of(files, HolidayBasis.Adopted);
        FindingsScreen.Write(read.Findings.Where(f => f.HasErrors), surroundings.Error);
        if (read.Contracts.Count == 0)
        {
            surroundings.Error.WriteLine("There is no sound contract among the files.");
            return ExitCode.Findings;
        }

        ImpactScreen.Write(diff, CalendarImpact.Of(read, diff, asOf, surroundings.Clock.GetCurrentInstant()), surroundings);
        return read.Findings.Any(f => f.HasErrors) ? ExitCode.Findings : ExitCode.Fine;
    }
}
