using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;

namespace SlaMonitor.Web.Tests.Hosting;

/// <summary>Who has been given which contracts, in this test.</summary>
public sealed class GivenContracts : Dictionary<string, Assignments>, IAssignments
{
    public ValueTask<Assignments> Of(string personId, CancellationToken cancellation) => new(this.GetValueOrDefault(personId, Assignments.None));
}

/// <summary>The upload links of this test, by hash.</summary>
public sealed class KeptLinks : Dictionary<string, UploadLink>, IUploadLinks
{
    public ValueTask<UploadLink?> Find(string hash, CancellationToken cancellation) => new(this.GetValueOrDefault(hash));
}

public sealed class Checks : IReadiness
{
    public IReadOnlyList<ReadinessCheck> Now { get; set; } = [new("tables", true), new("queues", true)];

    public ValueTask<IReadOnlyList<ReadinessCheck>> Look(CancellationToken cancellation) => new(Now);
}

/// <summary>Everything an instance logged, framework included.</summary>
public sealed class HeardLogs : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Ear(categoryName, Lines);

    public void Dispose() { }

    private sealed class Ear(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{level} {category} {id.Id}: {formatter(state, exception)} {exception}");
    }
}
