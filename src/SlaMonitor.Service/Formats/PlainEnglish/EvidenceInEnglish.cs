using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>How an indicator's figures are counted from tickets.</summary>
internal static class EvidenceInEnglish
{
    public static string Of(TicketRule rule) => string.Join(' ', new[]
    {
        $"Its figures are counted from the ticket extract {Phrases.Quoted(rule.Extract)} that comes with the return: {Asked(rule)}{Where(rule.Where)}.",
        Targets(rule), Clock(rule), Placed(rule), Holds(rule), Reopened(rule), Priority(rule), WithoutResolution(rule), Cancelled(rule), Decides(rule),
    }.Where(sentence => sentence.Length > 0));

    /// <summary>Of times without their clock, which has a sentence of its own.</summary>
    private static string Asked(TicketRule rule) => rule.Counts switch
    {
        TicketQuestion.TimeToResolve => "how long each took to be resolved",
        TicketQuestion.TimeToRespond => "how long each took to be answered for the first time",
        _ => $"those {TicketRuleInWords.Question(rule)}",
    };

    /// <summary>a, b or c.</summary>
    public static string Or(IEnumerable<string> items) => Or([.. items]);

    private static string Or(IReadOnlyList<string> items) => items.Count == 1 ? items[0] : $"{string.Join(", ", items.SkipLast(1))} or {items[^1]}";

    private static string Where(TicketSelection where) => where.IsAll
        ? ", of all tickets"
        : $", of tickets with {Phrases.And(new[] { ("priority", where.Priorities), ("category", where.Categories), ("site", where.Sites), ("group", where.Groups) }.Where(l => l.Item2.Count > 0).Select(l => $"{l.Item1} {Or(l.Item2)}"))}";

    private static string Targets(TicketRule rule)
    {
        if (!rule.HasTarget) return "";
        var each = rule.Targets.Select(t => $"{Time(t.Time)}{For(t, rule)}");
        return $"The target is {Phrases.Clauses(each)}.{(rule.Targets.All(t => t.Priority is not null) ? " A ticket of any other priority has none and is left out." : "")}{WorkingDays(rule)}";
    }

    private static string For(TicketTarget target, TicketRule rule) => target.Priority is { } priority ? $" for {priority}" : rule.Targets.Count == 1 ? "" : " for all others";

    private static string Time(TargetTime time) => time switch
    {
        TargetTime.OfClock { Calendar: { } calendar, Minutes: var minutes } => $"{Length(minutes)} of {Phrases.Quoted(calendar)} time",
        TargetTime.OfClock { Minutes: var minutes } => $"{Length(minutes)} around the clock",
        TargetTime.OfWorkingDays { Days: var days } => days.Counted("working day"),
        _ => throw new InvalidOperationException("The set of targets is closed."),
    };

    private static string WorkingDays(TicketRule rule) => rule.Targets.Any(t => t.Time is TargetTime.OfWorkingDays)
        ? " Working days are counted from the day after the one a ticket was opened on, and the last one is in time to its end; time on hold makes no difference to them."
        : "";

    private static string Length(int minutes) => minutes % 60 == 0 ? (minutes / 60).Counted("hour") : minutes.Counted("minute");

    private static string Clock(TicketRule rule) => rule is { HasTime: true, HasTarget: false }
        ? rule.Clock is { } calendar ? $"Only {Phrases.Quoted(calendar)} time counts." : "Time counts around the clock."
        : "";

    private static string Placed(TicketRule rule)
    {
        if (rule.IsStock || rule.Counts is TicketQuestion.Opened or TicketQuestion.Resolved or TicketQuestion.Closed) return "";
        return $"A ticket belongs to the Service Period in which {(rule.BelongsTo == TicketMoment.Due ? "its target runs out" : rule.BelongsTo == TicketMoment.Responded ? "it was first answered" : $"it was {rule.BelongsTo.Key()}")}.";
    }

    private static string Holds(TicketRule rule)
    {
        if (!rule.HasTime || (rule.HasTarget && rule.Targets.All(t => t.Time is TargetTime.OfWorkingDays))) return "";
        return rule.Holds == HoldRule.Excluded ? "Time on hold does not count." : "Time on hold counts like any other.";
    }

    private static string Reopened(TicketRule rule) => rule.Reopened switch
    {
        ReopenedRule.RunsOn => rule.HasTime ? "Of a ticket opened again all time counts, from its opening to its last resolution." : "",
        ReopenedRule.Resumes => "Of a ticket opened again the time in which it stood as resolved does not count.",
        ReopenedRule.FirstResolution => "A ticket opened again counts as resolved when it first was.",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Reopened, "Not a rule of reopened tickets."),
    };

    private static string Priority(TicketRule rule)
    {
        if (rule.Priority == PriorityRule.AtOpening) return "Where a ticket's priority was changed, the one it was opened with decides.";
        return rule.Where.Priorities.Count > 0 || rule.Targets.Any(t => t.Priority is not null) ? "Where a ticket's priority was changed, the last one decides." : "";
    }

    private static string WithoutResolution(TicketRule rule)
    {
        if (rule.WithoutResolution == NoResolutionTime.AsClosed) return "A ticket said to be resolved but not when counts as resolved when it was closed.";
        return rule.IsOfResponse || rule.Counts is TicketQuestion.Opened or TicketQuestion.Closed ? "" : "A ticket said to be resolved but not when is left out.";
    }

    private static string Cancelled(TicketRule rule) => rule.CountsCancelled ? "Cancelled tickets count like others." : "Cancelled tickets are left out.";

    private static string Decides(TicketRule rule) => rule.Decides == EvidenceDecides.Tickets
        ? "Where the supplier's own figures differ, those of the tickets count."
        : "Where the supplier's own figures differ, the supplier's count, and the difference is shown.";
}
