using SlaMonitor.Domain.Contracts.Measures;

namespace SlaMonitor.Domain.Contracts.Tickets;

/// <summary>What makes the rule of an indicator that is counted from tickets contradict its measure or the contract. Paths are relative to the
/// indicator.</summary>
internal static class EvidenceChecks
{
    private const string Key = "evidence";

    private static readonly IReadOnlyList<TicketQuestion> Shares =
    [
        TicketQuestion.ResolvedInTarget, TicketQuestion.RespondedInTarget, TicketQuestion.ResolvedAtFirstContact,
        TicketQuestion.Reopened, TicketQuestion.Reassigned, TicketQuestion.Escalated,
    ];

    private static readonly IReadOnlyList<TicketQuestion> Flows = [TicketQuestion.Opened, TicketQuestion.Resolved, TicketQuestion.Closed];

    private static readonly IReadOnlyList<TicketQuestion> Stocks = [TicketQuestion.Open, TicketQuestion.OpenLong, TicketQuestion.OpenOverdue];

    private static readonly IReadOnlyList<TicketQuestion> Times = [TicketQuestion.TimeToResolve, TicketQuestion.TimeToRespond];

    private static readonly IReadOnlyList<string> TimeUnits = ["minutes", "hours", "days"];

    public static IEnumerable<Problem> Of(Indicator indicator, ContractDraft draft)
    {
        if (indicator.Evidence is not { } rule) return [];
        if (indicator.Measure is not { } measure) return [new(ContractProblems.EvidenceUnfit, Key, "'measure' beside it", "'combine'")];
        if (draft.Extracts.FirstOrDefault(e => e.Name == rule.Extract) is not { } extract)
            return [new(ContractProblems.UnknownExtract, $"{Key}.tickets", draft.Extracts.Count == 0 ? "an extract under 'tickets'" : $"one of: {string.Join(", ", draft.Extracts.Select(e => e.Name))}", rule.Extract)];
        return [.. Question(indicator, measure, rule), .. Targets(rule, draft), .. OnlyEventLogs(rule, extract), .. Columns(rule, extract), .. Priorities(rule, extract)];
    }

    /// <summary>Extracts by themselves. Paths are those of the contract.</summary>
    public static IEnumerable<Problem> Of(ContractDraft draft)
    {
        foreach (var extract in draft.Extracts)
        {
            var path = $"tickets.{extract.Name}";
            if (!TicketTimeFormat.IsSound(extract.Times))
                yield return new(ContractProblems.TimesUnreadable, $"{path}.times", $"yyyy, MM, dd, HH and mm once each, with ss if wanted, such as {TicketTimeFormat.Default}", extract.Times);
            foreach (var needed in TicketColumns.Always(extract.Rows).Where(c => !extract.Columns.ContainsKey(c)))
                yield return new(ContractProblems.ColumnMissing, $"{path}.columns", $"the column of '{needed.Key()}'", "none");
            foreach (var twice in extract.Priorities.SelectMany(p => p.Value).GroupBy(w => w).Where(g => g.Count() > 1))
                yield return new(ContractProblems.WordTwice, $"{path}.priorities", "each word under one priority", $"'{twice.Key}' {twice.Count()} times");
            if (draft.Indicators.All(i => i.Evidence?.Extract != extract.Name))
                yield return new(ContractProblems.ExtractIdle, path, "an indicator counted from it", "none");
        }
    }

    private static IEnumerable<Problem> Question(Indicator indicator, Measure measure, TicketRule rule)
    {
        var fitting = measure switch
        {
            RatioOfCounts { OpenOverdue: not null } => [TicketQuestion.ResolvedInTarget, TicketQuestion.RespondedInTarget],
            RatioOfCounts => Shares,
            Count => [.. Flows, .. Shares],
            Stock => Stocks,
            AverageOfCases or StatedPercentile => Times,
            Availability => [TicketQuestion.Downtime],
            _ => [],
        };
        if (fitting.Count == 0)
            yield return new(ContractProblems.EvidenceUnfit, Key, "a ratio, count, stock, average, percentile or availability", Called(measure));
        else if (!fitting.Contains(rule.Counts))
            yield return new(ContractProblems.EvidenceUnfit, $"{Key}.counts", $"one of: {string.Join(", ", fitting.Select(f => f.Key()))}", rule.Counts.Key());
        if (Times.Contains(rule.Counts) && !TimeUnits.Contains(indicator.Unit.Name))
            yield return new(ContractProblems.EvidenceUnfit, "unit", $"one of: {string.Join(", ", TimeUnits)}", $"{indicator.Unit}");
        if (indicator.Breakdown is not null)
            yield return new(ContractProblems.EvidenceUnfit, "breakdown", "figures for the whole beside 'evidence'", "a breakdown");
    }

