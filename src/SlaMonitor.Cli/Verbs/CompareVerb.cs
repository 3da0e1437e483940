using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Comparisons;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla compare</c>: what another contract version, return, decision, calendar or day would change.</summary>
internal static class CompareVerb
{
    /// <summary>What one of the two runs is made from.</summary>
    private sealed record Side(IReadOnlyList<NamedFile> Files, HolidayBasis Basis, LocalDate? AsOf);

    public static Command Command(Surroundings surroundings)
    {
        var files = InputFiles.Argument("contracts-and-returns", "Contract files (all versions), returns and decision files, in any order: the first run.");
        var with = new Option<string[]>("--with")
        {
            Description = "Files to lay over them in the second run. A contract version of the same day, or a return of the same number, takes the place of the one there is; all else is added.",
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
        };
        var known = CalendarOptions.Day("--with-holidays-known-on", "The second run leaves out what was not known of bank holidays by the end of that day, such as 2022-09-01.");
        var withAsOf = CalendarOptions.Day("--with-as-of", "The second run is as of this day.");
        var asOf = CalendarOptions.Day("--as-of", "The day both runs are as of, such as 2024-05-31; today where not given.");
        var json = new Option<bool>("--json") { Description = "The complete comparison as JSON (see 'sla schema comparison')." };
        var csv = new Option<bool>("--csv") { Description = "The comparison as one table." };
        var command = new Command("compare", "Compare two runs: what changes in results, points and money, per period and in sum.") { files, with, known, withAsOf, asOf, json, csv };
        command.Validators.Add(result =>
        {
            if (new Option[] { with, known, withAsOf }.All(o => result.GetResult(o) is null))
                result.AddError("Say what the second run is made with: --with FILES, --with-holidays-known-on DAY or --with-as-of DAY.");
            if (result.GetValue(json) && result.GetValue(csv)) result.AddError("Either --json or --csv.");
        });
        command.SetAction(parsed =>
        {
            if (InputFiles.Read(parsed.GetValue(files)!, surroundings) is not { } given || InputFiles.Read(parsed.GetValue(with) ?? [], surroundings) is not { } over) return ExitCode.Usage;
            var day = parsed.GetValue(asOf);
            var basis = parsed.GetValue(known) is { } seen ? HolidayBasis.KnownOn(seen) : HolidayBasis.Adopted;
            var (before, after) = (new Side(given, HolidayBasis.Adopted, day), new Side(CompareFiles.Overlaid(given, over), basis, parsed.GetValue(withAsOf) ?? day));
            return Run(before, after, parsed.GetValue(json), parsed.GetValue(csv), surroundings);
        });
        return command;
    }

    private static int Run(Side before, Side after, bool asJson, bool asCsv, Surroundings surroundings)
    {
        var (old, oldFindings) = Assessed(before, surroundings);
        var (now, nowFindings) = Assessed(after, surroundings);
        var findings = oldFindings.Concat(nowFindings.Where(f => !oldFindings.Any(o => o.File.Name == f.File.Name && o.Problems.SequenceEqual(f.Problems)))).Where(f => f.HasErrors).ToList();
        FindingsScreen.Write(findings, surroundings.Error);
        var deltas = CompareFiles.Of(old, now);
        if (deltas.Count == 0)
        {
            surroundings.Error.WriteLine("There is no sound contract that both runs have.");
            return ExitCode.Findings;
        }

        foreach (var alone in old.Concat(now).Select(a => a.Contract.Code).Except(deltas.Select(d => d.Before.Contract.Code)))
            surroundings.Error.WriteLine($"{alone} is in one of the two runs only and is not compared.");
        if (asJson) surroundings.Out.Write(ComparisonDocument.WriteJson(deltas));
        else if (asCsv) surroundings.Out.Write(ComparisonCsv.Write(deltas));
        else ComparisonScreen.Write(deltas, surroundings.Screen());
        return findings.Count > 0 ? ExitCode.Findings : ExitCode.Fine;
    }

    private static (IReadOnlyList<ContractAssessment> Assessed, IReadOnlyList<FileFindings> Findings) Assessed(Side side, Surroundings surroundings)
    {
        var read = ReadFiles.Of(side.Files, side.Basis);
        var assessed = AssessFiles.Of(read, side.Basis, side.AsOf, surroundings.Clock.GetCurrentInstant());
        return (assessed, read.FindingsWith(assessed));
    }
}
