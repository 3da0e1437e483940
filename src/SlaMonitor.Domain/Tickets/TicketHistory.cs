using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Tickets;

/// <summary>
/// Makes one ticket of its updates, in whatever order they come: the last one says how it stands, and all of them what happened to it. Keeps
/// the last update, and of the others only those that changed its state or its priority.
/// </summary>
public sealed class TicketHistory
{
    private readonly List<Step> _steps = [];
    private Ticket _last;
    private (long Order, Moment At) _place = (long.MinValue, Moment.None);
    private bool _isInOrder = true;

    /// <param name="at">When the ticket was updated.</param>
    /// <param name="order">The place among its ticket's updates; of two in the same place the later one, and then the one added later, is after.</param>
    /// <param name="after">The ticket as it stood then.</param>
    public void Add(Moment at, long order, in Ticket after)
    {
        var isLater = (order, at).CompareTo(_place) >= 0;
        if (isLater) (_last, _place) = (after, (order, at));
        else _isInOrder = false;
        if (!_isInOrder || _steps.Count == 0 || _steps[^1].State != after.State || _steps[^1].Priority != after.Priority)
            _steps.Add(new(at, order, after.State, after.Priority));
    }

    /// <summary>The ticket, with its past.</summary>
    public Ticket Ticket
    {
        get
        {
            var steps = _isInOrder ? _steps : [.. _steps.OrderBy(s => s.Order).ThenBy(s => s.At)];
            var reopenings = steps.Zip(steps.Skip(1)).Count(p => p.First.IsResolved && !p.Second.IsResolved && p.Second.State != TicketState.Cancelled);
            var resolved = _last.IsOver ? _last.Resolved : Moment.None;
            return _last with
            {
                Resolved = resolved,
                Reopened = (short)Math.Clamp(reopenings, _last.Reopened, short.MaxValue),
                Past = new(
                    reopenings == 0 ? resolved : steps.Find(s => s.IsResolved).At,
                    steps[0].Priority,
                    PriorityChanged(steps),
                    Stretches.Of(Spans(steps).Where(s => s.Step.State == TicketState.OnHold).Select(s => s.Span)),
                    Stretches.Of(Spans(steps).Where(s => s.Step.IsResolved && s.Span.HasEnd && IsOpenLater(steps, s.Span.End)).Select(s => s.Span))),
            };
        }
    }

    /// <summary>How long it stood as each step left it; the last goes on.</summary>
    private static IEnumerable<(Step Step, Interval Span)> Spans(List<Step> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (!steps[i].At.Exists) continue;
            Instant? end = i + 1 < steps.Count ? Later(steps[i].At, steps[i + 1].At).ToInstant() : null;
            yield return (steps[i], new(steps[i].At.ToInstant(), end));
        }
    }

    private static Moment Later(Moment a, Moment b) => a < b ? b : a;

    private static bool IsOpenLater(List<Step> steps, Instant from) =>
        steps.Exists(s => s.At.Exists && s.At.ToInstant() >= from && (s.State is TicketState.Open or TicketState.OnHold));

    private static Moment PriorityChanged(List<Step> steps)
    {
        for (var i = steps.Count - 1; i > 0; i--)
            if (steps[i].Priority != steps[i - 1].Priority)
                return steps[i].At;
        return Moment.None;
    }

    private readonly record struct Step(Moment At, long Order, TicketState State, short Priority)
    {
        public bool IsResolved => State is TicketState.Resolved or TicketState.Closed;
    }
}
