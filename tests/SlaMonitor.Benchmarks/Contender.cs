using System.Diagnostics;

namespace SlaMonitor.Benchmarks;

/// <summary>One way to do the work, with the time each round took. Contenders take turns, so that a busy machine slows all alike.</summary>
internal sealed class Contender<T>(string name, Func<T> work)
{
    private readonly List<TimeSpan> _times = [];
    private readonly List<TimeSpan> _onCores = [];

    public string Name { get; } = name;

    /// <summary>What the last round came to.</summary>
    public T? Result { get; private set; }

    public TimeSpan Median => MedianOf(_times);

    /// <summary>The time of all cores together, which other work on the machine lengthens less than the time that passes.</summary>
    public TimeSpan MedianOnCores => MedianOf(_onCores);

    /// <param name="counts">False for a round to warm up.</param>
    public void RunOnce(bool counts)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Result = work();
        if (!counts) return;
        _times.Add(watch.Elapsed);
        _onCores.Add(Environment.CpuUsage.TotalTime - before);
    }

    private static TimeSpan MedianOf(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
