using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Tickets;

namespace SlaMonitor.Domain.Returns;

/// <summary>
/// Signs that figures from tickets drift, period beside period: each a finding with its numbers, none of them an accusation. The thresholds
/// are ours, no contract's and no norm's; a busy August or a new tool explains most.
/// </summary>
internal static class TicketDrift
{
    /// <summary>Of how many periods before this one there have to be tickets.</summary>
    private const int PeriodsBefore = 3;

    /// <summary>Under so many tickets chance alone moves every share.</summary>
    private const int FewestTickets = 20;

    /// <summary>How many levels in a row just on target are worth a look, and what just is, in the indicator's unit times a hundredth.</summary>
    private const int LevelsInARow = 6;

    /// <summary>How many tickets just in time are worth a look beside those just late.</summary>
    private const int JustInTimeAtLeast = 10, TimesJustLate = 5;

    private static readonly Rational Shrunk = Rational.Of(8, 10), Grown = Rational.Of(15, 10), Near = Rational.Of(1, 2);

    public static IEnumerable<Problem> Of(PeriodTerms terms, ReturnedIndicator returned, ReturnHistory history)
    {
        if (returned.Measurement is not Measurement.FromTickets { Tickets: var now } || terms.Terms.Find(returned.Code) is not { } indicator) return [];
        var before = Enumerable.Range(1, LevelsInARow - 1)
            .Select(back => (history.Figure(terms.Period.Month.PlusMonths(-back * terms.Terms.Periods.Months), returned.Code)?.Figure.Measurement as Measurement.FromTickets)?.Tickets)
            .TakeWhile(t => t is not null).Select(t => t!).ToList();
        return ((IEnumerable<Problem>)[.. IsOverCases(indicator) ? Fewer(now, before).Concat(Excluded(now, before)) : [], .. JustInTime(now), .. Lowered(now), .. JustOnTarget(indicator, terms, [now, .. before])])
            .Select(p => p.Under($"indicators.{returned.Code}.tickets"));
    }

    /// <summary>A volume or a backlog may fall as it likes; a share, an average or a percentile is over cases that may fall away.</summary>
    private static bool IsOverCases(Indicator indicator) => indicator.Measure is not (Count or Stock);

    private static IEnumerable<Problem> Fewer(TicketEvidence now, List<TicketEvidence> before)
    {
        if (before.Count < PeriodsBefore) yield break;
        var mean = Rational.Of(before.Take(PeriodsBefore).Sum(t => t.Counts.Counted), PeriodsBefore);
        if (mean >= FewestTickets && now.Counts.Counted < mean * Shrunk)
            yield return new(ReturnProblems.FewerTickets, "", $"about {mean.Round(0, RoundingMode.HalfAwayFromZero)} tickets, the mean of the {PeriodsBefore} periods before", $"{now.Counts.Counted}");
    }

    private static IEnumerable<Problem> Excluded(TicketEvidence now, List<TicketEvidence> before)
    {
        if (before.Count < PeriodsBefore || Base(now) < FewestTickets) yield break;
        var (excluded, all) = (before.Take(PeriodsBefore).Sum(t => Out(t)), before.Take(PeriodsBefore).Sum(t => Base(t)));
        if (all == 0 || Out(now) < PeriodsBefore) yield break;
        if (Rational.Of(Out(now), Base(now)) > Rational.Of(excluded, all) * Grown)
            yield return new(ReturnProblems.MoreExcluded, "", $"about {excluded} in {all} cancelled, on hold or without a resolution, as in the {PeriodsBefore} periods before", $"{Out(now)} in {Base(now)}");
    }

    private static IEnumerable<Problem> JustInTime(TicketEvidence now)
    {
        var (inTime, late) = (now.Counts.JustInTime, now.Counts.JustLate);
        if (inTime >= JustInTimeAtLeast && inTime > late * TimesJustLate)
            yield return new(ReturnProblems.JustInTime, "", "about as many just within their target as just beyond it", $"{inTime} in its last twentieth, {late} within a twentieth beyond it");
    }

    private static IEnumerable<Problem> Lowered(TicketEvidence now)
    {
        if (now.Counts.Lowered > 0)
            yield return new(ReturnProblems.PriorityLowered, "", "no ticket spared a failure by a lowered priority alone", $"{now.Counts.Lowered} of {now.Counts.Counted}");
    }

    private static IEnumerable<Problem> JustOnTarget(Indicator indicator, PeriodTerms terms, List<TicketEvidence> latestFirst)
    {
        if (latestFirst.Count < LevelsInARow || !indicator.Unit.IsPerCent || indicator.LadderOn(terms.Period.Last) is not { Better: Polarity.Higher, Target.Bound: { } target }) yield break;
        var levels = latestFirst.Select(t => ClaimAgainstTickets.LevelOf(indicator, t)).ToList();
        if (levels.All(l => l >= target && l - target <= Near))
            yield return new(ReturnProblems.JustOnTarget, "", $"levels on both sides of {indicator.ShowBound(target + Near)} at times", $"{LevelsInARow} in a row from {indicator.ShowBound(target)} to there");
    }

    private static long Out(TicketEvidence tickets) => tickets.Counts.Cancelled + tickets.Counts.WithoutResolution + tickets.Counts.Paused;

    private static long Base(TicketEvidence tickets) => tickets.Counts.Counted + tickets.Counts.OpenOverdue + tickets.Counts.Cancelled + tickets.Counts.WithoutResolution;
}
