using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web;

namespace SlaMonitor.Functions;

/// <summary>Everything that sets the service going, one line each: a request, work to do, alerts to deliver, the clock.</summary>
public sealed class Triggers(CatchAll web, AssessContract assess, DeliverAlerts deliver, SweepPending sweep, DailyRun daily)
{
    [Function("web")]
    public Task Web([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{**path}")] HttpRequest request) =>
        web.Answer(request.HttpContext);

    [Function("assess")]
    public Task Assess([QueueTrigger("assess", Connection = "Storage")] string message) => assess.Of(WorkMessage.Parse(message));

    [Function("alerts")]
    public Task Deliver([QueueTrigger("alerts", Connection = "Storage")] string message) => deliver.Of(WorkMessage.Parse(message));

    [Function("sweep")]
    public Task Sweep([TimerTrigger("%SweepSchedule%")] TimerInfo timer) => sweep.Run();

    [Function("daily")]
    public Task Daily([TimerTrigger("%DailySchedule%", RunOnStartup = false)] TimerInfo timer) => daily.Run();
}
