using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>What the exports of some tools look like, as extracts without a name; a contract says only where its own differ.</summary>
internal static class TicketPresets
{
    public static TicketExtract Of(TicketForm form) => form switch
    {
        TicketForm.Plain => Plain,
        TicketForm.ServiceNowIncidents => ServiceNowIncidents,
        TicketForm.ServiceNowEventLog => ServiceNowEventLog,
        TicketForm.ServiceNowTaskSla => ServiceNowTaskSla,
        TicketForm.ServiceNowOutages => ServiceNowOutages,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Not a form of an extract."),
    };

    /// <summary>For whoever writes the extract by hand or by a program of their own: the contract's words, and ISO times.</summary>
    private static TicketExtract Plain { get; } = new()
    {
        Name = "",
        Form = TicketForm.Plain,
        Columns = new Dictionary<TicketColumn, string>
        {
            [TicketColumn.Number] = "number",
            [TicketColumn.State] = "state",
            [TicketColumn.Priority] = "priority",
            [TicketColumn.Category] = "category",
            [TicketColumn.Site] = "site",
            [TicketColumn.Group] = "group",
            [TicketColumn.Opened] = "opened",
            [TicketColumn.Responded] = "responded",
            [TicketColumn.Resolved] = "resolved",
            [TicketColumn.Closed] = "closed",
            [TicketColumn.Updated] = "updated",
            [TicketColumn.Update] = "update",
            [TicketColumn.Reopened] = "reopened",
            [TicketColumn.Reassigned] = "reassigned",
            [TicketColumn.Escalated] = "escalated",
            [TicketColumn.FirstContact] = "first contact",
            [TicketColumn.Held] = "held",
            [TicketColumn.Affected] = "affected",
            [TicketColumn.Users] = "users",
            [TicketColumn.Maintenance] = "maintenance",
        },
        Optional = AllBut(TicketColumn.Number, TicketColumn.Opened),
        States = States(["open"], ["on hold"], ["resolved"], ["closed"], ["cancelled"]),
        HeldIn = HeldIn.Minutes,
    };

    /// <summary>The outage list: the service is its configuration item, and a planned outage is maintenance. How many users were affected it does
    /// not say, so that a contract that goes by them names columns for it.</summary>
    private static TicketExtract ServiceNowOutages { get; } = new()
    {
        Name = "",
        Form = TicketForm.ServiceNowOutages,
        Columns = new Dictionary<TicketColumn, string>
        {
            [TicketColumn.Number] = "number",
            [TicketColumn.Category] = "cmdb_ci",
            [TicketColumn.Opened] = "begin",
            [TicketColumn.Resolved] = "end",
            [TicketColumn.Maintenance] = "type",
        },
        MaintenanceWords = ["Planned Outage"],
    };

    /// <summary>The incident list. Its 'escalation' is no answer to whether a ticket was escalated, so that a contract names a column for it.</summary>
    private static TicketExtract ServiceNowIncidents { get; } = new()
    {
        Name = "",
        Form = TicketForm.ServiceNowIncidents,
        Columns = Incident("state"),
        Optional = AllBut(TicketColumn.Number, TicketColumn.State, TicketColumn.Opened, TicketColumn.Resolved),
        States = States(["New", "In Progress"], ["On Hold"], ["Resolved"], ["Closed"], ["Canceled"]),
        Priorities = Priorities("1 - Critical", "2 - High", "3 - Moderate", "4 - Low", "5 - Planning"),
    };

    /// <summary>The incidents' history as published for process mining: a row for each update, and words of earlier releases.</summary>
    private static TicketExtract ServiceNowEventLog { get; } = ServiceNowIncidents with
    {
        Form = TicketForm.ServiceNowEventLog,
        Rows = TicketRows.OnePerUpdate,
        Columns = new Dictionary<TicketColumn, string>(Incident("incident_state")) { [TicketColumn.Updated] = "sys_updated_at", [TicketColumn.Update] = "sys_mod_count" },
        Times = "dd-MM-yyyy HH:mm",
        Empty = ["?"],
        States = States(["New", "Active"], ["Awaiting User Info", "Awaiting Problem", "Awaiting Vendor", "Awaiting Evidence"], ["Resolved"], ["Closed"], ["Canceled"]),
    };

    /// <summary>
    /// The clocks of the tool's own SLAs, one row each. A pause is taken in the business time of the SLA's schedule, as it comes off time of
    /// the contract's service hours; an SLA without a schedule has both alike. 'Breached' is a stage of tickets open and resolved, so that a
    /// contract whose tool writes it says which.
    /// </summary>
    private static TicketExtract ServiceNowTaskSla { get; } = new()
    {
        Name = "",
        Form = TicketForm.ServiceNowTaskSla,
        Columns = new Dictionary<TicketColumn, string>
        {
            [TicketColumn.Number] = "task.number",
            [TicketColumn.State] = "stage",
            [TicketColumn.Priority] = "task.priority",
            [TicketColumn.Category] = "task.category",
            [TicketColumn.Site] = "task.location",
            [TicketColumn.Group] = "task.assignment_group",
            [TicketColumn.Opened] = "start_time",
            [TicketColumn.Resolved] = "end_time",
            [TicketColumn.Held] = "business_pause_duration",
        },
        Optional = [TicketColumn.Priority, TicketColumn.Category, TicketColumn.Site, TicketColumn.Group],
        States = States(["In progress", "In Progress"], ["Paused"], ["Completed", "Achieved"], [], ["Cancelled"]),
        Priorities = Priorities("1 - Critical", "2 - High", "3 - Moderate", "4 - Low", "5 - Planning"),
        HeldIn = HeldIn.Seconds,
    };

    private static Dictionary<TicketColumn, string> Incident(string state) => new()
    {
        [TicketColumn.Number] = "number",
        [TicketColumn.State] = state,
        [TicketColumn.Priority] = "priority",
        [TicketColumn.Category] = "category",
        [TicketColumn.Site] = "location",
        [TicketColumn.Group] = "assignment_group",
        [TicketColumn.Opened] = "opened_at",
        [TicketColumn.Resolved] = "resolved_at",
        [TicketColumn.Closed] = "closed_at",
        [TicketColumn.Reopened] = "reopen_count",
        [TicketColumn.Reassigned] = "reassignment_count",
    };

    private static IReadOnlyCollection<TicketColumn> AllBut(params TicketColumn[] needed) => [.. Enum.GetValues<TicketColumn>().Except(needed)];

    private static Dictionary<string, TicketState> States(params string[][] words) =>
        Enum.GetValues<TicketState>().SelectMany(state => words[(int)state].Select(word => (word, state))).ToDictionary(s => s.word, s => s.state);

    /// <summary>The most urgent first: P1, P2 and so on.</summary>
    private static IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Priorities(params string[] words) =>
        [.. words.Select((word, i) => KeyValuePair.Create($"P{i + 1}", (IReadOnlyList<string>)[word]))];
}
