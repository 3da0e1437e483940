using SlaMonitor.Domain;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>What of a contract deserves attention first.</summary>
public static class AttentionTo
{
    private static readonly (Attention Attention, AlertEvent[] Events)[] Order =
    [
        (Attention.ReturnOverdue, [AlertEvent.ReturnOverdue]),
        (Attention.Breach, [AlertEvent.Trigger, AlertEvent.CapReached, AlertEvent.RepeatBreach, AlertEvent.Breach, AlertEvent.NothingReported, AlertEvent.ClaimMismatch]),
        (Attention.Undecided, [AlertEvent.ReturnRefused, AlertEvent.RectificationDue, AlertEvent.ReliefUndecided, AlertEvent.DisputeOpen]),
        (Attention.DateNear, [AlertEvent.NoticeDue, AlertEvent.MilestoneDue, AlertEvent.ContractEnding, AlertEvent.ContractEnded]),
        (Attention.ReturnDue, [AlertEvent.ReturnDueToday, AlertEvent.ReturnDue]),
    ];

    /// <summary>The most pressing alert there is, in its own words. Breaches count in the last ended Service Period alone; what is open
    /// counts in every one.</summary>
    public static (Attention Attention, string Why) Of(ContractAssessment assessment)
    {
        var last = assessment.Periods.LastOrDefault()?.Alerts ?? [];
        var open = assessment.Alerts.ToList();
        foreach (var (attention, events) in Order)
        {
            var among = attention == Attention.Breach ? last : open;
            if (events.SelectMany(e => among.Where(a => a.Event == e)).FirstOrDefault() is { } alert) return (attention, alert.Text);
        }

        return (Attention.Nothing, "Nothing needs attention.");
    }
}
