using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Tickets;

/// <summary>Which tickets a selection takes, made ready to be asked of many.</summary>
internal sealed class TicketPick
{
    private readonly bool[]? _priorities, _categories, _sites, _groups;
    private readonly bool _atOpening;

    public TicketPick(TicketRule rule, TicketWords words)
    {
        _atOpening = rule.Priority == PriorityRule.AtOpening;
        _priorities = Taken(rule.Where.Priorities, words.Priorities);
        _categories = Taken(rule.Where.Categories, words.Categories);
        _sites = Taken(rule.Where.Sites, words.Sites);
        _groups = Taken(rule.Where.Groups, words.Groups);
    }

    public bool Takes(in Ticket ticket) =>
        (_priorities is null || _priorities[PriorityOf(ticket)])
        && (_categories is null || _categories[ticket.Category])
        && (_sites is null || _sites[ticket.Site])
        && (_groups is null || _groups[ticket.Group]);

    /// <summary>The priority that decides.</summary>
    public short PriorityOf(in Ticket ticket) => _atOpening && ticket.Past is { } past ? past.FirstPriority : ticket.Priority;

    /// <summary>By place, as tickets have it; null where every word is taken.</summary>
    private static bool[]? Taken(IReadOnlyList<string> wanted, IReadOnlyList<string> words) =>
        wanted.Count == 0 ? null : [false, .. words.Select(wanted.Contains)];
}
