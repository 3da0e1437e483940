using System.Diagnostics;
using Microsoft.Extensions.Logging;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>
/// What a queue message sets going, whoever received it: the step itself, under one trace with what asked for it. A fault is counted,
/// logged and thrown again, so that the message comes again.
/// </summary>
public sealed class DoWork(AssessContract assess, DeliverAlerts alerts, ILogger<DoWork> log)
{
    /// <param name="text">Of a message of the assess queue, see <see cref="WorkMessage"/>.</param>
    public Task Assess(string text) => Do("assess", text, assess.Of);

    /// <param name="text">Of a message of the alerts queue.</param>
    public Task Alert(string text) => Do("alert", text, alerts.Of);

    private async Task Do(string step, string text, Func<WorkMessage, Task> work)
    {
        var message = WorkMessage.Parse(text);
        using var activity = Telemetry.Begin(step, message.Trace);
        activity.SetTag("sla.contract", message.Contract);
        try
        {
            await work(message with { Trace = activity.Id });
        }
        catch (Exception failure)
        {
            Telemetry.WorkFailed.Add(1, new KeyValuePair<string, object?>("step", step));
            activity.SetStatus(ActivityStatusCode.Error);
            Log.Failed(log, failure, step, message.Contract);
            throw;
        }

        Telemetry.WorkDone.Add(1, new KeyValuePair<string, object?>("step", step));
        Log.Done(log, step, message.Contract);
    }
}
