using System.Diagnostics;
using System.Text;
using System.Text.Json;
using SlaMonitor.Cli.Serving;

namespace SlaMonitor.Cli.Tests.Serving;

/// <summary>What whoever keeps the service running sees of it, from the sender's request to the alert.</summary>
public sealed class ObservabilityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sla-monitor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task One_trace_runs_from_the_request_to_the_alert_and_everything_is_counted()
    {
        using var collector = new Collector();
        using var served = await Served.Start(
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
            },
            "serve", "--port", "0", "--data", Path.Combine(_folder, "storage"));
        using var manager = new ServiceClient(served.Address, "manager");
        await manager.PutIntoForce("my-first", new(2026, 1, 1), File.ReadAllBytes(Terminal.InRepository("samples/first-contract.yaml")));

        string trace;
        using (var sender = new Activity("sender").SetIdFormat(ActivityIdFormat.W3C))
        {
            sender.ActivityTraceFlags = ActivityTraceFlags.Recorded;
            sender.Start();
            trace = sender.TraceId.ToHexString();
            var receipt = await manager.SendHistory("my-first", File.ReadAllBytes(Terminal.InRepository("samples/first-return.csv")));
            Activity.Current = null;
            await Eventually.Holds(async () => await manager.StatusOf(receipt) == "accepted");
        }

        // 94 % of 95 %: a breach, so an alert arises.
        await Eventually.Holds(() => Task.FromResult(Spans(collector, trace) is var spans
            && spans.Any(s => s.Contains("POST /api/v1/contracts/{contract}/returns", StringComparison.Ordinal))
            && spans.Any(s => s.Contains("assess", StringComparison.Ordinal))
            && spans.Any(s => s.Contains("alert", StringComparison.Ordinal))));
        string[] counted = ["sla.returns.received", "sla.returns.assessed", "sla.work.done", "sla.work.oldest", "sla.operator.alerts", "sla.storage.requests"];
        await Eventually.Holds(() => Task.FromResult(counted.All(name => collector.Taken("metrics").Contains(name, StringComparison.Ordinal))));
        Assert.DoesNotContain("url.path", collector.Taken("traces"), StringComparison.Ordinal);
        Assert.DoesNotContain("user_agent", collector.Taken("traces"), StringComparison.Ordinal);

        await served.Stop();
        var lines = served.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Contains(lines, line => line.GetProperty("Message").GetString() == "Done: assess of my-first." && line.GetProperty("Scopes").ToString().Contains(trace, StringComparison.Ordinal));
        Assert.DoesNotContain("RequestPath", served.Error, StringComparison.Ordinal);
    }

    /// <summary>The spans of a trace as they were sent: a span begins with its trace id, field 1 of 16 bytes.</summary>
    private static string[] Spans(Collector collector, string trace) =>
        [.. collector.Taken("traces").Split("\n\u0010" + Encoding.Latin1.GetString(Convert.FromHexString(trace))).Skip(1)];
}
