using System.CommandLine;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla check</c>: every problem of returns and decisions under their contract, at once.</summary>
internal static class CheckVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var files = InputFiles.Argument("contract-and-returns", "A contract (all its versions) and the returns and decision files to check.");
        var json = new Option<bool>("--json") { Description = "Findings as JSON." };
        var tickets = TicketOptions.Option();
        var command = new Command("check", "Check returns and decisions against their contract: every problem at once, and every stated figure recomputed.") { files, tickets, json };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(tickets), parsed.GetValue(json), surroundings));
        return command;
    }

    private static int Run(string[] names, string[]? tickets, bool asJson, Surroundings surroundings)
    {
        if (InputFiles.Read(names, surroundings) is not { } files || TicketOptions.Read(tickets, surroundings) is not { } extracts) return ExitCode.Usage;
        var contracts = files.Count(f => f.Kind() == FileKind.Contract);
        if (contracts == 0 || contracts == files.Count)
        {
            surroundings.Error.WriteLine(contracts == 0 ? InputFiles.NoContract : "There is no return and no decision file among the files.");
            return ExitCode.Usage;
        }

        var read = ReadFiles.Of(files, HolidayBasis.Adopted, extracts);
        var findings = read.FindingsWith(AssessFiles.Of(read, HolidayBasis.Adopted, null, surroundings.Clock.GetCurrentInstant()));
        if (asJson) FindingsScreen.WriteJson(findings, surroundings.Out);
        else Write(findings, surroundings.Out);
        return findings.Any(f => f.HasErrors) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void Write(IReadOnlyList<FileFindings> files, TextWriter output)
    {
        FindingsScreen.Write(files, output);
        foreach (var file in files.Where(f => f is { Kind: not FileKind.Contract, HasErrors: false }))
            output.WriteLine($"{file.File.Name}: would be accepted{(file.Problems.Count == 0 ? "" : ", with the warnings above for its sender to confirm")}.");
        foreach (var file in files.Where(f => f is { Kind: not FileKind.Contract, HasErrors: true }))
            output.WriteLine($"{file.File.Name}: would be refused, and nothing of it applied.");
    }
}
