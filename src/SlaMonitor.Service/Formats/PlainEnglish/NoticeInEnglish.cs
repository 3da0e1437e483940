using NodaTime;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The notice by which the next option is exercised, counted back step by step.</summary>
internal static class NoticeInEnglish
{
    public static IEnumerable<Paragraph> Of(DatedTerms dated)
    {
        var term = dated.Terms.Term;
        var isLeft = term.NextOption(LocalDate.MaxIsoValue) is not null;
        if (term.NoticeToExtend is { } notice)
        {
            yield return new(notice.Clause, isLeft
                ? $"{(term.ExerciseBy is null ? "To take up the next option the client gives notice" : "Of the next option the client gives notice beforehand, by notice")} of {notice.Length}. {Counted(notice, "to give notice", dated)}"
                : $"An option needs notice of {notice.Length}, but no option is left.");
        }

        if (term.ExerciseBy is { } exercise)
        {
            yield return new(exercise.Clause, isLeft
                ? $"The next option is then exercised {exercise.Length} before the end. {Counted(exercise, "to exercise it", dated)}"
                : $"An option is exercised {exercise.Length} before the end, but none is left.");
        }

        if (isLeft && term.NoticeToExtend is null && term.ExerciseBy is null)
            yield return new(null, $"The contract file does not say how much notice an option needs; SLA Monitor then takes the last day of the term, {Phrases.Date(dated.End)}, as the last day on which it can be exercised.");
    }

    /// <summary>How it is counted, without an end to count from.</summary>
    public static string Rules(Notice notice) => string.Join(' ', new[]
    {
        notice.Counting == NoticeCounting.ClearDays ? "Days are clear days, so neither the day of the notice nor the end date counts." : "It is counted back from the end date.",
        notice.DeemedReceived is { } deemed ? $"A notice counts as received {deemed} after it is sent." : "",
        notice.OnNonWorkingDay == NonWorkingDay.Stands ? "Whether its last day is a working day makes no difference." : "On no working day its last day moves back to the working day before.",
        CutOff(notice),
    }.Where(s => s.Length > 0));

    private static string Counted(Notice notice, string what, DatedTerms dated)
    {
        var count = notice.CountedBack(dated.SafeEnd, dated.WorkingDays);
        return count.LastSafeDay is { } day
            ? string.Join(' ', Steps(count, what, dated, day))
            : $"The last safe day {what} cannot be told, as {dated.HolidayYears}. {Rules(notice)}";
    }

    private static IEnumerable<string> Steps(NoticeCount count, string what, DatedTerms dated, LocalDate lastSafeDay)
    {
        var (notice, safe) = (count.Notice, dated.SafeEnd);
        yield return safe == dated.End
            ? $"Counted back from the end date, {Phrases.Date(safe)}, that is {Phrases.Weekday(count.Back!.Value)}."
            : $"Counted back from {Phrases.Date(safe)}, as the end is known to the month only and may be its first day, that is {Phrases.Weekday(count.Back!.Value)}.";
        if (notice.Counting == NoticeCounting.ClearDays)
            yield return $"Days are clear days, so neither the day of the notice nor the end date counts: one day earlier, {Phrases.Weekday(count.Received!.Value)}.";
        if (notice.DeemedReceived is { } deemed)
            yield return $"A notice counts as received {deemed} after it is sent, so it must be sent by {Phrases.Weekday(count.LastDay!.Value)}.";
        yield return notice.OnNonWorkingDay == NonWorkingDay.Stands
            ? "Whether that is a working day makes no difference."
            : NonWorking(count.LastDay!.Value, dated);
        if (CutOff(notice) is { Length: > 0 } cutOff) yield return cutOff;
        yield return $"The last safe day {what} is {Phrases.Weekday(lastSafeDay)}.";
    }

    private static string CutOff(Notice notice) => notice.CutOff is { } time ? $"Sent after {time:HH:mm} it counts as sent on the next working day." : "";

    private static string NonWorking(LocalDate day, DatedTerms dated) => dated.WorkingDays.WhyNotWorking(day) is { } why
        ? $"That is no working day ({why}), so the day moves back to the working day before."
        : "That is a working day; otherwise it would move back to the working day before.";
}
