using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What makes a ladder contradict itself. Paths are relative to the ladder.</summary>
internal static class LadderChecks
{
    public static IEnumerable<Problem> Of(Ladder ladder)
    {
        if (ladder.Rungs.Count < 2 || ladder.Rungs[0].Name != RungName.Target)
            return [new(ContractProblems.LadderIncomplete, "", "a target and at least one rung below it", ladder.Rungs.Count.Counted("rung"))];
        if ((ladder.Better == Polarity.NearestTo) != ladder.Best.HasValue)
            return [new(ContractProblems.LadderIncomplete, "", "'nearestTo' with a level exactly where nearest is better", $"better: {ladder.Better}")];
        return [.. Bounds(ladder), .. Edges(ladder), .. Points(ladder)];
    }

    private static IEnumerable<Problem> Bounds(Ladder ladder)
    {
        var rungs = ladder.Rungs;
        if (rungs[^1].Bound is { } last)
            yield return new(ContractProblems.LadderGap, Key(rungs[^1]), "no bound on the last rung, so that it takes all that is left", $"a bound of {last}");
        for (var i = 0; i < rungs.Count - 1; i++)
        {
            if (rungs[i].Bound is not { } bound)
                yield return new(ContractProblems.RungUnreachable, Key(rungs[i + 1]), $"a bound on '{Key(rungs[i])}' above it", "none, so nothing falls below it");
            else if (i > 0 && rungs[i - 1].Bound is { } better && !IsWorse(ladder, bound, better))
                yield return new(ContractProblems.RungUnreachable, Key(rungs[i]), $"a bound worse than {better}", $"{bound}");
        }
    }

    private static bool IsWorse(Ladder ladder, Rational bound, Rational than) =>
        ladder.Better == Polarity.Higher ? bound < than : bound > than;

    private static IEnumerable<Problem> Edges(Ladder ladder)
    {
        for (var i = 0; i < ladder.Rungs.Count; i++)
        {
            var rung = ladder.Rungs[i];
            if (rung.OuterEdge is not { } edge) continue;
            var better = i == 0 ? null : ladder.Rungs[i - 1].Bound;
            if (better is null)
                yield return new(ContractProblems.LadderOverlap, Key(rung), "no outer edge, as nothing better adjoins", $"{edge}");
            else if (edge != better)
                yield return new(IsWorse(ladder, edge, better.Value) ? ContractProblems.LadderGap : ContractProblems.LadderOverlap, Key(rung), $"an edge at {better}, where '{Key(ladder.Rungs[i - 1])}' begins", $"{edge}");
        }
    }

    private static IEnumerable<Problem> Points(Ladder ladder)
    {
        if (ladder.Target.Points != 0)
            yield return new(ContractProblems.PointsNotRising, Key(ladder.Target), "no points on target", $"{ladder.Target.Points}");
        for (var i = 1; i < ladder.Rungs.Count; i++)
        {
            var (better, rung) = (ladder.Rungs[i - 1], ladder.Rungs[i]);
            if (rung.Points < better.Points)
                yield return new(ContractProblems.PointsNotRising, Key(rung), $"at least {better.Points.Counted("point")}, as '{Key(better)}' has", $"{rung.Points}");
        }
    }

    private static string Key(Rung rung) => rung.Name.Key();
}
