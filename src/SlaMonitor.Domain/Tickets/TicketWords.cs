using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Tickets;

/// <summary>The words of an extract that the contract tells apart: those its rules name, and no others.</summary>
public sealed class TicketWords
{
    public TicketWords(TicketExtract extract, IEnumerable<TicketRule> rules)
    {
        var ofExtract = rules.Where(r => r.Extract == extract.Name).ToList();
        AreRanked = extract.Priorities.Count > 0;
        Priorities = AreRanked
            ? [.. extract.Priorities.Select(p => p.Key)]
            : [.. ofExtract.SelectMany(r => r.Where.Priorities.Concat(r.Targets.Select(t => t.Priority).OfType<string>())).Distinct()];
        Categories = [.. ofExtract.SelectMany(r => r.Where.Categories).Distinct()];
        Sites = [.. ofExtract.SelectMany(r => r.Where.Sites).Distinct()];
        Groups = [.. ofExtract.SelectMany(r => r.Where.Groups).Distinct()];
    }

    /// <summary>The most urgent first, where the contract says which words mean which.</summary>
    public IReadOnlyList<string> Priorities { get; }

    /// <summary>Whether the contract says which priority is more urgent than which.</summary>
    public bool AreRanked { get; }

    public IReadOnlyList<string> Categories { get; }

    public IReadOnlyList<string> Sites { get; }

    public IReadOnlyList<string> Groups { get; }

    public static TicketWords Of(ContractTerms terms, TicketExtract extract) =>
        new(extract, terms.Indicators.Select(i => i.Evidence).OfType<TicketRule>());

    /// <summary>The priority at a place, as <see cref="Ticket.Priority"/> has it; null for none.</summary>
    public string? PriorityAt(short place) => place == 0 ? null : Priorities[place - 1];
}
