using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Service.Formats.ContractFiles;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>What a few words of a contract file make of an extract and of a rule; and that no more is written back than was said.</summary>
public sealed class TicketsInFilesTests
{
    private const string Stock = "measure: { stock: incidents }\n    evidence: { tickets: incidents, counts: open }";

    [Fact]
    public void The_incident_list_of_ServiceNow()
    {
        var extract = Extract("{ form: serviceNowIncidents }");
        Assert.Equal(
            "number: number, state: state, priority: priority, category: category, site: location, group: assignment_group, opened: opened_at, resolved: resolved_at, closed: closed_at, reopened: reopen_count, reassigned: reassignment_count",
            Columns(extract));
        Assert.Equal(("yyyy-MM-dd HH:mm:ss", TicketRows.OnePerTicket, null), (extract.Times, extract.Rows, extract.Zone));
        Assert.Equal("New: open, In Progress: open, On Hold: onHold, Resolved: resolved, Closed: closed, Canceled: cancelled", States(extract));
        Assert.Equal("P1: 1 - Critical, P2: 2 - High, P3: 3 - Moderate, P4: 4 - Low, P5: 5 - Planning", Priorities(extract));
        Assert.True(extract.FindsDuplicates);
    }

    [Fact]
    public void The_event_log_of_ServiceNow()
    {
        var extract = Extract("{ form: serviceNowEventLog }");
        Assert.Equal(
            "number: number, state: incident_state, priority: priority, category: category, site: location, group: assignment_group, opened: opened_at, resolved: resolved_at, closed: closed_at, updated: sys_updated_at, update: sys_mod_count, reopened: reopen_count, reassigned: reassignment_count",
            Columns(extract));
        Assert.Equal(("dd-MM-yyyy HH:mm", TicketRows.OnePerUpdate, "?"), (extract.Times, extract.Rows, Assert.Single(extract.Empty)));
        Assert.Equal(
            "New: open, Active: open, Awaiting User Info: onHold, Awaiting Problem: onHold, Awaiting Vendor: onHold, Awaiting Evidence: onHold, Resolved: resolved, Closed: closed, Canceled: cancelled",
            States(extract));
    }

    [Fact]
    public void The_task_SLAs_of_ServiceNow()
    {
        var extract = Extract("{ form: serviceNowTaskSla }");
        Assert.Equal(
            "number: task.number, state: stage, priority: task.priority, category: task.category, site: task.location, group: task.assignment_group, opened: start_time, resolved: end_time, held: business_pause_duration",
            Columns(extract));
        Assert.Equal("In progress: open, In Progress: open, Paused: onHold, Completed: resolved, Achieved: resolved, Cancelled: cancelled", States(extract));
        Assert.Equal(HeldIn.Seconds, extract.HeldIn);
    }

    /// <summary>'resolved' is asked for by the rule of the base contract, which counts open tickets; all else may be missing.</summary>
    [Fact]
    public void Of_the_plain_form_only_what_is_asked_for_has_to_be_there()
    {
        var terms = Terms("{ form: plain }");
        var extract = terms.Draft.Extracts[0];
        Assert.Equal(
            [TicketColumn.Number, TicketColumn.Opened, TicketColumn.Resolved],
            extract.Columns.Keys.Except(TicketColumns.MayBeMissing(extract, [terms.Indicators.Single(i => i.Code == "V1").Evidence!])));
        Assert.Equal("open: open, on hold: onHold, resolved: resolved, closed: closed, cancelled: cancelled", States(extract));
    }

