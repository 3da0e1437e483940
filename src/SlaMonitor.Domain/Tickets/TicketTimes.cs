using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Tickets;

/// <summary>How long tickets took by a rule's clock, and whether that was within their target.</summary>
internal sealed class TicketTimes
{
    private readonly TicketRule _rule;
    private readonly TicketPick _pick;
    private readonly PeriodTerms _terms;
    private readonly ServiceClock _clock;

    /// <summary>By the place of the priority, that of no priority first.</summary>
    private readonly Target[] _targets;

    public TicketTimes(TicketRule rule, TicketPick pick, PeriodTerms terms, TicketWords words)
    {
        (_rule, _pick, _terms) = (rule, pick, terms);
        _clock = terms.Clock(rule.Clock);
        _targets = [.. words.Priorities.Prepend(null).Select(priority => TargetOf(rule.TargetOf(priority)))];

        Target TargetOf(TargetTime? time) => time switch
        {
            TargetTime.OfClock target => new(target.Minutes * 60L, terms.Clock(target.Calendar), null),
            TargetTime.OfWorkingDays target => new(-1, _clock, target.Days),
            _ => new(-1, _clock, null),
        };
    }

    /// <summary>When what the rule is about came to its end: the first answer, or the resolution. None where it has not, or nobody knows when.</summary>
    public Moment EndOf(in Ticket ticket) => _rule.IsOfResponse ? ticket.Responded : ResolvedOf(ticket);

    /// <summary>When a ticket was resolved by the rule; none where it was not, or nobody knows when.</summary>
    public Moment ResolvedOf(in Ticket ticket)
    {
        if (_rule.Reopened == ReopenedRule.FirstResolution && ticket.Past is { FirstResolved: { Exists: true } first }) return first;
        if (!ticket.IsOver) return Moment.None; // a cancelled one gets here only where those count like others
        return ticket.Resolved.Exists || _rule.WithoutResolution == NoResolutionTime.LeftOut ? ticket.Resolved : ticket.Closed;
    }

    /// <summary>What a ticket took by the rule's own clock, for an average or a percentile; -1 where the bank holidays are not known.</summary>
    public long Taken(in Ticket ticket, Moment end) => Seconds(ticket, end, _clock);

    /// <summary>A ticket that ended then, or is looked at then, beside its target.</summary>
    public TicketVerdict Judge(in Ticket ticket, Moment end)
    {
        ref readonly var target = ref _targets[_pick.PriorityOf(ticket)];
        if (target.WorkingDays is not null) return Due(ticket, target) is { Exists: true } due ? TicketVerdict.Counted(end < due) : TicketVerdict.Of(TicketStanding.NotKnown);
        if (target.Seconds < 0) return TicketVerdict.Of(TicketStanding.WithoutTarget);
        var seconds = Seconds(ticket, end, target.Clock);
        if (seconds < 0) return TicketVerdict.Of(TicketStanding.NotKnown);
        var isInTime = seconds < target.Seconds || (seconds == target.Seconds && !(Due(ticket, target) < end));
        return new(TicketStanding.Counted, isInTime, seconds, target.Seconds);
    }

    /// <summary>The last second in which a ticket is in time; none where there is no target or it is not known. A target in working days has the
    /// whole of its last day, which may be the last of a period.</summary>
    public Moment LastInTime(in Ticket ticket)
    {
        ref readonly var target = ref _targets[_pick.PriorityOf(ticket)];
        var due = Due(ticket, target);
        return due.Exists && target.WorkingDays is not null ? new(due.Seconds - 1) : due;
    }

    /// <summary>When the target of a ticket runs out. One that runs out exactly at closing runs out then, and not at the next opening, though no service time passes between.</summary>
    private Moment Due(in Ticket ticket, in Target target)
    {
        if (target.WorkingDays is { } days) return EndOfWorkingDay(ticket.Opened, days);
        if (target.Seconds < 0) return Moment.None;
        var due = target.Clock.Due(ticket.Opened.ToInstant(), Duration.FromSeconds(target.Seconds + HeldInAll(ticket)), Pauses(ticket));
        return due is { } instant ? Moment.Of(instant) : Moment.None;
    }

    private Moment EndOfWorkingDay(Moment opened, int days)
    {
        var zone = _terms.Terms.Zone;
        return _terms.WorkingDays.After(opened.ToInstant().InZone(zone).Date, days) is { } day ? Moment.Of(zone.AtStartOfDay(day.PlusDays(1)).ToInstant()) : Moment.None;
    }

    private long Seconds(in Ticket ticket, Moment end, ServiceClock clock)
    {
        if (end <= ticket.Opened) return 0;
        var seconds = clock.SecondsBetween(ticket.Opened, end);
        if (seconds < 0) return seconds;
        if (ticket.Past is not null) seconds -= Paused(ticket, end, clock);
        return Math.Max(0, seconds - HeldInAll(ticket));
    }

    private long Paused(in Ticket ticket, Moment end, ServiceClock clock) =>
        clock.ElapsedDuring(Pauses(ticket), new(ticket.Opened.ToInstant(), end.ToInstant())) is { } paused ? paused.BclCompatibleTicks / NodaConstants.TicksPerSecond : 0;

    private long HeldInAll(in Ticket ticket) => _rule.Holds == HoldRule.Excluded ? ticket.HeldSeconds : 0;

    private Stretches Pauses(in Ticket ticket)
    {
        if (ticket.Past is not { } past) return Stretches.None;
        var holds = _rule.Holds == HoldRule.Excluded ? past.Holds : Stretches.None;
        return _rule.Reopened == ReopenedRule.Resumes ? Stretches.Of(holds.All.Concat(past.Rested.All)) : holds;
    }

    /// <param name="Seconds">Of the clock; -1 where the target is in working days or there is none.</param>
    private readonly record struct Target(long Seconds, ServiceClock Clock, int? WorkingDays);
}
