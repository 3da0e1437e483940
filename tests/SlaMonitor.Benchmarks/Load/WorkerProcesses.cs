using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>Workers as processes of their own, which end with <see cref="Dispose"/>.</summary>
internal sealed class WorkerProcesses : IDisposable
{
    private readonly List<Process> _processes;
    private readonly List<TaskCompletionSource> _ready = [];

    /// <summary>A run that is cut off leaves no worker behind.</summary>
    private readonly List<PosixSignalRegistration> _cutOff;

    private WorkerProcesses(int count, IReadOnlyList<string> arguments)
    {
        _processes = [.. Enumerable.Range(0, count).Select(_ => Start(arguments))];
        _cutOff = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }.Select(s => PosixSignalRegistration.Create(s, _ => End()))];
    }

    public static async Task<WorkerProcesses> OfService(int count, string connection)
    {
        var sla = typeof(WorkerProcesses).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "sla").Value!;
        return await Ready(new(count, [sla, "serve", "--no-web", "--storage", connection]));
    }

    public static async Task<WorkerProcesses> OfReplay(int count, string recording, string connection) =>
        await Ready(new(count, [typeof(WorkerProcesses).Assembly.Location, LoadRun.ReplayWorkerVerb, recording, connection]));

    public void Dispose()
    {
        foreach (var signal in _cutOff) signal.Dispose();
        End();
        foreach (var process in _processes)
        {
            process.WaitForExit();
            process.Dispose();
        }
    }

    private void End()
    {
        foreach (var process in _processes.Where(p => !p.HasExited)) process.Kill();
    }

    /// <exception cref="InvalidOperationException">One has ended.</exception>
    public void MustLive()
    {
        if (_processes.FirstOrDefault(p => p.HasExited) is { } gone) throw new InvalidOperationException($"A worker ended with {gone.ExitCode}.");
    }

    /// <summary>CPU time of all so far.</summary>
    public TimeSpan Busy => _processes.Aggregate(TimeSpan.Zero, (sum, p) =>
    {
        p.Refresh();
        return sum + p.TotalProcessorTime;
    });

    private Process Start(IReadOnlyList<string> arguments)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ready.Add(ready);
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => Tell(line.Data);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) ready.TrySetException(new InvalidOperationException("A worker did not start."));
            else if (line.Data.StartsWith("Works", StringComparison.Ordinal)) ready.TrySetResult();
        };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task<WorkerProcesses> Ready(WorkerProcesses workers)
    {
        try
        {
            await Task.WhenAll(workers._ready.Select(r => r.Task));
            return workers;
        }
        catch
        {
            workers.Dispose();
            throw;
        }
    }

    /// <summary>The log goes there too, of which only what is wrong is shown.</summary>
    private static void Tell(string? line)
    {
        if (line?.Contains("\"LogLevel\":\"Information\"", StringComparison.Ordinal) == false) Console.Error.WriteLine(line);
    }
}
