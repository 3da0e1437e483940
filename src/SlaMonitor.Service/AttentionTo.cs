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
        (Attention.Undecided, [AlertEvent.ReturnRefused, AlertEvent.CreditClaimClosing, AlertEvent.CreditUnclaimed, AlertEvent.RectificationDue, AlertEvent.ReliefUndecided, AlertEvent.DisputeOpen]),
        (Attention.DateNear, [AlertEvent.NoticeDue, AlertEvent.MilestoneDue, AlertEvent.ContractEnding, AlertEvent.ContractEnded]),
        (Attention.ReturnDue, [AlertEvent.ReturnDueToday, AlertEvent.ReturnDue]),
    ];

    private const int MostNamed = 10;

    /// <summary>The most pressing kind there is, every reason there is in its own words, the most pressing first, and how many they are. Breaches
    /// count in the last ended Service Period alone; what is open counts in every one.</summary>
    public static (Attention Attention, string Why, int Alerts) Of(ContractAssessment assessment)
    {
        var last = assessment.Periods.LastOrDefault()?.Alerts ?? [];
        var open = assessment.Alerts.ToList();
        var reasons = Order.SelectMany(o => o.Events.SelectMany(e => (o.Attention == Attention.Breach ? last : open).Where(a => a.Event == e)).Select(a => (o.Attention, a.Text))).ToList();
        if (reasons.Count == 0) return (Attention.Nothing, "Nothing needs attention.", 0);
        var named = string.Join(' ', reasons.Take(MostNamed).Select(r => r.Text));
        return (reasons[0].Attention, reasons.Count > MostNamed ? $"{named} And {reasons.Count - MostNamed} more." : named, reasons.Count);
    }
}
