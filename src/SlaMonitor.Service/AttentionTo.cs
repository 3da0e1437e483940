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

    /// <summary>The most pressing kind there is, the first reason of each kind in its own words, the most pressing first, and how many reasons they are. Breaches
    /// count in the last ended Service Period alone; what is open counts in every one.</summary>
    public static (Attention Attention, string Why, int Alerts) Of(ContractAssessment assessment)
    {
        var last = assessment.Periods.LastOrDefault()?.Alerts ?? [];
        var open = assessment.Alerts.ToList();
        var kinds = Order.SelectMany(o => o.Events, (o, e) => (o.Attention, Found: (o.Attention == Attention.Breach ? last : open).Where(a => a.Event == e).ToList())).Where(k => k.Found.Count > 0).ToList();
        return kinds.Count == 0
            ? (Attention.Nothing, "Nothing needs attention.", 0)
            : (kinds[0].Attention, string.Join(' ', kinds.Select(k => InWords(k.Found))), kinds.Sum(k => k.Found.Count));
    }

    /// <summary>A second and a third of one kind say no more than that there are so many.</summary>
    private static string InWords(List<Alert> ofOneKind) => ofOneKind.Count == 1 ? ofOneKind[0].Text : $"{ofOneKind[0].Text} And {ofOneKind.Count - 1} more like it.";
}
