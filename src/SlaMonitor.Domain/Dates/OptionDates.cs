using System.Globalization;
using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Dates;

/// <summary>By when each option has to be taken up: notice given, and exercised where that is another act.</summary>
internal static class OptionDates
{
    /// <summary>Where the contract states no notice, an option is exercised by the end of the term it lengthens.</summary>
    private static readonly Notice ByTheEnd = Notice.Of(TimeLength.Days(0));

    public static IReadOnlyList<KeyDate> Of(DatedContract dated)
    {
        var dates = new List<KeyDate>();
        for (var option = 1; option <= dated.Term.Extensions.Count; option++)
        {
            var isLost = dated.IsTerminated || dates.Any(d => d.State == DateState.Lapsed);
            if (dated.Term.NoticeToExtend is { } notice) dates.Add(Date(dated, option, notice, KeyDateKind.Notice, isLost));
            if (dated.Term.ExerciseBy is not null || dated.Term.NoticeToExtend is null)
                dates.Add(Date(dated, option, dated.Term.ExerciseBy ?? ByTheEnd, KeyDateKind.Exercise, isLost));
        }

        return dates;
    }

    /// <summary>The number of the option that a date is of; null of other dates.</summary>
    public static int? OptionOf(KeyDate date) => date.Kind is KeyDateKind.Notice or KeyDateKind.Exercise
        ? int.Parse(date.Key[(date.Key.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)
        : null;

    private static KeyDate Date(DatedContract dated, int option, Notice notice, KeyDateKind kind, bool isLost)
    {
        var term = dated.Term;
        var count = notice.CountedBack(term.SafeEndBefore(option), dated.WorkingDays);
        var last = notice.LastDay(term.EndBefore(option), dated.WorkingDays);
        var done = kind == KeyDateKind.Notice && dated.Notice(option) is { } given ? given.Given : dated.IsExercised(option) ? term.Extensions[option - 1].Exercised : null;
        var name = DayText.OptionName(option, term.Extensions[option - 1]);
        return new()
        {
            Kind = kind,
            Key = kind == KeyDateKind.Notice ? $"notice of option {option}" : $"exercise of option {option}",
            Title = kind == KeyDateKind.Notice ? $"Give notice of {name}" : $"Exercise {name}",
            Day = count.LastSafeDay,
            LastDay = last,
            NotKnown = count.LastSafeDay is null ? dated.HolidaysNotKnown : null,
            IsMonthOnly = term.IsEndMonthOnly,
            CutOff = notice.CutOff,
            State = done is not null ? DateState.Done : isLost ? DateState.Lapsed : dated.StateOf(count.LastSafeDay, last, term.EndBefore(option)),
            DoneOn = done,
            OnlyIf = option > 1 && done is null && !isLost && !dated.IsExercised(option - 1) ? $"option {option - 1} is exercised" : null,
            Clause = notice.Clause ?? term.Clause,
            Lines = () => Lines(dated, option, count, last, kind, done),
        };
    }

    private static IEnumerable<WorkingLine> Lines(DatedContract dated, int option, NoticeCount count, LocalDate? last, KeyDateKind kind, LocalDate? done)
    {
        var term = dated.Term;
        var end = option == 1 ? "the end of the initial term" : $"the end of the term with option {option - 1}";
        yield return new(term.Clause, $"Counted from the end of the term that the option lengthens{(term.IsEndMonthOnly ? ", known to the month only: it may be the month's first day" : "")}", end, "", DayText.Long(count.End));
        foreach (var line in NoticeWorking.Of(count, "that day", term.Clause, dated)) yield return line;
        if (kind == KeyDateKind.Notice && term.ExerciseBy is null)
            yield return new(count.Notice.Clause ?? term.Clause, "Giving this notice exercises the option", "the contract file states no other act", "", count.LastSafeDay is { } safe ? $"safe by {DayText.Long(safe)}" : "not known");
        if (last != count.LastDay)
            yield return new(count.Notice.Clause ?? term.Clause, "The last day, if the term runs to the end of that month", DayText.Long(term.EndBefore(option)), "", last is { } latest ? DayText.Long(latest) : "not known");
        if (done is not { } on) yield break;
        yield return on > last
            ? new(term.Clause, "Done after the last day", DayText.Long(on), $"the last day was {DayText.Short(last.Value)}", "recorded as done before the term ended; whether it was in time is for the parties")
            : new(term.Clause, "Done", DayText.Long(on), "", last is null ? "done" : "in time");
    }
}
