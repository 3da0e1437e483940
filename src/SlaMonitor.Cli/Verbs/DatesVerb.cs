using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Dates;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Dates;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla dates</c>: when contracts end, may end, and what has to be done by when, with the Working of each day.</summary>
internal static class DatesVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var files = InputFiles.Argument("contracts", "Contract files (all versions) and decision files, in any order.");
        var asOf = CalendarOptions.Day("--as-of", "The day to look at them on, such as 2026-11-23; today where not given.");
        var knownOn = CalendarOptions.Day("--holidays-known-on", "Leave out what was not known of bank holidays by the end of that day, such as 2022-09-01.");
        var json = new Option<bool>("--json") { Description = "The same as JSON (see 'sla schema dates')." };
        var command = new Command("dates", "Say when contracts end or may end, and by when notices, options and milestones are due, with the Working of each.") { files, asOf, knownOn, json };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(asOf), parsed.GetValue(knownOn), parsed.GetValue(json), surroundings));
        return command;
    }

    private static int Run(string[] names, LocalDate? asOf, LocalDate? knownOn, bool asJson, Surroundings surroundings)
    {
        if (InputFiles.Read(names, surroundings) is not { } files) return ExitCode.Usage;
        var basis = knownOn is { } day ? HolidayBasis.KnownOn(day) : HolidayBasis.Adopted;
        var read = ReadFiles.Of([.. files.Where(f => f.Kind() is FileKind.Contract or FileKind.Decisions)], basis);
        FindingsScreen.Write(read.Findings.Where(f => f.HasErrors), surroundings.Error);
        if (read.Contracts.Count == 0)
        {
            surroundings.Error.WriteLine("There is no sound contract among the files.");
            return ExitCode.Findings;
        }

        var now = surroundings.Clock.GetCurrentInstant();
        List<DatesOfContract> dates = [.. read.Contracts.Values.Select(c => DatesOfContract.Of(c, read.Decisions.Of(c.Code), basis, asOf ?? now.InZone(c.Latest.Zone).Date))];
        if (asJson) surroundings.Out.Write(DatesDocument.WriteJson(dates));
        else foreach (var contract in dates) DatesScreen.Write(contract, surroundings.Screen());
        return read.Findings.Any(f => f.HasErrors) ? ExitCode.Findings : ExitCode.Fine;
    }
}
