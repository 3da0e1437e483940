using System.CommandLine;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.ContractFiles;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla lint</c>: is a contract file sound, and does it give what its own examples say?</summary>
internal static class LintVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var files = InputFiles.Argument("contracts", "Contract files.");
        var json = new Option<bool>("--json") { Description = "Findings as JSON." };
        var command = new Command("lint", "Check contract files against themselves and run their worked examples.") { files, json };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(json), surroundings));
        return command;
    }

    private static int Run(string[] names, bool asJson, Surroundings surroundings)
    {
        if (InputFiles.Read(names, surroundings) is not { } files) return ExitCode.Usage;
        if (InputFiles.Contracts(files, names, surroundings) is not { } contractFiles) return ExitCode.Usage;
        var contracts = contractFiles.Select(f => (File: f, Read: ContractFile.Read(f.Bytes, HolidayBasis.Adopted))).ToList();
        var findings = contracts.Select(c => new FileFindings(c.File, FileKind.Contract, [.. c.Read.Problems.Where(p => !IsAnsweredByEarlier(p, c.Read.Terms, contracts.Select(x => x.Read.Terms)))])).ToList();
        if (asJson) FindingsScreen.WriteJson(findings, surroundings.Out);
        else Write(contracts, findings, surroundings.Out);
        return findings.Any(f => f.HasErrors) ? ExitCode.Findings : ExitCode.Fine;
    }

    /// <summary>What came before these terms is known where an earlier version is among the files.</summary>
    private static bool IsAnsweredByEarlier(Problem problem, ContractTerms? terms, IEnumerable<ContractTerms?> all) =>
        problem.Code == ContractProblems.RollingBaseUnknown && all.Any(t => t?.Code == terms?.Code && t?.EffectiveFrom < terms?.EffectiveFrom);

    private static void Write(List<(NamedFile File, ReadContract Read)> contracts, IReadOnlyList<FileFindings> findings, TextWriter output)
    {
        FindingsScreen.Write(findings, output);
        foreach (var (file, read) in contracts.Where(c => c.Read.Terms is not null))
            output.WriteLine($"{file.Name}: sound. {read.Terms!.Indicators.Count} indicators, terms from {read.Terms.EffectiveFrom:d MMMM uuuu}, {Examples(read.Terms.Draft.Examples.Count)}.");
    }

    private static string Examples(int count) => count switch
    {
        0 => "no worked examples",
        1 => "its worked example agrees",
        _ => $"all {count} worked examples agree",
    };
}
