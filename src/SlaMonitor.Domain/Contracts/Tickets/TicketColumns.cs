namespace SlaMonitor.Domain.Contracts.Tickets;

/// <summary>Which columns an extract needs for what the contract asks of its tickets.</summary>
public static class TicketColumns
{
    /// <summary>Those that an extract cannot be read without, whatever is asked.</summary>
    public static IReadOnlyList<TicketColumn> Always(TicketRows rows) => rows == TicketRows.OnePerUpdate
        ? [TicketColumn.Number, TicketColumn.State, TicketColumn.Opened, TicketColumn.Updated]
        : [TicketColumn.Number, TicketColumn.Opened];

    /// <summary>Those that a rule asks for besides; some may come twice.</summary>
    public static IEnumerable<TicketColumn> Of(TicketRule rule, TicketRows rows)
    {
        if (rule.Counts is TicketQuestion.ResolvedInTarget or TicketQuestion.TimeToResolve or TicketQuestion.Resolved or TicketQuestion.Open or TicketQuestion.OpenLong or TicketQuestion.OpenOverdue or TicketQuestion.Downtime
            || IsPlacedByResolution(rule))
            yield return TicketColumn.Resolved;
        if (rule.IsOfResponse || rule.BelongsTo == TicketMoment.Responded) yield return TicketColumn.Responded;
        if (rule.Counts == TicketQuestion.Closed || rule.BelongsTo == TicketMoment.Closed || rule.WithoutResolution == NoResolutionTime.AsClosed) yield return TicketColumn.Closed;
        if (rule.Counts == TicketQuestion.Reassigned) yield return TicketColumn.Reassigned;
        if (rule.Counts == TicketQuestion.Escalated) yield return TicketColumn.Escalated;
        if (rule.Counts == TicketQuestion.ResolvedAtFirstContact) yield return TicketColumn.FirstContact;
        if (rule.Counts == TicketQuestion.Reopened && rows == TicketRows.OnePerTicket) yield return TicketColumn.Reopened;
        if (rule.Where.Priorities.Count > 0 || rule.Targets.Any(t => t.Priority is not null)) yield return TicketColumn.Priority;
        if (rule.Where.Categories.Count > 0) yield return TicketColumn.Category;
        if (rule.Where.Sites.Count > 0) yield return TicketColumn.Site;
        if (rule.Where.Groups.Count > 0) yield return TicketColumn.Group;
    }

    /// <summary>Those of an extract's columns that a file of it may do without: optional ones that no rule of the contract asks for.</summary>
    public static IReadOnlyList<TicketColumn> MayBeMissing(TicketExtract extract, IEnumerable<TicketRule> rules) =>
        [.. extract.Optional.Except(Always(extract.Rows)).Except(rules.Where(r => r.Extract == extract.Name).SelectMany(r => Of(r, extract.Rows)))];

    /// <summary>By default, tickets belong to the period they were resolved in.</summary>
    private static bool IsPlacedByResolution(TicketRule rule) =>
        rule.BelongsTo == TicketMoment.Resolved && rule.Counts is not (TicketQuestion.Opened or TicketQuestion.Closed);
}
