using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service;

namespace SlaMonitor.Web.Pages.Ledger;

/// <summary>Something that can become of a Service Credit.</summary>
/// <param name="Key">The end of its address.</param>
/// <param name="Name">As the link and the page's title say it.</param>
/// <param name="Ask">What the reason answers.</param>
public sealed record CreditStep(string Key, string Name, string Ask)
{
    private static readonly CreditStep
        Notify = new("notify", "Record that the supplier was told", "How they were told"),
        Agree = new("agree", "Record that the supplier agrees", "Where they agreed"),
        Dispute = new("dispute", "Record that the supplier disputes it", "What they dispute"),
        Deduct = new("deduct", "Record a deduction on an invoice", "Anything to add about the deduction"),
        Propose = new("propose-waiver", "Propose to waive it", "Why it should be given up"),
        Waive = new("waive", "Waive it", "Why it is given up");

    private static readonly CreditStep[] All = [Notify, Agree, Dispute, Deduct, Propose, Waive];

    public bool AsksAmount => this != Dispute;

    public bool AsksInvoice => this == Deduct;

    public bool IsWaiver => this == Waive || this == Propose;

    /// <summary>What may be done about a credit now, and by this person.</summary>
    public static IReadOnlyList<CreditStep> Of(CreditModel credit, WaiverPolicy policy, string by)
    {
        if (credit.Entry.Unclaimed is not { } left || left <= Money.Zero) return [];
        return [.. All.Where(s => s.IsOpen(credit, left, policy, by))];
    }

    private bool IsOpen(CreditModel credit, Money left, WaiverPolicy policy, string by)
    {
        var (stage, proposed) = (credit.Entry.Stage, credit.Entry.Proposed);
        return this == Notify ? stage == CreditStage.Computed
            : this == Agree ? stage is CreditStage.Notified or CreditStage.Disputed
            : this == Dispute ? stage is CreditStage.Notified or CreditStage.Agreed
            : this == Deduct || (this == Propose ? left > policy.MostAlone && proposed is null
                : left <= policy.MostAlone || (proposed is not null && policy.Allows(credit.Contract.Stored, new(proposed.Month, proposed.Amount, proposed.Taken), by)));
    }

    internal Decision Taking(CreditModel credit, Money amount, string invoice, Taken taken)
    {
        var month = credit.Entry.Period.Period.Month;
        return this == Notify ? new Decision.CreditNotified(month, amount, taken)
            : this == Agree ? new Decision.CreditAgreed(month, amount, taken)
            : this == Dispute ? new Decision.CreditDisputed(month, taken)
            : this == Deduct ? new Decision.CreditDeducted(month, amount, invoice, taken)
            : this == Propose ? new Decision.CreditWaiverProposed(month, amount, taken)
            : new Decision.CreditWaived(month, amount, taken);
    }
}