    /// <summary>A measure that tickets cannot give, as files name it.</summary>
    private static string Called(Measure measure) => measure switch
    {
        MeanOfScale => "mean",
        StatedValue => "stated",
        _ => Words.KindKey(measure),
    };

    private static IEnumerable<Problem> Targets(TicketRule rule, ContractDraft draft)
    {
        if (rule.HasTarget && rule.Targets.Count == 0)
            yield return new(ContractProblems.EvidenceUnfit, $"{Key}.target", "how long a ticket may take", "nothing");
        if (!rule.HasTarget && rule.Targets.Count > 0)
            yield return new(ContractProblems.EvidenceUnfit, $"{Key}.target", $"no target, as '{rule.Counts.Key()}' has none", "a target");
        if ((rule.IsStock || Flows.Contains(rule.Counts)) && rule.BelongsTo != TicketMoment.Resolved)
            yield return new(ContractProblems.EvidenceUnfit, $"{Key}.belongsTo", $"nothing, as '{rule.Counts.Key()}' names its moment itself", rule.BelongsTo.Key());
        else if (!rule.HasTarget && rule.BelongsTo == TicketMoment.Due)
            yield return new(ContractProblems.EvidenceUnfit, $"{Key}.belongsTo", "due only beside a target", "due");
        if (!rule.HasTime && rule.Holds != HoldRule.Excluded)
            yield return new(ContractProblems.EvidenceUnfit, $"{Key}.holds", "nothing, as no time is reckoned", rule.Holds.Key());
        var calendars = rule.Targets.Select(t => t.Time).OfType<TargetTime.OfClock>().Select(t => t.Calendar).Append(rule.Clock).OfType<string>().Distinct();
        foreach (var unknown in calendars.Where(c => draft.Calendars.All(known => known.Name != c)))
            yield return new(ContractProblems.UnknownCalendar, $"{Key}.clock", draft.Calendars.Count == 0 ? "a calendar under 'calendars'" : $"one of: {string.Join(", ", draft.Calendars.Select(c => c.Name))}", unknown);
    }

    private static IEnumerable<Problem> OnlyEventLogs(TicketRule rule, TicketExtract extract)
    {
        if (extract.Rows == TicketRows.OnePerUpdate) yield break;
        if (rule.Reopened != ReopenedRule.RunsOn)
            yield return new(ContractProblems.NeedsEventLog, $"{Key}.reopened", "runsOn, or an extract with a row for each update", rule.Reopened.Key());
        if (rule.Priority != PriorityRule.Last)
            yield return new(ContractProblems.NeedsEventLog, $"{Key}.priorityTaken", "last, or an extract with a row for each update", rule.Priority.Key());
    }

    private static IEnumerable<Problem> Columns(TicketRule rule, TicketExtract extract)
    {
        foreach (var column in TicketColumns.Of(rule, extract.Rows).Distinct().Where(c => !extract.Columns.ContainsKey(c)))
            yield return new(ContractProblems.ColumnMissing, Key, $"'{column.Key()}' among the columns of '{extract.Name}'", "none");
    }

    private static IEnumerable<Problem> Priorities(TicketRule rule, TicketExtract extract)
    {
        if (extract.Priorities.Count == 0) yield break;
        var named = rule.Where.Priorities.Concat(rule.Targets.Select(t => t.Priority).OfType<string>()).Distinct();
        foreach (var unknown in named.Where(n => extract.Priorities.All(p => p.Key != n)))
            yield return new(ContractProblems.UnknownPriority, Key, $"one of: {string.Join(", ", extract.Priorities.Select(p => p.Key))}", unknown);
    }
}
