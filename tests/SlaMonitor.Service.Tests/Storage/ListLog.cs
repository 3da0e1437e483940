using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>Keeps what is logged, as it would be written.</summary>
internal sealed class ListLog : ILogger<DeliverAlerts>
{
    private readonly ConcurrentQueue<string> _lines = [];

    public IReadOnlyList<string> Lines => [.. _lines];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");
}
