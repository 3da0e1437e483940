using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The ticket extracts that returns bring as evidence: what of them is read, and how.</summary>
public static class TicketExtractsInEnglish
{
    internal static IEnumerable<Section> Of(ContractTerms terms) => terms.Draft.Extracts.Count == 0
        ? []
        : [new("Ticket extracts", [.. terms.Draft.Extracts.SelectMany(e => Texts(e, terms)).Select(text => new Paragraph(null, text))])];

    /// <summary>One extract in two paragraphs: what it is and what of it is read, and how that is read.</summary>
    public static IEnumerable<string> Texts(TicketExtract extract, ContractTerms terms)
    {
        yield return $"{Phrases.Quoted(extract.Name)} is a CSV file that comes with a return as evidence, {Form(extract.Form)}. {Rows(extract.Rows)} {Columns(extract, terms)}";
        yield return $"Times in {Phrases.Quoted(extract.Name)} are written as {extract.Times}; those without an offset are local times of {(extract.Zone ?? terms.Zone).Id}. {Empty(extract)}{States(extract)}{Priorities(extract)}{Held(extract)}{Maintenance(extract)}{Duplicates(extract)}";
    }

    /// <summary>in the form of ServiceNow's list of incidents.</summary>
    public static string Form(TicketForm form) => form switch
    {
        TicketForm.Plain => "in the plain form of SLA Monitor",
        TicketForm.ServiceNowIncidents => "in the form of ServiceNow's list of incidents",
        TicketForm.ServiceNowEventLog => "in the form of ServiceNow's history of incidents",
        TicketForm.ServiceNowTaskSla => "in the form of ServiceNow's list of task SLAs",
        TicketForm.ServiceNowOutages => "in the form of ServiceNow's list of outages",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form of an extract."),
    };

    private static string Rows(TicketRows rows) => rows == TicketRows.OnePerUpdate
        ? "Each row is an update of a ticket: the last one says how it stands, and all of them when it was on hold, opened again or given another priority."
        : "Each row is a ticket as it stands.";

    private static string Columns(TicketExtract extract, ContractTerms terms)
    {
        var read = extract.Columns.OrderBy(c => c.Key).Select(c => $"{Holds(c.Key)} from {Phrases.Quoted(c.Value)}");
        var missing = TicketColumns.MayBeMissing(extract, terms.Indicators.Select(i => i.Evidence).OfType<TicketRule>()).Where(extract.Columns.ContainsKey).Order().Select(c => Phrases.Quoted(extract.Columns[c])).ToList();
        var without = missing.Count == 0 ? "" : $" A file may come without {Phrases.And(missing)}, as no indicator needs {(missing.Count == 1 ? "it" : "them")}.";
        return $"What is read is {Phrases.And(read)}; nothing else is, and no person's name.{without}";
    }

    private static string Holds(TicketColumn column) => column switch
    {
        TicketColumn.Number => "the number",
        TicketColumn.Opened => "when it was opened",
        TicketColumn.Responded => "when it was first answered",
        TicketColumn.Resolved => "when it was resolved",
        TicketColumn.Closed => "when it was closed",
        TicketColumn.Updated => "when it was updated",
        TicketColumn.Update => "the place of the update",
        TicketColumn.Reopened => "how many times it was opened again",
        TicketColumn.Reassigned => "how many times it was passed on",
        TicketColumn.Escalated => "whether it was escalated",
        TicketColumn.FirstContact => "whether it was resolved at the first contact",
        TicketColumn.Held => "how long it was on hold",
        TicketColumn.Affected => "how many users an outage affected",
        TicketColumn.Users => "how many users there were",
        TicketColumn.Maintenance => "whether it was maintenance",
        _ => $"the {column.Key()}",
    };

    private static string Empty(TicketExtract extract) =>
        extract.Empty.Count == 0 ? "" : $"Besides an empty cell {EvidenceInEnglish.Or(extract.Empty.Select(Phrases.Quoted))} stands for nothing. ";

    private static string States(TicketExtract extract)
    {
        var states = extract.States.GroupBy(s => s.Value, s => s.Key).OrderBy(g => g.Key).Select(g => $"{InWords(g.Key)} by {EvidenceInEnglish.Or(g.Select(Phrases.Quoted))}");
        return extract.Columns.ContainsKey(TicketColumn.State) && extract.States.Count > 0 ? $"A ticket is told to be {Phrases.Clauses(states)}. " : "";
    }

    private static string InWords(TicketState state) => state == TicketState.OnHold ? "on hold" : state.Key();

    private static string Priorities(TicketExtract extract) => extract.Columns.ContainsKey(TicketColumn.Priority) && extract.Priorities.Count > 0
        ? $"The priorities, the most urgent first: {Phrases.Clauses(extract.Priorities.Select(p => $"{p.Key} is written {EvidenceInEnglish.Or(p.Value.Select(Phrases.Quoted))}"))}. "
        : "";

    private static string Held(TicketExtract extract) => extract.Columns.ContainsKey(TicketColumn.Held) ? $"Time on hold is given in {extract.HeldIn.Key()}. " : "";

    private static string Maintenance(TicketExtract extract) => extract.Columns.ContainsKey(TicketColumn.Maintenance) && extract.MaintenanceWords.Count > 0
        ? $"Maintenance is told by {EvidenceInEnglish.Or(extract.MaintenanceWords.Select(Phrases.Quoted))}. "
        : "";

    private static string Duplicates(TicketExtract extract) => extract switch
    {
        { Rows: TicketRows.OnePerUpdate } => "All rows of one number are one ticket.",
        { FindsDuplicates: true } => "A ticket that comes twice counts once.",
        _ => "Nobody looks whether a ticket comes twice.",
    };
}
