using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step that follows where alerts arose. They are rows before they are messages, and so far they are shown and mailed to
/// nobody: what stands is counted.</summary>
public sealed class AnnounceAlerts(Stores stores)
{
    public async Task Of(WorkMessage message)
    {
        var standing = (await stores.Register.Alerts(message.Contract)).Count(a => a.Stands);
        System.Diagnostics.Activity.Current?.SetTag("sla.alerts", standing);
    }
}
