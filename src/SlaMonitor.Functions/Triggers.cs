using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SlaMonitor.Service;
using SlaMonitor.Web;

namespace SlaMonitor.Functions;

/// <summary>Everything that sets the service going, one line each: a request, work to do, alerts to deliver, the clock.</summary>
public sealed class Triggers(CatchAll web, DoWork work, WatchWork watch, SweepPending sweep, DailyRun daily)
{
    [Function("web")]
    public Task Web([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{**path}")] HttpRequest request) =>
        web.Answer(request.HttpContext);

    [Function("assess")]
    public Task Assess([QueueTrigger("assess", Connection = "Storage")] string message) => work.Assess(message);

    [Function("alerts")]
    public Task Alert([QueueTrigger("alerts", Connection = "Storage")] string message) => work.Alert(message);

    [Function("sweep")]
    public Task Sweep([TimerTrigger("%SweepSchedule%")] TimerInfo timer) => sweep.Run();

    [Function("watch")]
    public Task Watch([TimerTrigger("%WatchSchedule%")] TimerInfo timer) => watch.Run();

    [Function("daily")]
    public Task Daily([TimerTrigger("%DailySchedule%")] TimerInfo timer) => daily.Run();
}
