using System.CommandLine;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.PlainEnglish;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla explain</c>: a contract file in plain English.</summary>
internal static class ExplainVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var files = InputFiles.Argument("contracts", "Contract files.");
        var command = new Command("explain", "Say a contract in plain English, clause by clause.") { files };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, surroundings));
        return command;
    }

    private static int Run(string[] names, Surroundings surroundings)
    {
        if (InputFiles.Read(names, surroundings) is not { } files) return ExitCode.Usage;
        if (InputFiles.Contracts(files, names, surroundings) is not { } contractFiles) return ExitCode.Usage;
        var code = ExitCode.Fine;
        foreach (var file in contractFiles)
        {
            var read = ContractFile.Read(file.Bytes, HolidayBasis.Adopted);
            if (read.Terms is { } terms)
            {
                ExplanationScreen.Write(ContractInEnglish.Of(terms, HolidayBasis.Adopted), surroundings);
                continue;
            }

            FindingsScreen.Write([new(file, FileKind.Contract, read.Problems)], surroundings.Error);
            code = ExitCode.Findings;
        }

        return code;
    }
}
