using System.Diagnostics;

namespace SlaMonitor.Benchmarks;

/// <summary>One way to do the work, with the time each round took. Contenders take turns, so that a busy machine slows all alike.</summary>
internal sealed class Contender<T>(string name, Func<T> work)
{
    private readonly List<TimeSpan> _times = [];

    public string Name { get; } = name;

    /// <summary>What the last round came to.</summary>
    public T? Result { get; private set; }

    public TimeSpan Median => _times.Order().ElementAt(_times.Count / 2);

    /// <param name="counts">False for a round to warm up.</param>
    public void RunOnce(bool counts)
    {
        var watch = Stopwatch.StartNew();
        Result = work();
        if (counts) _times.Add(watch.Elapsed);
    }
}
