using System.Diagnostics;

namespace SlaMonitor.Cli.Local;

/// <summary>Runs programs without a window, with the search path they were found by.</summary>
internal static class ChildProcess
{
    private const int LinesToShow = 12;

    /// <summary>Standard input is held open until the process is disposed of or this one dies.</summary>
    public static ProcessStartInfo Described(string program, IEnumerable<string> arguments, string folder, Machine machine)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = machine.SearchPath;
        return start;
    }

    /// <returns>Its exit code, and both its outputs one after the other.</returns>
    /// <exception cref="AzuriteProblem">It cannot be started, or has not ended in time.</exception>
    public static async Task<(int Code, string Output)> Run(
        string program, IEnumerable<string> arguments, string folder, Machine machine, TimeSpan patience, CancellationToken cancel)
    {
        using var process = Start(Described(program, arguments, folder, machine));
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            throw new AzuriteProblem($"{program} {string.Join(' ', arguments)} had not ended after {patience.TotalMinutes:0} minutes.");
        }
        return (process.ExitCode, await output + await error);
    }

    /// <exception cref="AzuriteProblem"/>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            throw new AzuriteProblem($"{start.FileName} could not be started: {e.Message}");
        }
    }

    public static string LastLines(string output) =>
        string.Join('\n', output.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0).TakeLast(LinesToShow));
}
