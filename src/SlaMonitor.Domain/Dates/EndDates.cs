using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Dates;

/// <summary>The ends of a contract: as it stands, of the initial term, and with every option that can still be taken up.</summary>
internal static class EndDates
{
    public static KeyDate Current(DatedContract dated) =>
        End(KeyDateKind.CurrentEnd, "end", "Current end", dated.End, dated, dated.IsEndMonthOnly, () => [.. Initial(dated.Term), .. Exercised(dated), .. Terminated(dated)]);

    public static KeyDate Initial(DatedContract dated) =>
        End(KeyDateKind.InitialEnd, "initial end", "Initial end", dated.Term.InitialEnd, dated, dated.Term.IsEndMonthOnly, () => Initial(dated.Term));

    /// <param name="options">Of <see cref="OptionDates"/>: what has lapsed there lengthens nothing.</param>
    public static KeyDate Latest(DatedContract dated, IReadOnlyList<KeyDate> options)
    {
        var open = Enumerable.Range(1, dated.Term.Extensions.Count)
            .Where(o => !dated.IsTerminated && !dated.IsExercised(o) && options.Where(d => OptionDates.OptionOf(d) == o).All(d => d.State != DateState.Lapsed)).ToList();
        var latest = open.Count == 0 ? dated.End : dated.Term.EndBefore(open[^1] + 1);
        return End(KeyDateKind.LatestEnd, "latest end", "Latest possible end", latest, dated, dated.IsEndMonthOnly, () =>
        [
            .. Initial(dated.Term), .. Exercised(dated), .. Terminated(dated),
            .. open.Select(o => Extended(dated.Term, o, "if taken up", "", dated.IsEndMonthOnly)),
            .. Enumerable.Range(1, dated.Term.Extensions.Count).Where(o => !dated.IsExercised(o) && !open.Contains(o))
                .Select(o => new WorkingLine(dated.Term.Clause, $"Option {o} can no longer be taken up", $"{dated.Term.Extensions[o - 1].Length}", "", "adds nothing")),
        ]);
    }

    /// <summary>How the initial term ends: the day before the corresponding date, since the last day counts.</summary>
    internal static IEnumerable<WorkingLine> Initial(ContractTerm term)
    {
        if (term.Initial is not { } length)
        {
            yield return new(term.Clause, "The initial term ends on the day the contract gives", $"from {term.Start.InWords()}", "", DayText.End(term.InitialEnd, term.IsEndMonthOnly));
            yield break;
        }

        yield return new(term.Clause, $"The initial term is {length}, its last day included", $"from {term.Start.InWords()}", Sum(term.Start.First, length), DayText.End(term.InitialEnd, term.IsEndMonthOnly));
    }

    internal static IEnumerable<WorkingLine> Exercised(DatedContract dated)
    {
        for (var option = 1; option <= dated.Term.Extensions.Count; option++)
        {
            if (!dated.IsExercised(option)) continue;
            var by = dated.Exercise(option) is { } decision ? $"; recorded {decision.On:d MMMM uuuu} by {decision.Taken.By}: {decision.Taken.Reason}" : "; so the contract file states";
            yield return Extended(dated.Term, option, $"exercised {dated.Term.Extensions[option - 1].Exercised:d MMMM uuuu}", by, dated.Term.IsEndMonthOnly);
        }
    }

    internal static IEnumerable<WorkingLine> Terminated(DatedContract dated)
    {
        if (dated.Termination is not { } early) yield break;
        var outcome = dated.IsTerminated ? DayText.Long(early.Ends) : "changes nothing: the contract ends by then anyway";
        yield return new(early.Taken.Clause, "Notice to end the contract early", $"given {early.Given:d MMMM uuuu}, ground {early.Ground.Key()}, to end on {early.Ends:d MMMM uuuu}; recorded {early.On:d MMMM uuuu} by {early.Taken.By}: {early.Taken.Reason}", "", outcome);
    }

    private static WorkingLine Extended(ContractTerm term, int option, string how, string by, bool isMonthOnly)
    {
        var (first, length) = (term.EndBefore(option).PlusDays(1), term.Extensions[option - 1].Length);
        return new(term.Clause, $"Option {option} adds {length}, {how}", $"from {DayText.Short(first)}{by}", Sum(first, length), DayText.End(term.EndBefore(option + 1), isMonthOnly));
    }

    private static string Sum(LocalDate first, TimeLength length)
    {
        var (date, isLastOfMonth) = ContractTerm.Corresponding(first, length);
        return isLastOfMonth
            ? $"{DayText.Short(first)} + {length} = {DayText.Short(date)}, the month's last day, as it has no day {first.Day}"
            : $"{DayText.Short(first)} + {length} = {DayText.Short(date)}, less 1 day";
    }

    private static KeyDate End(KeyDateKind kind, string key, string title, LocalDate day, DatedContract dated, bool isMonthOnly, Func<IEnumerable<WorkingLine>> lines) => new()
    {
        Kind = kind,
        Key = key,
        Title = title,
        Day = day,
        IsMonthOnly = isMonthOnly,
        State = dated.StateOf(day),
        Clause = dated.Term.Clause,
        Lines = lines,
    };
}
