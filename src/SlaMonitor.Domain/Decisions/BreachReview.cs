using NodaTime;

namespace SlaMonitor.Domain.Decisions;

/// <summary>How far the review of one failure has come on a day. What it says of reliefs and disputes stands with the result.</summary>
/// <param name="Acknowledged">Null where nobody has.</param>
/// <param name="Plan">The latest Rectification Plan required; null where none is.</param>
/// <param name="PlanReceived">Null where its draft has not come.</param>
/// <param name="Closed">Null while it is open.</param>
public sealed record BreachReview(Decision.BreachAcknowledged? Acknowledged, Decision.PlanRequired? Plan, Decision.PlanReceived? PlanReceived, Decision.BreachClosed? Closed)
{
    /// <summary>Nobody has looked at it yet.</summary>
    public bool IsNew => (Acknowledged, Plan, Closed) is (null, null, null);

    /// <summary>True where a draft is awaited and its day has passed.</summary>
    public bool IsPlanOverdue(LocalDate today) => Plan is { } plan && PlanReceived is null && plan.Due < today;

    /// <param name="decisions">Those about the result, by day.</param>
    public static BreachReview Of(IEnumerable<Decision.OfResult> decisions)
    {
        var told = decisions.ToList();
        var plan = told.OfType<Decision.PlanRequired>().LastOrDefault();
        return new(
            told.OfType<Decision.BreachAcknowledged>().LastOrDefault(), plan,
            plan is null ? null : told.SkipWhile(d => !ReferenceEquals(d, plan)).OfType<Decision.PlanReceived>().LastOrDefault(),
            told.OfType<Decision.BreachClosed>().LastOrDefault());
    }
}
