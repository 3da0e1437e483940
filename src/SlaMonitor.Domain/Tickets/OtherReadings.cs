using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Tickets;

/// <summary>An indicator as somebody else might have counted it.</summary>
/// <param name="InWords">Where it differs from the contract's rule.</param>
public sealed record OtherReading(string InWords, Indicator Indicator);

/// <summary>The readings of a rule that suppliers are known to take, each one step from the contract's.</summary>
public static class OtherReadings
{
    /// <param name="calendars">The contract's service hours by name.</param>
    public static IEnumerable<OtherReading> Of(Indicator indicator, IEnumerable<string> calendars)
    {
        if (indicator.Evidence is not { } rule) return [];
        return
        [
            .. Clocks(rule, calendars).Select(With),
            .. Paused(rule).Select(With),
            .. Placed(rule).Select(With),
            .. Selected(rule).Select(With),
            .. OpenOverdue(indicator),
            .. Downtime(indicator, calendars),
        ];

        OtherReading With((string InWords, TicketRule Rule) other) => new(other.InWords, indicator with { Evidence = other.Rule });
    }

    private static IEnumerable<(string, TicketRule)> Clocks(TicketRule rule, IEnumerable<string> calendars)
    {
        foreach (var calendar in calendars.Cast<string?>().Prepend(null))
        {
            if (rule.HasTarget && rule.Targets.Any(t => t.Time is TargetTime.OfClock of && of.Calendar != calendar))
                yield return (Counted(calendar), rule with { Targets = [.. rule.Targets.Select(t => t.Time is TargetTime.OfClock of ? t with { Time = of with { Calendar = calendar } } : t)] });
            if (rule.Counts is TicketQuestion.TimeToResolve or TicketQuestion.TimeToRespond && rule.Clock != calendar)
                yield return (Counted(calendar), rule with { Clock = calendar });
        }
    }

    /// <param name="calendar">Its name in the contract; null is around the clock.</param>
    private static string Counted(string? calendar) => calendar is null ? "all hours counted" : $"only hours of '{calendar}' counted";

    private static IEnumerable<(string, TicketRule)> Paused(TicketRule rule)
    {
        if (rule.IsStock) yield break;
        if (rule.HasTime) yield return rule.Holds == HoldRule.Excluded ? ("time on hold counted", rule with { Holds = HoldRule.Counted }) : ("time on hold left out", rule with { Holds = HoldRule.Excluded });
        if (rule.Reopened != ReopenedRule.RunsOn) yield return ("tickets opened again timed to their last resolution", rule with { Reopened = ReopenedRule.RunsOn });
        if (rule.Reopened != ReopenedRule.Resumes) yield return ("the time between a resolution and a reopening left out", rule with { Reopened = ReopenedRule.Resumes });
        if (rule.Reopened != ReopenedRule.FirstResolution) yield return ("tickets opened again timed to their first resolution", rule with { Reopened = ReopenedRule.FirstResolution });
    }

    private static IEnumerable<(string, TicketRule)> Placed(TicketRule rule)
    {
        if (rule.IsStock || rule.Counts is TicketQuestion.Opened or TicketQuestion.Resolved or TicketQuestion.Closed) yield break;
        foreach (var moment in Enum.GetValues<TicketMoment>().Where(m => m != rule.BelongsTo && (m != TicketMoment.Due || rule.HasTarget)))
            yield return ($"tickets taken by when {TicketRuleInWords.Moment(moment)}", rule with { BelongsTo = moment });
    }

    private static IEnumerable<(string, TicketRule)> Selected(TicketRule rule)
    {
        yield return rule.Priority == PriorityRule.Last
            ? ("the priority taken that a ticket was opened with", rule with { Priority = PriorityRule.AtOpening })
            : ("the priority taken that a ticket had last", rule with { Priority = PriorityRule.Last });
        yield return rule.CountsCancelled ? ("cancelled tickets left out", rule with { CountsCancelled = false }) : ("cancelled tickets counted", rule with { CountsCancelled = true });
        if (rule.WithoutResolution == NoResolutionTime.LeftOut) yield return ("tickets without a time of resolution taken as resolved when closed", rule with { WithoutResolution = NoResolutionTime.AsClosed });
        if (!rule.Where.IsAll) yield return ("all tickets counted", rule with { Where = TicketSelection.All });
    }

    private static IEnumerable<OtherReading> Downtime(Indicator indicator, IEnumerable<string> calendars)
    {
        if (indicator.Source is not Availability availability) yield break;
        foreach (var calendar in calendars.Cast<string?>().Prepend(null).Where(c => c != availability.Calendar))
            yield return With(Counted(calendar), availability with { Calendar = calendar });
        yield return availability.Partial == PartialOutages.ByUsers
            ? With("outages of some users counted whole", availability with { Partial = PartialOutages.Whole })
            : With("outages counted by the share of users they affect", availability with { Partial = PartialOutages.ByUsers });
        if (availability.MaintenanceWindow is not null) yield return With("maintenance permitted at any time", availability with { MaintenanceWindow = null });

        OtherReading With(string inWords, Availability other) => new(inWords, indicator with { Source = other });
    }

    private static IEnumerable<OtherReading> OpenOverdue(Indicator indicator)
    {
        if (indicator.Source is RatioOfCounts { OpenOverdue: not null } ratio)
            yield return new("tickets overdue and still open left out", indicator with { Source = ratio with { OpenOverdue = null } });
    }
}
