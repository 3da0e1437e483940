using NodaTime;

namespace SlaMonitor.Domain.Contracts;

/// <summary>An option to lengthen the term, and the day it was exercised if it was.</summary>
public sealed record Extension(TimeLength Length, LocalDate? Exercised);

/// <summary>
/// How long the contract runs: its start, its initial term (a length, or an end date as written), options to extend,
/// and the notice by which an option is exercised. End dates are inclusive: a start on 1 April 2021 for 5 years ends on
/// 31 March 2026.
/// </summary>
public sealed record ContractTerm
{
    private const int EarliestStart = 1900;
    private const int LatestStart = 2999;
    private const int LongestYears = 100;

    /// <exception cref="ContradictionException">An end before the start, a term beyond reach, or options exercised out of turn or
    /// too late.</exception>
    public ContractTerm(
        ContractDate start, TimeLength? initial, ContractDate? end, IReadOnlyList<Extension> extensions, Notice? noticeToExtend)
    {
        Start = start;
        Initial = initial;
        End = end;
        Extensions = extensions;
        NoticeToExtend = noticeToExtend;
        ContradictionException.ThrowIfAny(Contradictions());
    }

    public ContractDate Start { get; }

    /// <summary>The initial term as a length; null where the contract gives its end date instead.</summary>
    public TimeLength? Initial { get; }

    /// <summary>The end of the initial term as the contract gives it; null where it gives a length.</summary>
    public ContractDate? End { get; }

    public IReadOnlyList<Extension> Extensions { get; private init; }

    public Notice? NoticeToExtend { get; }

    /// <summary>How long before the end an option must be exercised, where that is another act than giving notice. Null where giving
    /// <see cref="NoticeToExtend"/> exercises it; where that is null too, it must be exercised by the end.</summary>
    public Notice? ExerciseBy { get; init; }

    /// <summary>Null where the contract gives no right to end it early.</summary>
    public EarlyTermination? EarlyTermination { get; init; }

    /// <summary>Where the contract states its term.</summary>
    public string? Clause { get; init; }

    /// <summary>Null where no notice to end it early has been given. No contract file says so: it is decided.</summary>
    public Termination? Terminated { get; private init; }

    /// <summary>True where start or end are known to the month only, so that days reckoned from them are too.</summary>
    public bool IsMonthPrecision => Start.IsMonthOnly || End is { IsMonthOnly: true };

    /// <summary>True where the end is known to the month only.</summary>
    public bool IsEndMonthOnly => End is { } end ? end.IsMonthOnly : Start.IsMonthOnly;

    public LocalDate InitialEnd => End?.Last ?? LastDay(Start.First, Initial!);

    /// <summary>The last day with every option taken up.</summary>
    public LocalDate LatestPossibleEnd => Extensions.Aggregate(InitialEnd, Extend);

    /// <summary>The last day of the term as it stood on a day: options exercised by then count, and notice to end it early.</summary>
    public LocalDate EndAsOf(LocalDate asOf) => Cut(Extensions.Where(e => e.Exercised <= asOf).Aggregate(InitialEnd, Extend), asOf);

    /// <summary>The day from which it is safe to count back from <see cref="EndAsOf"/>: the same, but where the end is known to the month
    /// only the first of that month, since it may end then.</summary>
    public LocalDate SafeEndAsOf(LocalDate asOf) => Cut(Extensions.Where(e => e.Exercised <= asOf).Aggregate(SafeInitialEnd, Extend), asOf);

    /// <summary>The first option not exercised by a day, if any is left. None is once notice to end the contract early has been given.</summary>
    public Extension? NextOption(LocalDate asOf) => IsTerminated(asOf)
        ? null
        : Extensions.FirstOrDefault(e => e.Exercised is not { } exercised || exercised > asOf);

    public bool IsTerminated(LocalDate asOf) => Terminated is { } terminated && terminated.Given <= asOf && terminated.Ends < UncutEnd;

    private LocalDate SafeInitialEnd => End?.First ?? InitialEnd;

    /// <summary>The end with the options exercised on whatever day.</summary>
    private LocalDate UncutEnd => Extensions.Where(e => e.Exercised is not null).Aggregate(InitialEnd, Extend);

    private IEnumerable<TimeLength> Lengths => Extensions.Select(e => e.Length).Prepend(Initial).OfType<TimeLength>();

    private int YearsAtMost => Lengths.Sum(l => l.YearsAtMost) + (End is { } end ? end.Month.Year - Start.Month.Year : 0);

    /// <summary>Whether dates would lie beyond what a calendar, or anybody, has use for.</summary>
    private bool IsBeyondReach => Start.Month.Year is < EarliestStart or > LatestStart || YearsAtMost > LongestYears;

