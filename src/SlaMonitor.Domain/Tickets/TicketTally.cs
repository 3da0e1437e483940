using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Outages;

namespace SlaMonitor.Domain.Tickets;

/// <summary>Counts the tickets of one indicator in one Service Period, one at a time. Keeps nothing of them but sums, for a percentile the
/// seconds that each took, and for an availability the outages themselves.</summary>
public sealed class TicketTally
{
    /// <summary>What is called just in time or just late: a twentieth of the target.</summary>
    private const int Twentieth = 20;

    private readonly Measure _measure;
    private readonly TicketRule _rule;
    private readonly TicketJudge _judge;

    /// <summary>Null where the priority decides nothing.</summary>
    private readonly TicketJudge? _byFirstPriority;
    private readonly bool _pausesCount;
    private readonly PeriodTerms _terms;
    private readonly List<long>? _each;
    private readonly List<Outage>? _outages;
    private readonly long[] _standings = new long[Enum.GetValues<TicketStanding>().Length];
    private long _good, _seconds, _justInTime, _justLate, _lowered, _paused;

    /// <param name="indicator">One that is counted from tickets.</param>
    public TicketTally(Indicator indicator, PeriodTerms terms, TicketWords words)
    {
        _measure = indicator.Measure!;
        _rule = indicator.Evidence!;
        Indicator = indicator;
        _judge = new(_rule, _measure, terms, words);
        _byFirstPriority = words.AreRanked && _rule is { HasTarget: true, IsStock: false } ? new(_rule with { Priority = PriorityRule.AtOpening }, _measure, terms, words) : null;
        _pausesCount = _rule is { HasTime: true, Holds: HoldRule.Excluded };
        _terms = terms;
        _each = _measure is StatedPercentile ? [] : null;
        _outages = _measure is Availability ? [] : null;
    }

    public Indicator Indicator { get; }

    public TicketCounts Counts => new(
        Of(TicketStanding.Counted), _good, _seconds, Of(TicketStanding.OpenOverdue), Of(TicketStanding.OtherPeriod), Of(TicketStanding.NotSelected), Of(TicketStanding.Cancelled),
        Of(TicketStanding.WithoutResolution), Of(TicketStanding.WithoutTarget), Of(TicketStanding.NotKnown), _justInTime, _justLate, _lowered, _paused);

    public TicketVerdict Add(in Ticket ticket)
    {
        var verdict = _judge.Of(ticket);
        _standings[(int)verdict.Standing]++;
        if (IsSparedByLowering(ticket, verdict)) _lowered++;
        if (!verdict.Counts) return verdict;
        _outages?.Add(OutageOf(ticket));
        _good += verdict.IsGood ? 1 : 0;
        if (verdict.Seconds >= 0) AddTime(verdict);
        if (_pausesCount && (ticket.HeldSeconds > 0 || ticket.Past is { Holds.All.Count: > 0 })) _paused++;
        return verdict;
    }

    /// <summary>Of a priority less urgent than it was opened with, and failed by that one: it may be in time now, or of a kind that is not counted.</summary>
    private bool IsSparedByLowering(in Ticket ticket, in TicketVerdict verdict) => _byFirstPriority is not null
        && ticket.Past is { FirstPriority: > 0 and var first } && first < ticket.Priority
        && verdict is not { Counts: true, IsGood: false } && _byFirstPriority.Of(ticket) is { Counts: true, IsGood: false };

    /// <summary>The figures of the indicator's measure, as a return could have given them, with the level of a percentile.</summary>
    public TicketEvidence Evidence(ExtractFacts extract) => new(_rule.Extract, extract, Figures(), TicketFigures.Percentile(Indicator, _each), Counts)
    {
        AgreedMinutes = _measure is Availability ? _terms.AgreedMinutes(_measure) ?? 0 : 0,
        Outages = _outages,
    };

    /// <summary>Of outages none where the bank holidays are not known.</summary>
    private Figures Figures() => _outages is null ? TicketFigures.Of(Indicator, Counts)
        : OutageLog.Of((Availability)_measure, _terms, _outages)?.Figures ?? new([]);

    private Outage OutageOf(in Ticket ticket)
    {
        var end = _judge.ResolvedOf(ticket);
        return new(Text(ticket.Opened), end.Exists ? Text(end) : null, ticket.Users > 0 ? (ticket.Affected, ticket.Users) : null, ticket.IsMaintenance);
    }

    private static string Text(Moment moment) => InstantPattern.ExtendedIso.Format(moment.ToInstant());

    private void AddTime(in TicketVerdict verdict)
    {
        _seconds += verdict.Seconds;
        _each?.Add(verdict.Seconds);
        if (verdict.Limit < 0) return;
        var near = verdict.Limit / Twentieth;
        _justInTime += verdict.IsGood & verdict.Seconds > verdict.Limit - near ? 1 : 0;
        _justLate += !verdict.IsGood & verdict.Seconds <= verdict.Limit + near ? 1 : 0;
    }

    private long Of(TicketStanding standing) => _standings[(int)standing];
}
