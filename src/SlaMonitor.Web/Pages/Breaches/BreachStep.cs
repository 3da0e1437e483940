using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Decisions;

namespace SlaMonitor.Web.Pages.Breaches;

/// <summary>Something that can be done about a breach.</summary>
/// <param name="Key">The end of its address.</param>
/// <param name="Name">As the link and the page's title say it.</param>
/// <param name="Ask">What the reason answers.</param>
public sealed record BreachStep(string Key, string Name, string Ask)
{
    private static readonly BreachStep
        Acknowledge = new("acknowledge", "Acknowledge the breach", "What you will do about it"),
        Accept = new("accept-relief", "Accept relief", "Why the failure is excused"),
        AcceptPart = new("accept-part", "Accept relief in part", "Why these figures count instead"),
        Reject = new("reject-relief", "Reject relief", "Why the failure is not excused"),
        RequirePlan = new("require-plan", "Require a Rectification Plan", "What the plan has to mend"),
        PlanReceived = new("plan-received", "Record the draft plan as received", "Where the draft is kept"),
        OpenDispute = new("open-dispute", "Record a dispute", "What is disputed"),
        ResolveDispute = new("resolve-dispute", "Resolve the dispute", "Why it ended so"),
        Close = new("close", "Close the breach", "Why nothing more is to be done");

    private static readonly BreachStep[] All = [Acknowledge, Accept, AcceptPart, Reject, ResolveDispute, RequirePlan, PlanReceived, OpenDispute, Close];

    public bool AsksFigures => this == AcceptPart;

    public bool AsksOutcome => this == ResolveDispute;

    public bool AsksDue => this == RequirePlan;

    /// <summary>What can be done about a breach now.</summary>
    public static IReadOnlyList<BreachStep> Of(BreachModel breach) => [.. All.Where(s => s.IsOpen(breach))];

    private bool IsOpen(BreachModel breach)
    {
        var (result, review) = (breach.Result, breach.Breach.Review);
        var mayExcuse = result.Relief is { IsOpen: true } || (result.Relief is null && result.IsFailure);
        return this == Acknowledge ? review.Acknowledged is null && review.Closed is null && result.IsFailure
            : this == Accept ? mayExcuse
            : this == AcceptPart ? mayExcuse && result.Indicator.Measure is not null
            : this == Reject ? result.Relief is { IsOpen: true }
            : this == ResolveDispute ? result.Dispute is { Resolved: null }
            : this == OpenDispute ? result.IsScored && result.Dispute is not { Resolved: null }
            : this == RequirePlan ? result.IsFailure && (review.Plan is null || review.PlanReceived is not null)
            : this == PlanReceived ? review.Plan is not null && review.PlanReceived is null
            : review.Closed is null && result.IsFailure;
    }

    /// <summary>The decision that a filled form makes; its fields are sound.</summary>
    internal Decision Taking(BreachModel breach, Taken taken, Figures? figures, DisputeOutcome outcome, NodaTime.LocalDate due)
    {
        var (month, code) = (breach.Period.Period.Month, breach.Code);
        return this == Acknowledge ? new Decision.BreachAcknowledged(month, code, taken)
            : this == Accept ? new Decision.ReliefAccepted(month, code, taken)
            : this == AcceptPart ? new Decision.ReliefPartAccepted(month, code, figures!, taken)
            : this == Reject ? new Decision.ReliefRejected(month, code, taken)
            : this == ResolveDispute ? new Decision.DisputeResolved(month, code, outcome, taken)
            : this == OpenDispute ? new Decision.DisputeOpened(month, code, taken)
            : this == RequirePlan ? new Decision.PlanRequired(month, code, due, taken)
            : this == PlanReceived ? new Decision.PlanReceived(month, code, taken)
            : new Decision.BreachClosed(month, code, taken);
    }
}
