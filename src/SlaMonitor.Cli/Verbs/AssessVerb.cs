using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.ContractFiles;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla assess</c>: what the returns come to under their contracts.</summary>
internal static class AssessVerb
{
    private sealed record Wishes(string[] Files, LocalDate? AsOf, LocalDate? HolidaysKnownOn, string? Period, bool Json, bool Csv, string[]? Tickets);

    public static Command Command(Surroundings surroundings)
    {
        var files = InputFiles.Argument("contracts-and-returns", "Contract files (all versions), returns and decision files, in any order.");
        var asOf = new Option<string?>("--as-of") { Description = "The day to assess as of, such as 2024-05-31; today where not given." };
        var knownOn = CalendarOptions.Day("--holidays-known-on", "Leave out what was not known of bank holidays by the end of that day, such as 2022-09-01.");
        var period = new Option<string?>("--period") { Description = "One Service Period, such as 2024-04, with the Working line by line." };
        var json = new Option<bool>("--json") { Description = "The complete result as JSON (see 'sla schema assessment')." };
        var csv = new Option<bool>("--csv") { Description = "The results as one table." };
        var tickets = TicketOptions.Option();
        var command = new Command("assess", "Assess contracts: results, points, credits, alerts, and the Working of each.") { files, tickets, asOf, knownOn, period, json, csv };
        command.Validators.Add(result =>
        {
            if (result.GetValue(asOf) is { } day && !Scalars.TryDay(day, out _)) result.AddError($"--as-of wants a day, such as 2024-05-31, not '{day}'.");
            if (result.GetValue(period) is { } month && !Scalars.TryMonth(month, out _)) result.AddError($"--period wants a Service Period by the month it begins in, such as 2024-04, not '{month}'.");
            if (result.GetValue(json) && result.GetValue(csv)) result.AddError("Either --json or --csv.");
        });
        command.SetAction(parsed => Run(
            new(parsed.GetValue(files)!, DayOf(parsed.GetValue(asOf)), parsed.GetValue(knownOn), parsed.GetValue(period), parsed.GetValue(json), parsed.GetValue(csv), parsed.GetValue(tickets)), surroundings));
        return command;
    }

    private static int Run(Wishes wishes, Surroundings surroundings)
    {
        if (InputFiles.Read(wishes.Files, surroundings) is not { } files || TicketOptions.Read(wishes.Tickets, surroundings) is not { } extracts) return ExitCode.Usage;
        var basis = wishes.HolidaysKnownOn is { } day ? HolidayBasis.KnownOn(day) : HolidayBasis.Adopted;
        var read = ReadFiles.Of(files, basis, extracts);
        var assessed = AssessFiles.Of(read, basis, wishes.AsOf, surroundings.Clock.GetCurrentInstant());
        var findings = read.FindingsWith(assessed);
        FindingsScreen.Write(findings.Where(f => f.HasErrors), surroundings.Error);
        FindingsScreen.WriteWarningCount(findings, surroundings.Error);
        if (read.Contracts.Count == 0)
        {
            surroundings.Error.WriteLine("There is no sound contract among the files.");
            return ExitCode.Findings;
        }

        var shown = wishes.Period is { } period ? [.. assessed.Select(a => Only(a, period))] : assessed;
        if (shown.All(a => a.Periods.Count == 0) && wishes.Period is not null)
        {
            surroundings.Error.WriteLine($"No Service Period {wishes.Period} has ended by the day assessed as of.");
            return ExitCode.Usage;
        }

        Write(shown, wishes, surroundings);
        return findings.Any(f => f.HasErrors) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void Write(IReadOnlyList<ContractAssessment> assessments, Wishes wishes, Surroundings surroundings)
    {
        if (wishes.Json)
            surroundings.Out.Write(AssessmentDocument.WriteJson(assessments));
        else if (wishes.Csv)
            surroundings.Out.Write(AssessmentCsv.Write(assessments));
        else if (wishes.Period is not null)
            foreach (var assessment in assessments.Where(a => a.Periods.Count > 0)) PeriodScreen.Write(assessment, assessment.Periods[0], surroundings.Screen());
        else
            foreach (var assessment in assessments) ContractScreen.Write(assessment, surroundings.Screen());
    }

    private static ContractAssessment Only(ContractAssessment assessment, string period) =>
        assessment with { Periods = [.. assessment.Periods.Where(p => p.Period.Name == period)] };

    private static LocalDate? DayOf(string? day) => Scalars.TryDay(day ?? "", out var found) ? found : null;
}
