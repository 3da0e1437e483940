using System.CommandLine;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.ContractFiles;

namespace SlaMonitor.Cli.Verbs;

/// <summary>Ticket extracts on the command line: <c>--tickets 2024-03/incidents=march.csv</c>.</summary>
internal static class TicketOptions
{
    private const string Form = "PERIOD/EXTRACT=FILE, such as 2024-03/incidents=march.csv";

    public static Option<string[]> Option()
    {
        var option = new Option<string[]>("--tickets") { Description = $"A ticket extract that came with the return of a Service Period: {Form}. May be given several times.", AllowMultipleArgumentsPerToken = false };
        option.Validators.Add(result =>
        {
            foreach (var wrong in result.Tokens.Where(t => Parse(t.Value) is null)) result.AddError($"--tickets wants {Form}, not '{wrong.Value}'.");
        });
        return option;
    }

    /// <returns>Null where a file could not be read; the reason has then been written to the error stream.</returns>
    public static ILookup<YearMonth, SentExtract>? Read(string[]? options, Surroundings surroundings)
    {
        try
        {
            return (options ?? []).Select(o => Parse(o)!.Value).Select(p => (p.Period, Extract: Sent(p.Name, p.Path))).ToList().ToLookup(p => p.Period, p => p.Extract);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine(failure.Message);
            return null;
        }
    }

    /// <summary>Opened once, so that what cannot be read is said at once.</summary>
    private static SentExtract Sent(string name, string path)
    {
        Open(path).Dispose();
        return new(name, () => Open(path));
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    private static (YearMonth Period, string Name, string Path)? Parse(string option)
    {
        var (slash, equals) = (option.IndexOf('/'), option.IndexOf('='));
        return slash > 0 && equals > slash + 1 && equals < option.Length - 1 && Scalars.TryMonth(option[..slash], out var period)
            ? (period, option[(slash + 1)..equals], option[(equals + 1)..])
            : null;
    }
}