    /// <summary>The end of the term before an option, by number from 1, whether the earlier ones have been exercised or not.</summary>
    public LocalDate EndBefore(int option) => Extensions.Take(option - 1).Aggregate(InitialEnd, Extend);

    /// <summary>The day from which it is safe to count back from <see cref="EndBefore"/>, see <see cref="SafeEndAsOf"/>.</summary>
    public LocalDate SafeEndBefore(int option) => Extensions.Take(option - 1).Aggregate(SafeInitialEnd, Extend);

    /// <summary>The term with an option, by number from 1, exercised on a day. The term as it is where that cannot be: it has no such
    /// option, the option is exercised already, an earlier one is not, or the day is after <see cref="EndBefore"/>.</summary>
    public ContractTerm Exercising(int option, LocalDate day)
    {
        var isOpen = option >= 1 && option <= Extensions.Count && Extensions[option - 1].Exercised is null;
        if (!isOpen || Extensions.Take(option - 1).Any(e => e.Exercised is null) || day > EndBefore(option)) return this;
        return this with { Extensions = [.. Extensions.Select((e, i) => i == option - 1 ? e with { Exercised = day } : e)] };
    }

    /// <summary>The term ended early. What was given before gives way to what is given later.</summary>
    public ContractTerm Ending(Termination termination) => this with { Terminated = termination };

    private LocalDate Cut(LocalDate end, LocalDate asOf) => Terminated is { } early && early.Given <= asOf && early.Ends < end ? early.Ends : end;

    private static LocalDate Extend(LocalDate end, Extension extension) => LastDay(end.PlusDays(1), extension.Length);

    /// <summary>The day before the corresponding date; where the month has no such date, its last day.</summary>
    private static LocalDate LastDay(LocalDate first, TimeLength length)
    {
        var (date, isLastOfMonth) = Corresponding(first, length);
        return isLastOfMonth ? date : date.PlusDays(-1);
    }

    /// <summary>The corresponding date so much later, and whether it is the month's last day in place of one the month has not.</summary>
    internal static (LocalDate Date, bool IsLastOfMonth) Corresponding(LocalDate first, TimeLength length)
    {
        var date = Add(first, length);
        return (date, length.Unit is TimeUnit.Months or TimeUnit.Years && date.Day < first.Day);
    }

    private static LocalDate Add(LocalDate date, TimeLength length) => length.Unit switch
    {
        TimeUnit.Days => date.PlusDays(length.Count),
        TimeUnit.Weeks => date.PlusWeeks(length.Count),
        TimeUnit.Months => date.PlusMonths(length.Count),
        TimeUnit.Years => date.PlusYears(length.Count),
        _ => throw new InvalidOperationException("A term does not run in working days."),
    };

    private IEnumerable<Problem> Contradictions()
    {
        if (Initial is null == End is null)
        {
            yield return new(ContractProblems.TermLength, "", "either 'initial' (a length) or 'end' (a date)", Initial is null ? "neither" : "both");
            yield break;
        }

        if (Lengths.Any(l => l is { Unit: TimeUnit.WorkingDays } or { Count: 0 }))
        {
            yield return new(ContractProblems.TermLength, "", "lengths in days, weeks, months or years, more than none", "working days, or none");
            yield break;
        }

        if (IsBeyondReach)
        {
            yield return new(ContractProblems.TermLength, "", $"a start in the years {EarliestStart} to {LatestStart}, and at most {LongestYears} years with every option", $"{Start} and {YearsAtMost} years");
            yield break;
        }

        if (InitialEnd < Start.First)
            yield return new(ContractProblems.EndBeforeStart, "end", $"a day on or after {Start}", $"{End}");
        foreach (var problem in ExercisedOutOfTurn()) yield return problem;
    }

    private IEnumerable<Problem> ExercisedOutOfTurn()
    {
        var end = InitialEnd;
        var openOption = false;
        for (var i = 0; i < Extensions.Count; i++)
        {
            if (Extensions[i].Exercised is not { } exercised)
            {
                openOption = true;
                continue;
            }

            if (openOption)
                yield return new(ContractProblems.OptionOutOfTurn, $"extensions[{i}].exercised", "earlier options exercised first", $"{exercised:uuuu-MM-dd}");
            if (exercised > end)
                yield return new(ContractProblems.OptionExercisedLate, $"extensions[{i}].exercised", $"a day up to {end:uuuu-MM-dd}, the end before this option", $"{exercised:uuuu-MM-dd}");
            end = Extend(end, Extensions[i]);
        }
    }
}
