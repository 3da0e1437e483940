using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>A ladder as one sentence: each rung with its limits and what it costs.</summary>
internal static class LadderInEnglish
{
    public static string Of(Indicator indicator, Ladder ladder)
    {
        var rungs = indicator.IsAnswer ? Answers(ladder) : Limits(indicator, ladder);
        var costs = Costs(rungs.Select(r => r.Rung));
        var clauses = rungs.Zip(costs, (r, cost) => $"{r.Where} {Landing(ladder, r.Rung)}{cost}").ToList();
        var free = ladder.Worst.Points == 0 ? " None of this costs Service Points." : "";
        return Phrases.Capital(string.Join("; ", clauses)) + "." + free;
    }

    /// <summary>is a Minor KPI Failure.</summary>
    public static string Landing(Ladder ladder, Rung rung) => rung.Name switch
    {
        RungName.Target => "is on target",
        RungName.Failed => "misses the target",
        RungName.BelowThreshold when ladder.Better != Polarity.Higher => "counts as below the KPI Service Threshold",
        RungName.BelowThreshold => "is below the KPI Service Threshold",
        _ => $"is a {rung.Name.InWords()}",
    };

    /// <summary>What each rung costs. The first cost says of what; the others need not.</summary>
    private static IEnumerable<string> Costs(IEnumerable<Rung> rungs)
    {
        var said = false;
        var all = rungs.ToList();
        foreach (var rung in all)
        {
            if (rung.Name == RungName.Target || all.All(r => r.Points == 0)) yield return "";
            else if (rung.Points == 0) yield return " but costs no Service Points";
            else yield return $" and costs {(said ? Phrases.Figure(rung.Points) : Phrases.Points(rung.Points))}";
            said |= rung.Points > 0;
        }
    }

    private static List<(string Where, Rung Rung)> Answers(Ladder ladder)
    {
        var (yes, no) = ((Where: "yes", Rung: ladder.RungOf(Rational.One)), (Where: "no", Rung: ladder.RungOf(Rational.Zero)));
        return ladder.Better == Polarity.Lower ? [no, yes] : [yes, no];
    }

    private static List<(string Where, Rung Rung)> Limits(Indicator indicator, Ladder ladder) =>
        [.. ladder.Rungs.Select((rung, i) => (Limit(indicator, ladder, rung.Bound, i == 0 ? null : ladder.Rungs[i - 1].Bound), rung))];

    private static string Limit(Indicator indicator, Ladder ladder, Rational? bound, Rational? better)
    {
        return ladder.Better switch
        {
            Polarity.Higher when bound is null => "anything lower",
            Polarity.Higher when better is null => $"{Show(bound.Value)} or more",
            Polarity.Higher => $"from {Show(bound.Value)} up to but not including {Show(better.Value)}",
            Polarity.Lower when bound is null => "anything higher",
            Polarity.Lower when better is null => $"{Show(bound.Value)} or less",
            Polarity.Lower => $"more than {Show(better.Value)} and up to and including {Show(bound.Value)}",
            _ when bound is null => "anything further away",
            _ when better is null => $"from {Around(-bound.Value)} to {Around(bound.Value)}, both included,",
            _ => $"further away, but still from {Around(-bound.Value)} to {Around(bound.Value)},",
        };

        string Show(Rational level) => LevelInEnglish.Of(indicator, level);

        string Around(Rational distance) => Show(ladder.Best!.Value + distance);
    }
}
