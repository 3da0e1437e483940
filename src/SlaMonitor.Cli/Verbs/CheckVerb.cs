using System.CommandLine;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla check</c>: every problem of a return under its contract, at once.</summary>
internal static class CheckVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var files = InputFiles.Argument("contract-and-returns", "A contract (all its versions) and the returns to check.");
        var json = new Option<bool>("--json") { Description = "Findings as JSON." };
        var command = new Command("check", "Check returns against their contract: every problem at once, and every stated figure recomputed.") { files, json };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(json), surroundings));
        return command;
    }

    private static int Run(string[] names, bool asJson, Surroundings surroundings)
    {
        if (InputFiles.Read(names, surroundings) is not { } files) return ExitCode.Usage;
        var returns = files.Where(FileKind.IsReturn).ToList();
        if (returns.Count == 0 || returns.Count == files.Count)
        {
            surroundings.Error.WriteLine(returns.Count == 0 ? "There is no return among the files." : InputFiles.NoContract);
            return ExitCode.Usage;
        }

        var findings = ReadFiles.Of(files, HolidayBasis.Adopted).Findings;
        if (asJson) FindingsScreen.WriteJson(findings, surroundings.Out);
        else Write(findings, surroundings.Out);
        return findings.Any(f => f.HasErrors) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void Write(IReadOnlyList<FileFindings> files, TextWriter output)
    {
        FindingsScreen.Write(files, output);
        foreach (var file in files.Where(f => f is { IsReturn: true, HasErrors: false }))
            output.WriteLine($"{file.File.Name}: would be accepted{(file.Problems.Count == 0 ? "" : ", with the warnings above for its sender to confirm")}.");
        foreach (var file in files.Where(f => f is { IsReturn: true, HasErrors: true }))
            output.WriteLine($"{file.File.Name}: would be refused, and nothing of it applied.");
    }
}
