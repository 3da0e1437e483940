using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace SlaMonitor.Cli.Tests.Serving;

/// <summary>The program as a process of its own, such as <c>sla serve</c>, to be asked, stopped and killed.</summary>
internal sealed partial class Served : IDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<string> _firstLine = new();

    private Served(Process process) => _process = process;

    /// <summary>What it has said on standard error so far.</summary>
    public string Error => string.Join('\n', _errors);

    /// <summary>The line it prints once it works.</summary>
    public string FirstLine { get; private set; } = "";

    /// <summary>Where it answers.</summary>
    public string Address => AddressIn().Match(FirstLine).Value;

    /// <param name="settings">Environment variables besides those of this process.</param>
    public static async Task<Served> Start(IReadOnlyDictionary<string, string>? settings, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "sla.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;
        var served = new Served(Process.Start(start)!);
        served._process.OutputDataReceived += (_, line) => served._firstLine.TrySetResult(line.Data ?? "");
        served._process.ErrorDataReceived += (_, line) => served._errors.Enqueue(line.Data ?? "");
        served._process.BeginOutputReadLine();
        served._process.BeginErrorReadLine();
        served.FirstLine = await served._firstLine.Task.WaitAsync(Patience);
        Assert.True(served.FirstLine.Length > 0, served.Error);
        return served;
    }

    /// <summary>As <c>kill -9</c> does.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>As <c>kill</c> does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Stop()
    {
        Assert.Equal(0, Signal(_process.Id, SigTerm));
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex AddressIn();
}