    /// <summary>A column that the contract names has to be there, though it is called as in the form.</summary>
    [Fact]
    public void A_column_that_is_named_may_not_be_missing()
    {
        Assert.Contains(TicketColumn.Held, Extract("{ form: plain }").Optional);
        Assert.DoesNotContain(TicketColumn.Held, Extract("{ columns: { held: held } }").Optional);
        Assert.Contains("held: held", ContractFile.WriteYaml(Terms("{ columns: { held: held } }")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_takes_the_place_of_the_form_s()
    {
        var extract = Extract("{ form: serviceNowIncidents, columns: { site: u_site, closed: none }, states: { onHold: [Pending, Waiting] }, priorities: { High: [1, 2], Low: [3] }, empty: [n/a], zone: Europe/Dublin, heldIn: hours, duplicates: notLookedFor }");
        Assert.Equal(("u_site", false, "number"), (extract.Columns[TicketColumn.Site], extract.Columns.ContainsKey(TicketColumn.Closed), extract.Columns[TicketColumn.Number]));
        Assert.Equal("New: open, In Progress: open, Pending: onHold, Waiting: onHold, Resolved: resolved, Closed: closed, Canceled: cancelled", States(extract));
        Assert.Equal("High: 1/2, Low: 3", Priorities(extract));
        Assert.Equal(("n/a", "Europe/Dublin", HeldIn.Hours, false), (Assert.Single(extract.Empty), extract.Zone!.Id, extract.HeldIn, extract.FindsDuplicates));
    }

    /// <summary>What a target by priority and a clock by priority come to, and how short the same is written.</summary>
    [Theory]
    [InlineData("target: 8 hours, clock: core", "all: 8 hours of 'core'", "target: 8 hours")]
    [InlineData("target: 90 minutes, clock: aroundTheClock", "all: 90 minutes around the clock", "clock: aroundTheClock")]
    [InlineData("target: 20 working days", "all: 20 working days", "target: 20 working days")]
    [InlineData("target: { P1: 4 hours, others: 8 hours }, clock: core", "P1: 4 hours of 'core'; all: 8 hours of 'core'", "clock: core")]
    [InlineData("target: { P1: 4 hours, P2: 2 working days }, clock: { P1: aroundTheClock }", "P1: 4 hours around the clock; P2: 2 working days", "clock: aroundTheClock")]
    [InlineData("target: { P1: 4 hours, others: 8 hours }, clock: { P1: aroundTheClock, others: core }", "P1: 4 hours around the clock; all: 8 hours of 'core'", "P1: aroundTheClock")]
    [InlineData("target: 8 hours, clock: { P1: aroundTheClock, others: core }", "P1: 8 hours around the clock; all: 8 hours of 'core'", "P1: aroundTheClock")] // P1 has the others' target by its own clock
    public void Targets_and_their_clocks(string said, string come, string written)
    {
        var terms = ContractTexts.Terms(ContractTexts.ErrorBase.With("measure: { ratio: { of: in time, to: all } }", $"measure: {{ ratio: {{ of: in time, to: all }} }}\n    evidence: {{ tickets: incidents, counts: resolvedInTarget, {said} }}"));
        Assert.Equal(come, string.Join("; ", terms.Indicators.Single(i => i.Code == "KPI2").Evidence!.Targets.Select(t => $"{t.Priority ?? "all"}: {t.Time}")));
        Assert.Contains(written, ContractFile.WriteYaml(terms), StringComparison.Ordinal);
    }

    /// <summary>No clock, no rule and no preset is written that goes without saying.</summary>
    [Fact]
    public void What_goes_without_saying_is_not_written()
    {
        var yaml = ContractFile.WriteYaml(Terms("{ form: serviceNowEventLog }"));
        Assert.Contains("incidents: { form: serviceNowEventLog }", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("sys_updated_at", yaml, StringComparison.Ordinal);
        Assert.DoesNotContain("belongsTo", yaml, StringComparison.Ordinal);
    }

    private static TicketExtract Extract(string said) => Terms(said).Draft.Extracts[0];

    private static ContractTerms Terms(string said)
    {
        Assert.Contains(Stock, ContractTexts.ErrorBase, StringComparison.Ordinal);
        return ContractTexts.Terms(ContractTexts.ErrorBase.With("incidents: { columns: { number: Number } }", $"incidents: {said}"));
    }

    private static string Columns(TicketExtract extract) => string.Join(", ", extract.Columns.OrderBy(c => c.Key).Select(c => $"{c.Key.Key()}: {c.Value}"));

    private static string States(TicketExtract extract) => string.Join(", ", extract.States.Select(s => $"{s.Key}: {s.Value.Key()}"));

    private static string Priorities(TicketExtract extract) => string.Join(", ", extract.Priorities.Select(p => $"{p.Key}: {string.Join('/', p.Value)}"));
}
