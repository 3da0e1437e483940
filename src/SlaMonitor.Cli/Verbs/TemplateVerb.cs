using System.CommandLine;
using NodaTime;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Sheets;
using SlaMonitor.Service.Formats.Templates;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla template</c>: the return to fill in for one Service Period.</summary>
internal static class TemplateVerb
{
    private const string Xlsx = "xlsx";
    private const string Csv = "csv";

    private sealed record Wishes(string[] Contracts, YearMonth Period, bool AsWorkbook, string[] Returns, string? Output);

    public static Command Command(Surroundings surroundings)
    {
        var what = new Argument<string[]>("contract-and-period") { Description = "Contract files (all versions of one contract), then the Service Period, such as 2024-04.", Arity = new ArgumentArity(2, 1000) };
        var format = new Option<string>("--format") { Description = "xlsx, an Excel workbook, or csv.", DefaultValueFactory = _ => Xlsx };
        format.AcceptOnlyFromAmong(Xlsx, Csv);
        var returns = new Option<string[]>("--last-month") { Description = "Returns so far, files or folders: the previous period's figures stand beside, and the revision is the next one.", AllowMultipleArgumentsPerToken = true };
        var output = new Option<string?>("--output", "-o") { Description = "The file to write, which must not exist yet; CSV goes to standard output without it." };
        var command = new Command("template", "Write the return to fill in for one Service Period.") { what, format, returns, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(what) is not { Length: > 1 } words) return;
            if (!Scalars.TryMonth(words[^1], out _)) result.AddError($"The last word is the Service Period by the month it begins in, such as 2024-04, not '{words[^1]}'.");
            if (result.GetValue(format) is not Csv && result.GetValue(output) is null) result.AddError("A workbook is written to a file: name it with -o.");
        });
        command.SetAction(parsed =>
        {
            var words = parsed.GetValue(what)!;
            _ = Scalars.TryMonth(words[^1], out var period);
            return Run(new(words[..^1], period, parsed.GetValue(format) == Xlsx, parsed.GetValue(returns) ?? [], parsed.GetValue(output)), surroundings);
        });
        return command;
    }

    private static int Run(Wishes wishes, Surroundings surroundings)
    {
        if (InputFiles.Read([.. wishes.Contracts, .. wishes.Returns], surroundings) is not { } files) return ExitCode.Usage;
        var read = ReadFiles.Of(files, HolidayBasis.Adopted);
        FindingsScreen.Write(read.Findings.Where(f => f.HasErrors), surroundings.Error);
        if (read.Contracts.Count != 1)
        {
            surroundings.Error.WriteLine(read.Contracts.Count == 0 ? "There is no sound contract among the files." : "There is more than one contract among the files.");
            return ExitCode.Findings;
        }

        var contract = read.Contracts.Values.Single();
        IReadOnlyList<SupplierReturn> returns = wishes.Returns.Length == 0 ? [] : [.. read.Returns[contract.Code]];
        if (ReturnTemplate.Of(contract, wishes.Period, returns, HolidayBasis.Adopted) is not { } template)
        {
            var periods = ReturnTemplate.PeriodNames(contract, HolidayBasis.Adopted);
            surroundings.Error.WriteLine($"{contract.Code} has no Service Period {ServicePeriod.NameOf(wishes.Period)}; it has {periods[0]} to {periods[^1]}.");
            return ExitCode.Usage;
        }

        return Write(template, wishes, surroundings) ? read.Findings.Any(f => f.HasErrors) ? ExitCode.Findings : ExitCode.Fine : ExitCode.Usage;
    }

    /// <summary>A file that is there may be one somebody has filled in.</summary>
    private static bool Write(ReturnTemplate template, Wishes wishes, Surroundings surroundings)
    {
        if (wishes.Output is null)
        {
            surroundings.Out.Write(TemplateCsv.Write(template));
            return true;
        }

        var bytes = wishes.AsWorkbook ? TemplateWorkbook.Write(template) : System.Text.Encoding.UTF8.GetBytes(TemplateCsv.Write(template));
        try
        {
            using var file = new FileStream(wishes.Output, FileMode.CreateNew);
            file.Write(bytes);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine(failure.Message);
            return false;
        }
    }
}
