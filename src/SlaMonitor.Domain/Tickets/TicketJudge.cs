using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Tickets;

/// <summary>Judges tickets by one rule in one Service Period. Each ticket by itself; nothing is kept.</summary>
public sealed class TicketJudge
{
    private readonly TicketRule _rule;
    private readonly TicketPick _pick;
    private readonly TicketTimes _times;
    private readonly Moment _start;
    private readonly Moment _end;
    private readonly Moment _longAgo;
    private readonly bool _countsOpenOverdue;

    /// <param name="measure">Of the indicator; one with cases overdue and still open has those counted.</param>
    public TicketJudge(TicketRule rule, Measure measure, PeriodTerms terms, TicketWords words)
    {
        _rule = rule;
        _pick = new(rule, words);
        _times = new(rule, _pick, terms, words);
        var zone = terms.Terms.Zone;
        var period = terms.Period.Between(zone);
        (_start, _end) = (Moment.Of(period.Start), Moment.Of(period.End));
        _longAgo = Moment.Of(zone.AtStartOfDay(terms.Period.Last.PlusDays(1 - rule.OpenOverDays)).ToInstant());
        _countsOpenOverdue = measure is RatioOfCounts { OpenOverdue: not null };
    }

    public TicketVerdict Of(in Ticket ticket)
    {
        if (!_pick.Takes(ticket)) return TicketVerdict.Of(TicketStanding.NotSelected);
        if (ticket.State == TicketState.Cancelled && !_rule.CountsCancelled) return TicketVerdict.Of(IsIn(CancelledAt(ticket)) ? TicketStanding.Cancelled : TicketStanding.OtherPeriod);
        // A statement for each, as a verdict put together in one place and copied to another costs more than the judgement.
        switch (_rule.Counts)
        {
            case TicketQuestion.ResolvedInTarget or TicketQuestion.RespondedInTarget: return InTarget(ticket);
            case TicketQuestion.TimeToResolve or TicketQuestion.TimeToRespond: return Taken(ticket);
            case TicketQuestion.Opened: return Flow(ticket.Opened);
            case TicketQuestion.Resolved: return IsLost(ticket) ? TicketVerdict.Of(TicketStanding.WithoutResolution) : Flow(_times.ResolvedOf(ticket));
            case TicketQuestion.Closed: return Flow(ticket.Closed);
            case TicketQuestion.Open: return Stock(ticket, true);
            case TicketQuestion.OpenLong: return Stock(ticket, ticket.Opened < _longAgo);
            case TicketQuestion.OpenOverdue: return Overdue(ticket);
            case TicketQuestion.ResolvedAtFirstContact: return Marked(ticket, ticket.IsFirstContact);
            case TicketQuestion.Reopened: return Marked(ticket, ticket.Reopened > 0);
            case TicketQuestion.Reassigned: return Marked(ticket, ticket.Reassigned > _rule.ReassignedOver);
            case TicketQuestion.Escalated: return Marked(ticket, ticket.IsEscalated);
            case TicketQuestion.Downtime: return Overlapping(ticket);
            default: throw new InvalidOperationException($"{_rule.Counts} is no question.");
        }
    }

    /// <inheritdoc cref="TicketTimes.ResolvedOf"/>
    public Moment ResolvedOf(in Ticket ticket) => _times.ResolvedOf(ticket);

    private TicketVerdict InTarget(in Ticket ticket)
    {
        var end = _times.EndOf(ticket);
        if (IsIn(Placing(ticket, end)))
        {
            if (end.Exists) return _times.Judge(ticket, end);
            return NotEnded(ticket, TicketStanding.Counted);
        }

        if (_rule.BelongsTo == TicketMoment.Resolved && IsLost(ticket)) return TicketVerdict.Of(TicketStanding.WithoutResolution);
        return _countsOpenOverdue && WasOpenUntil(ticket, end) ? NotEnded(ticket, TicketStanding.OpenOverdue) : TicketVerdict.Of(TicketStanding.OtherPeriod);
    }

    /// <summary>A ticket without an end by the end of the period has failed if its target had run out by then, and is not due yet otherwise.</summary>
    private TicketVerdict NotEnded(in Ticket ticket, TicketStanding whereLate)
    {
        if (!_rule.IsOfResponse && IsResolvedUnknownWhen(ticket)) return TicketVerdict.Of(IsLost(ticket) ? TicketStanding.WithoutResolution : TicketStanding.OtherPeriod);
        var atTheEnd = _times.Judge(ticket, _end);
        return atTheEnd switch
        {
            { Standing: not TicketStanding.Counted } => atTheEnd,
            { IsGood: false } => atTheEnd with { Standing = whereLate },
            _ => TicketVerdict.Of(TicketStanding.OtherPeriod),
        };
    }

