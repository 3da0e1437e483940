using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>
/// Which of the alerts that arise from an assessment are news to people, and which are history that has only now been registered or
/// imported. Everything counts by its own date: a return by the day it is dated (an import keeps its files' dates, any other is dated by
/// its receipt), a decision by its day, terms by the day they take effect. Pure.
/// </summary>
public sealed class ReachOfAlerts
{
    /// <summary>What is older by its own date was no news on the day it came in. Local policy.</summary>
    public const int DaysOfNews = 30;

    private readonly ContractAssessment _assessment;
    private readonly LocalDate? _lastLook;
    private readonly Dictionary<string, PeriodAssessment> _periods;
    private readonly Dictionary<string, PeriodAssessment?> _before;
    private readonly IReadOnlyList<LocalDate> _news;

    /// <param name="before">The assessment that stood; null before the first.</param>
    /// <param name="stored">What this one was made from.</param>
    public ReachOfAlerts(ContractAssessment assessment, Manifest? before, RegisteredContract stored)
    {
        _assessment = assessment;
        _lastLook = before?.AsOf;
        _periods = assessment.Periods.ToDictionary(p => p.Period.Name);
        _before = assessment.Periods.Select((p, i) => (p.Period.Name, Before: i > 0 ? assessment.Periods[i - 1] : null)).ToDictionary();
        _news = [.. News(assessment.AsOf, before, stored)];
    }

    public Reach Of(Alert alert) =>
        _assessment.AsOf > _assessment.End ? Reach.ScreenAfterEnd
        : _periods.TryGetValue(alert.Of, out var period) && IsHistory(period) ? Reach.ScreenAsHistory
        : period is not null && IsToldOtherwise(_before[period.Period.Name], period, alert) ? Reach.ScreenWithAnother
        : Reach.People;

    internal static bool IsToldOtherwise(PeriodAssessment? before, PeriodAssessment period, Alert alert) =>
        WorthAMessage.IsToldWithReturn(period, alert) || WorthAMessage.IsReachedAgain(before, period, alert);

    /// <summary>The period's return fell overdue long ago and before the last look, and all that is new is old. Where nothing is new but the
    /// rules or the calendar, what follows from them is news.</summary>
    private bool IsHistory(PeriodAssessment period)
    {
        var longAgo = _assessment.AsOf.PlusDays(-DaysOfNews);
        var overdueFrom = (period.Terms.ReturnDue ?? period.Period.Last).PlusDays(1);
        var seenBefore = _lastLook is not { } look || overdueFrom <= look;
        return overdueFrom < longAgo && seenBefore && _news.Count > 0 && _news.All(day => day < longAgo);
    }

    /// <summary>The dates of what the last assessment was not made from. A return taken back is news of today.</summary>
    private static IEnumerable<LocalDate> News(LocalDate asOf, Manifest? before, RegisteredContract stored)
    {
        var known = (before is null ? [] : before.Returns.Concat(before.Decisions).Concat(before.Versions)).Select(p => p.Sha256).ToHashSet();
        foreach (var terms in stored.Terms.Where(t => !known.Contains(t.Sha256))) yield return terms.EffectiveFrom;
        foreach (var decision in stored.Decisions.Where(d => !known.Contains(d.Sha256))) yield return decision.Decision.On;
        var standing = stored.Returns.Where(r => r.State == ReturnState.Accepted).ToList();
        foreach (var one in standing.Where(r => !known.Contains(r.Sha256))) yield return one.Facts.SubmittedOn;
        if (before is not null && before.Returns.Any(r => standing.All(s => s.Sha256 != r.Sha256))) yield return asOf;
    }
}
