using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Pages.Charts;
using SlaMonitor.Web.Pages.Contracts;

namespace SlaMonitor.Web.Pages.Breaches;

/// <summary>Something recorded about a breach, and what it does to the assessment of today.</summary>
/// <param name="Effect">Null where decisions of its kind change no figure.</param>
public sealed record DecidedThen(RegisteredDecision Recorded, Delta? Effect);

/// <summary>One breach as its page shows it.</summary>
/// <param name="Cost">What the points and credits of the contract would be without it; null where that is decided, or there is nothing to excuse.</param>
/// <param name="Decisions">In the order of recording.</param>
public sealed record BreachModel(OpenedContract Contract, ContractAssessment Assessment, ReviewedBreach Breach, Delta? Cost, IReadOnlyList<DecidedThen> Decisions)
{
    public PeriodAssessment Period => Breach.Period;

    public IndicatorResult Result => Breach.Result;

    /// <summary>What the supplier's figures alone come to.</summary>
    public IndicatorResult Unexcused => Result.Without ?? Result;

    public string Code => Result.Indicator.Code;

    public string Address => AddressOf(Contract.Code, Period, Code);

    /// <summary>The indicator in twelve Service Periods, the breach's own among them and as many before it as there are.</summary>
    public Trend History
    {
        get
        {
            const int shown = 12, after = 3;
            var end = Math.Min(Assessment.Periods.Count, Math.Max(shown, Assessment.Periods.ToList().IndexOf(Period) + 1 + after));
            return Trend.Of(Code, [.. Assessment.Periods.Take(end).TakeLast(shown)]);
        }
    }

    /// <summary>What the contract makes follow from this breach.</summary>
    public IReadOnlyList<TriggerEvent> Triggers => [.. Period.Triggers.Where(t => t.Subject == Code)];

    /// <summary>By when the contract wants a draft Rectification Plan; null where it wants none of this breach.</summary>
    public TriggerEvent? PlanByContract => Triggers.FirstOrDefault(t => t.Trigger is Trigger.RectificationPlan);

    public static string AddressOf(string contract, PeriodAssessment period, string code) => PageAddress.Breach(contract, period.Period.Name, code);

    /// <summary>96.50 %: Severe KPI Failure.</summary>
    public static string WhatHappened(IndicatorResult result) => result.Shown is { } level ? $"{level}: {result.Outcome.InWords()}" : result.Outcome.InWords();

    /// <summary>What the level is judged by; null where there is no ladder.</summary>
    public string? Ladder => Result.Ladder is { } ladder ? LadderInWords.Of(Result.Indicator, ladder) : null;

    /// <returns>Null where there is no such breach.</returns>
    public static BreachModel? Of(OpenedContract contract, YearMonth month, string code)
    {
        var assessment = contract.Assessed;
        if (ReviewedBreach.Of(assessment).FirstOrDefault(b => b.Period.Period.Month == month && b.Result.Indicator.Code == code) is not { } breach) return null;
        var about = contract.Stored.Decisions.Where(d => d.Decision is Decision.OfResult one && one.Month == month && one.Indicator == code).ToList();
        return new(contract, assessment, breach, CostOf(contract, breach), [.. about.Select(d => new DecidedThen(d, d.Decision is Decision.ReliefDecided ? Effect(contract, d) : null))]);
    }

    private static Delta? CostOf(OpenedContract contract, ReviewedBreach breach)
    {
        if (!breach.Result.IsFailure) return null;
        var excused = new Decision.ReliefAccepted(breach.Period.Period.Month, breach.Result.Indicator.Code, new(contract.Code, contract.Today, "nobody", "only to see what it costs", null));
        return PreviewDecision.Of(contract.Stored, contract.Terms, excused, contract.Basis, contract.Today).Delta;
    }

    private static Delta Effect(OpenedContract contract, RegisteredDecision one) => PreviewDecision.EffectOf(contract.Stored, contract.Terms, one, contract.Basis, contract.Today);
}

/// <summary>Decisions in the words of the pages.</summary>
public static class DecisionWords
{
    public static string Of(Decision decision) => decision switch
    {
        Decision.ReliefClaimed => "Relief claimed",
        Decision.ReliefAccepted => "Relief accepted",
        Decision.ReliefPartAccepted => "Relief accepted in part",
        Decision.ReliefRejected => "Relief rejected",
        Decision.DisputeOpened => "Dispute opened",
        Decision.DisputeResolved resolved => $"Dispute resolved: {Of(resolved.Outcome)}",
        Decision.BreachAcknowledged => "Acknowledged",
        Decision.BreachClosed => "Closed",
        Decision.PlanRequired plan => $"Rectification Plan required by {InWords.Day(plan.Due)}",
        Decision.PlanReceived => "Draft Rectification Plan received",
        Decision.OptionExercised option => $"Option {option.Option} exercised",
        Decision.NoticeGiven notice => $"Notice given of option {notice.Option}",
        Decision.Terminated terminated => $"Terminated from {InWords.Day(terminated.Ends)}",
        Decision.MilestoneDone milestone => $"{milestone.Milestone} done",
        Decision.ChargesWithheld withheld => $"Charges withheld{(withheld.Amount is { } amount ? $": {amount}" : "")}",
        Decision.ChargesPaid paid => $"Charges paid: {paid.Amount}",
        Decision.CreditNotified notified => $"Supplier told of {notified.Amount}",
        Decision.CreditAgreed agreed => $"Supplier agreed to {agreed.Amount}",
        Decision.CreditDisputed => "Supplier disputes the credit",
        Decision.CreditDeducted deducted => $"{deducted.Amount} deducted on {deducted.Invoice}",
        Decision.CreditWaiverProposed proposed => $"Waiver of {proposed.Amount} proposed",
        Decision.CreditWaived waived => $"{waived.Amount} waived",
        _ => throw new InvalidOperationException("The set of decisions is closed."),
    };

    public static string Of(DisputeOutcome outcome) => outcome switch
    {
        DisputeOutcome.ResultStands => "the result stands",
        DisputeOutcome.ResultChanges => "the result changes",
        _ => "withdrawn",
    };

    /// <summary>Where the review of a breach stands, the most pressing first.</summary>
    public static string Stage(ReviewedBreach breach, LocalDate today) => breach switch
    {
        { Result.Relief: { IsOpen: true } } => "Relief to decide",
        { Result.Dispute: { Resolved: null } } => "Disputed",
        _ when breach.Review.IsPlanOverdue(today) => "Plan overdue",
        { Review.Closed: not null } => "Closed",
        { Review: { Plan: not null, PlanReceived: null } } => "Plan awaited",
        { Result.Relief.Decided: Decision.ReliefAccepted } => "Relieved",
        { Result.Relief.Decided: Decision.ReliefPartAccepted } => "Relieved in part",
        { Result.Relief.Decided: Decision.ReliefRejected } => "Relief rejected",
        { Review.PlanReceived: not null } => "Plan received",
        { Review.Acknowledged: not null } => "Acknowledged",
        _ when breach.WantsReview(today) => "To review",
        _ => "Not reviewed",
    };

    public static string? ColourOf(ReviewedBreach breach, LocalDate today) => breach.WantsReview(today) ? "red" : breach.Review.Closed is not null ? "grey" : null;
}
