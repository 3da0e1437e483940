using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;

namespace SlaMonitor.Domain.Returns;

/// <summary>A return without a single figure, which says that there was no activity. Whoever sends it takes every failure of the period
/// out of account, so it is never taken without a question.</summary>
public static class NothingReported
{
    /// <summary>What a return without activity says: no activity of what may have none, and of all else that its figure is not
    /// supplied.</summary>
    public static IReadOnlyList<ReturnedIndicator> Of(PeriodTerms terms) =>
    [
        .. Asked(terms).Select(i => new ReturnedIndicator(i.Code, i.Measure!.MayHaveNoActivity ? new Measurement.NoActivity() : new Measurement.NotSupplied(), null)),
    ];

    /// <summary>True where figures are none, and some say that there was nothing to measure.</summary>
    public static bool In(PeriodFigures figures) =>
        figures.Indicators.Any(i => i.Measurement is Measurement.NoActivity) && figures.Indicators.All(i => i.Measurement is Measurement.NoActivity or Measurement.NotSupplied);

    /// <summary>How many indicators it is about, and what the contract makes of them: <c>no activity of 2 indicators: 1 not scored (KPI1),
    /// 1 on target (KPI2); no figure of 1 indicator: 1 at the worst level (KPI3)</c>.</summary>
    public static string InWords(PeriodTerms terms, PeriodFigures figures)
    {
        var idle = Asked(terms).Where(i => figures.Find(i.Code)?.Measurement is Measurement.NoActivity).ToList();
        var silent = Asked(terms).Except(idle).ToList();
        var absent = terms.Terms.Returns.WhenFigureMissing;
        return string.Join("; ", new[]
        {
            Group("no activity", idle, i => i.IsMetWithoutActivity(i.LadderOn(terms.Period.Last)) ? "on target" : "not scored"),
            Group("no figure", silent, i => i.HasTarget ? InWords(absent) : "not scored"),
        }.OfType<string>());
    }

    internal static IEnumerable<Problem> Check(PeriodTerms terms, PeriodFigures figures)
    {
        if (!In(figures)) yield break;
        yield return terms.Terms.Returns.NothingToReport == NothingToReport.Refused
            ? new(ReturnProblems.NothingRefused, "indicators", "figures, or 'not supplied' where there is none, as the contract takes no return without activity", InWords(terms, figures))
            : new(ReturnProblems.NothingReported, "indicators", "figures", InWords(terms, figures));
    }

    private static IEnumerable<Indicator> Asked(PeriodTerms terms) => terms.Indicators.Where(i => i.Source is Measure && !terms.IsBeforeEnd(i));

    private static string? Group(string what, IReadOnlyList<Indicator> some, Func<Indicator, string> comesTo) => some.Count == 0
        ? null
        : $"{what} of {some.Count.Counted("indicator")}: {string.Join(", ", some.GroupBy(comesTo).Select(g => $"{g.Count()} {g.Key} ({string.Join(", ", g.Select(i => i.Code))})"))}";

    private static string InWords(Absence absence) => absence switch
    {
        Absence.WorstRung => "at the worst level",
        Absence.Zero => "judged as zero",
        Absence.NotScored => "not scored",
        Absence.CannotTell => "of which nobody can tell",
        _ => throw new ArgumentOutOfRangeException(nameof(absence), absence, "Not a meaning of absence."),
    };
}
