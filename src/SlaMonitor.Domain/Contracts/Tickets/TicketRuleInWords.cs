namespace SlaMonitor.Domain.Contracts.Tickets;

/// <summary>Says a rule of counting tickets as a sentence would.</summary>
public static class TicketRuleInWords
{
    public static string Of(TicketRule rule) => string.Join("; ", ((string?[])[Question(rule), rule.Where.IsAll ? null : $"only {rule.Where}", Targets(rule), Holds(rule), Reopened(rule), Priority(rule), Placed(rule)]).OfType<string>());

    public static string Question(TicketRule rule) => rule.Counts switch
    {
        TicketQuestion.ResolvedInTarget => "resolved within their target",
        TicketQuestion.RespondedInTarget => "answered for the first time within their target",
        TicketQuestion.ResolvedAtFirstContact => "resolved at the first contact",
        TicketQuestion.Reopened => "opened again",
        TicketQuestion.Reassigned => $"passed on more than {Times(rule.ReassignedOver)}",
        TicketQuestion.Escalated => "escalated",
        TicketQuestion.TimeToResolve => $"time to resolve{Clock(rule)}",
        TicketQuestion.TimeToRespond => $"time to the first answer{Clock(rule)}",
        TicketQuestion.Opened => "opened in the period",
        TicketQuestion.Resolved => "resolved in the period",
        TicketQuestion.Closed => "closed in the period",
        TicketQuestion.Open => "open at the end of the period",
        TicketQuestion.OpenLong => $"open for more than {rule.OpenOverDays.Counted("day")} at the end of the period",
        TicketQuestion.Downtime => "outages and maintenance of the period",
        TicketQuestion.OpenOverdue => "open past their target at the end of the period",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Counts, "No question."),
    };

    private static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        2 => "twice",
        _ => $"{count} times",
    };

    private static string Clock(TicketRule rule) => rule.Clock is { } name ? $" in hours of '{name}'" : " around the clock";

    private static string? Targets(TicketRule rule) => rule.HasTarget
        ? string.Join(", ", rule.Targets.Select(t => t.Priority is { } priority ? $"{priority} {t.Time}" : rule.Targets.Count == 1 ? $"target {t.Time}" : $"others {t.Time}"))
        : null;

    private static string? Holds(TicketRule rule) => rule.HasTime ? rule.Holds == HoldRule.Excluded ? "time on hold left out" : "time on hold counted" : null;

    private static string? Reopened(TicketRule rule) => !rule.HasTime ? null : rule.Reopened switch
    {
        ReopenedRule.Resumes => "opened again, the time it stood as resolved left out",
        ReopenedRule.FirstResolution => "opened again, to its first resolution",
        _ => null,
    };

    private static string? Priority(TicketRule rule) => rule.Priority == PriorityRule.AtOpening ? "by the priority it was opened with" : null;

    private static string? Placed(TicketRule rule) => rule.IsStock || rule.Counts is TicketQuestion.Opened or TicketQuestion.Resolved or TicketQuestion.Closed
        ? null
        : $"taken by when {Moment(rule.BelongsTo)}";

    /// <summary>They were resolved; their target runs out.</summary>
    public static string Moment(TicketMoment moment) => moment switch
    {
        TicketMoment.Due => "their target runs out",
        TicketMoment.Responded => "they were first answered",
        _ => $"they were {moment.Key()}",
    };
}
