using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SlaMonitor.Service;

/// <summary>What can be seen of the service at work: one source of traces and one meter, both called <see cref="Name"/>.</summary>
public static class Telemetry
{
    public const string Name = "SlaMonitor";

    public static readonly ActivitySource Source = new(Name);

    public static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> ReturnsReceived = Meter.CreateCounter<long>("sla.returns.received", "{return}", "Returns stored at the door.");

    internal static readonly Counter<long> ReturnsAssessed = Meter.CreateCounter<long>("sla.returns.assessed", "{return}", "Returns taken up, by what became of them.");

    internal static readonly Counter<long> WorkDone = Meter.CreateCounter<long>("sla.work.done", "{message}", "Queue messages whose work is done, by step.");

    internal static readonly Counter<long> WorkFailed = Meter.CreateCounter<long>("sla.work.failed", "{message}", "Tries that ended in a fault, by step.");

    internal static readonly Counter<long> AlertsDelivered = Meter.CreateCounter<long>("sla.alerts.delivered", "{delivery}", "Alerts settled for one officer, by what became of them.");

    internal static readonly Gauge<long> OldestWork = Meter.CreateGauge<long>("sla.work.oldest", "s", "Age of the oldest work that is not done.");

    internal static readonly Gauge<long> OperatorAlerts = Meter.CreateGauge<long>("sla.operator.alerts", "{alert}", "Alerts to the operator that stand.");

    /// <summary>Goes on with the trace of whatever asked for the work, or begins one; whether somebody listens does not decide it, since
    /// logs carry its id as well.</summary>
    /// <param name="trace">A W3C traceparent; null where nobody asked.</param>
    public static Activity Begin(string name, string? trace)
    {
        var parent = ActivityContext.TryParse(trace, traceState: null, out var context) ? context : default;
        if (Source.StartActivity(name, ActivityKind.Consumer, parent) is { } watched) return watched;
        var own = new Activity(name).SetIdFormat(ActivityIdFormat.W3C);
        if (parent != default) own.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        return own.Start();
    }
}
