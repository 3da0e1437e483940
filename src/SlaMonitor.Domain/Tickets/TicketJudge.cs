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
        if (ticket.State == TicketState.Cancelled && !_rule.CountsCancelled) return TicketVerdict.Of(TicketStanding.Cancelled);
        return _rule.Counts switch
        {
            TicketQuestion.ResolvedInTarget or TicketQuestion.RespondedInTarget => InTarget(ticket),
            TicketQuestion.TimeToResolve or TicketQuestion.TimeToRespond => Taken(ticket),
            TicketQuestion.Opened => Flow(ticket.Opened),
            TicketQuestion.Resolved => Flow(_times.ResolvedOf(ticket)),
            TicketQuestion.Closed => Flow(ticket.Closed),
            TicketQuestion.Open => Stock(ticket, true),
            TicketQuestion.OpenLong => Stock(ticket, ticket.Opened < _longAgo),
            TicketQuestion.OpenOverdue => Overdue(ticket),
            TicketQuestion.ResolvedAtFirstContact => Marked(ticket, ticket.IsFirstContact),
            TicketQuestion.Reopened => Marked(ticket, ticket.Reopened > 0),
            TicketQuestion.Reassigned => Marked(ticket, ticket.Reassigned > _rule.ReassignedOver),
            TicketQuestion.Escalated => Marked(ticket, ticket.IsEscalated),
            _ => throw new InvalidOperationException($"{_rule.Counts} is no question."),
        };
    }

    private TicketVerdict InTarget(in Ticket ticket)
    {
        var end = _times.EndOf(ticket);
        if (IsIn(Placing(ticket, end))) return end.Exists ? _times.Judge(ticket, end) : NotEnded(ticket, TicketStanding.Counted);
        if (!end.Exists && !_rule.IsOfResponse && ticket.StandsAsResolved) return TicketVerdict.Of(TicketStanding.WithoutResolution);
        return _countsOpenOverdue && WasOpenUntil(ticket, end) ? NotEnded(ticket, TicketStanding.OpenOverdue) : TicketVerdict.Of(TicketStanding.OtherPeriod);
    }

    /// <summary>A ticket without an end by the end of the period has failed if its target had run out by then, and is not due yet otherwise.</summary>
    private TicketVerdict NotEnded(in Ticket ticket, TicketStanding whereLate)
    {
        if (ticket.StandsAsResolved && !_rule.IsOfResponse && !_times.EndOf(ticket).Exists) return TicketVerdict.Of(TicketStanding.WithoutResolution);
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
        if (!end.Exists && !_rule.IsOfResponse && ticket.StandsAsResolved) return TicketVerdict.Of(TicketStanding.WithoutResolution);
        if (!end.Exists || !IsIn(Placing(ticket, end))) return TicketVerdict.Of(TicketStanding.OtherPeriod);
        var seconds = _times.Taken(ticket, end);
        return seconds < 0 ? TicketVerdict.Of(TicketStanding.NotKnown) : new(TicketStanding.Counted, true, seconds, -1);
    }

    private TicketVerdict Flow(Moment moment) => IsIn(moment) ? TicketVerdict.Counted(true) : TicketVerdict.Of(TicketStanding.OtherPeriod);

    private TicketVerdict Marked(in Ticket ticket, bool isMarked) =>
        IsIn(Placing(ticket, _times.EndOf(ticket))) ? TicketVerdict.Counted(isMarked) : TicketVerdict.Of(TicketStanding.OtherPeriod);

    private TicketVerdict Stock(in Ticket ticket, bool isOne) =>
        isOne && WasOpenUntil(ticket, _times.ResolvedOf(ticket)) && !IsResolvedUnknownWhen(ticket) ? TicketVerdict.Counted(true) : TicketVerdict.Of(TicketStanding.OtherPeriod);

    private TicketVerdict Overdue(in Ticket ticket)
    {
        if (!Stock(ticket, true).Counts) return TicketVerdict.Of(TicketStanding.OtherPeriod);
        var atTheEnd = _times.Judge(ticket, _end);
        return atTheEnd is { Standing: TicketStanding.Counted, IsGood: true } ? TicketVerdict.Of(TicketStanding.OtherPeriod) : atTheEnd with { IsGood = atTheEnd.Counts };
    }

    private Moment Placing(in Ticket ticket, Moment end) => _rule.BelongsTo switch
    {
        TicketMoment.Opened => ticket.Opened,
        TicketMoment.Closed => ticket.Closed,
        TicketMoment.Responded => ticket.Responded,
        TicketMoment.Due => _times.Due(ticket),
        _ => _rule.IsOfResponse ? _times.ResolvedOf(ticket) : end,
    };

    private bool IsIn(Moment moment) => moment >= _start && moment < _end;

    private bool WasOpenUntil(in Ticket ticket, Moment end) => ticket.Opened < _end && (!end.Exists || end >= _end);

    /// <summary>A ticket resolved nobody knows when is no open one.</summary>
    private bool IsResolvedUnknownWhen(in Ticket ticket) => ticket.StandsAsResolved && !_times.ResolvedOf(ticket).Exists;
}