    private TicketVerdict Taken(in Ticket ticket)
    {
        var end = _times.EndOf(ticket);
        if (!IsIn(Placing(ticket, end))) return NotIn(ticket);
        if (!end.Exists) return TicketVerdict.Of(!_rule.IsOfResponse && IsResolvedUnknownWhen(ticket) ? TicketStanding.WithoutResolution : TicketStanding.OtherPeriod);
        var seconds = _times.Taken(ticket, end);
        return seconds < 0 ? TicketVerdict.Of(TicketStanding.NotKnown) : new(TicketStanding.Counted, true, seconds, -1);
    }

    /// <summary>One that would belong to the period it was resolved in, if anybody knew which, is left out and told of.</summary>
    private TicketVerdict NotIn(in Ticket ticket) =>
        TicketVerdict.Of(_rule.BelongsTo == TicketMoment.Resolved && IsLost(ticket) ? TicketStanding.WithoutResolution : TicketStanding.OtherPeriod);

    /// <summary>An outage counts in every period that it reaches into.</summary>
    private TicketVerdict Overlapping(in Ticket ticket)
    {
        var end = _times.ResolvedOf(ticket);
        if (!end.Exists && ticket.StandsAsResolved) return TicketVerdict.Of(TicketStanding.WithoutResolution);
        return ticket.Opened < _end && (!end.Exists || end > _start) ? TicketVerdict.Counted(true) : TicketVerdict.Of(TicketStanding.OtherPeriod);
    }

    private TicketVerdict Flow(Moment moment) => IsIn(moment) ? TicketVerdict.Counted(true) : TicketVerdict.Of(TicketStanding.OtherPeriod);

    private TicketVerdict Marked(in Ticket ticket, bool isMarked) => IsIn(Placing(ticket, _times.EndOf(ticket))) ? TicketVerdict.Counted(isMarked) : NotIn(ticket);

    private TicketVerdict Stock(in Ticket ticket, bool isOne)
    {
        if (!isOne || ticket.Opened >= _end) return TicketVerdict.Of(TicketStanding.OtherPeriod);
        if (IsResolvedUnknownWhen(ticket)) return TicketVerdict.Of(ticket.Closed.Exists && ticket.Closed < _end ? TicketStanding.OtherPeriod : TicketStanding.WithoutResolution);
        return WasOpenUntil(ticket, _times.ResolvedOf(ticket)) ? TicketVerdict.Counted(true) : TicketVerdict.Of(TicketStanding.OtherPeriod);
    }

    private TicketVerdict Overdue(in Ticket ticket)
    {
        if (Stock(ticket, true) is { Counts: false } not) return not;
        var atTheEnd = _times.Judge(ticket, _end);
        return atTheEnd is { Standing: TicketStanding.Counted, IsGood: true } ? TicketVerdict.Of(TicketStanding.OtherPeriod) : atTheEnd with { IsGood = atTheEnd.Counts };
    }

    private Moment Placing(in Ticket ticket, Moment end) => _rule.BelongsTo switch
    {
        TicketMoment.Opened => ticket.Opened,
        TicketMoment.Closed => ticket.Closed,
        TicketMoment.Responded => ticket.Responded,
        TicketMoment.Due => _times.LastInTime(ticket),
        _ => _rule.IsOfResponse ? _times.ResolvedOf(ticket) : end,
    };

    private bool IsIn(Moment moment) => moment >= _start && moment < _end;

    /// <summary>A ticket that was resolved without an answer waits for none any more.</summary>
    private bool WasOpenUntil(in Ticket ticket, Moment end) =>
        ticket.Opened < _end && (!end.Exists || end >= _end) && !(_rule.IsOfResponse && ticket.IsOver && !(_times.ResolvedOf(ticket) >= _end));

    private bool IsResolvedUnknownWhen(in Ticket ticket) => ticket.IsOver && !_times.ResolvedOf(ticket).Exists;

    /// <summary>Resolved nobody knows when, and perhaps in this period: it was opened before the end of it, and not closed before its start.</summary>
    private bool IsLost(in Ticket ticket) => IsResolvedUnknownWhen(ticket) && ticket.Opened < _end && !(ticket.Closed.Exists && ticket.Closed < _start);

    /// <summary>A cancelled ticket belongs to the period in which it ended, or was opened where nobody says when.</summary>
    private Moment CancelledAt(in Ticket ticket)
    {
        if (_rule.BelongsTo == TicketMoment.Opened) return ticket.Opened;
        if (ticket.Closed.Exists) return ticket.Closed;
        return ticket.Resolved.Exists ? ticket.Resolved : ticket.Opened;
    }
}
