using System.CommandLine;
using SlaMonitor.Cli.Screens;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Verbs;

/// <summary><c>sla reproduce</c>: a stored assessment made again from what it was made from.</summary>
internal static class ReproduceVerb
{
    public static Command Command(Surroundings surroundings)
    {
        var contract = new Argument<string>("contract") { Description = "The contract's code." };
        var number = new Argument<int>("assessment") { Description = "The assessment's number." };
        var period = new Option<string?>("--period") { Description = "One Service Period, such as 2024-04, with the Working line by line." };
        var command = new Command("reproduce", "Make a stored assessment again, and say whether it comes to the same byte for byte.") { contract, number, period };
        var storage = new StorageOptions(command, surroundings);
        command.SetAction(parsed => storage.On(parsed, stores =>
            Reproduce(stores, parsed.GetValue(contract)!, parsed.GetValue(number), parsed.GetValue(period), surroundings)).GetAwaiter().GetResult());
        return command;
    }

    private static async Task<int> Reproduce(Stores stores, string contract, int number, string? period, Surroundings surroundings)
    {
        var output = surroundings.Out;
        if (await new ReproduceAssessment(stores, new(), HolidayBasis.Adopted).Of(contract, number) is not { } made)
        {
            surroundings.Error.WriteLine($"There is no assessment {number} of {contract}.");
            return ExitCode.Usage;
        }

        var (stored, again) = (made.Stored, made.Again);
        output.WriteLine($"Assessment {number} of {contract}, made {stored.MadeAt} as of {stored.AsOf:uuuu-MM-dd} with rules {stored.Engine}, {stored.Calendar}, tzdb {stored.Tzdb}:");
        output.WriteLine($"  {stored.Points} Service Points, {stored.Payable} payable, {stored.Periods.Count} Service Periods.");
        output.WriteLine(made.IsSameEngine
            ? "Made again with the same rules."
            : $"Made again with rules {again.Engine}, {again.Calendar}, tzdb {again.Tzdb}. The release of rules {stored.Engine} makes it again as it was.");
        output.WriteLine(made.IsSame
            ? "Every byte of every period is the same."
            : $"  {again.Points} Service Points, {again.Payable} payable. These periods differ: {string.Join(", ", made.Differing)}.");
        if (made.Assessment.Periods.FirstOrDefault(p => p.Period.Name == period) is { } shown) PeriodScreen.Write(made.Assessment, shown, surroundings.Screen());
        return made.IsSame ? ExitCode.Fine : ExitCode.Findings;
    }
}
