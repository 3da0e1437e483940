using NodaTime;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The notice by which the next option is exercised, counted back step by step.</summary>
internal static class NoticeInEnglish
{
    public static string? Of(DatedTerms dated)
    {
        var term = dated.Terms.Term;
        if (term.NextOption(LocalDate.MaxIsoValue) is null)
            return term.NoticeToExtend is { } idle ? $"An option needs notice of {idle.Length}, but no option is left." : null;
        return term.NoticeToExtend is { } notice
            ? $"To take up the next option the client gives notice of {notice.Length}. {LastSafeDay(notice, dated)}"
            : $"The contract file does not say how much notice an option needs; SLA Monitor then takes the last day of the term, {Phrases.Date(dated.End)}, as the last day on which it can be exercised.";
    }

    private static string LastSafeDay(Notice notice, DatedTerms dated) =>
        notice.LastSafeDay(dated.End, dated.WorkingDays) is { } day
            ? string.Join(' ', Steps(notice, dated, day))
            : $"The last safe day to give it cannot be told, as {dated.HolidayYears}.";

    private static IEnumerable<string> Steps(Notice notice, DatedTerms dated, LocalDate lastSafeDay)
    {
        var day = notice.Length.Before(dated.End, dated.WorkingDays)!.Value;
        yield return $"Counted back from the end date, {Phrases.Date(dated.End)}, that is {Phrases.Weekday(day)}.";
        if (notice.Counting == NoticeCounting.ClearDays)
        {
            day = day.PlusDays(-1);
            yield return $"Days are clear days, so neither the day of the notice nor the end date counts: one day earlier, {Phrases.Weekday(day)}.";
        }

        if (notice.DeemedReceived is { } deemed)
        {
            day = deemed.Before(day, dated.WorkingDays)!.Value;
            yield return $"A notice counts as received {deemed} after it is sent, so it must be sent by {Phrases.Weekday(day)}.";
        }

        yield return notice.OnNonWorkingDay == NonWorkingDay.Stands
            ? "Whether that is a working day makes no difference."
            : NonWorking(day, dated);
        yield return $"The last safe day to give notice is {Phrases.Weekday(lastSafeDay)}.";
    }

    private static string NonWorking(LocalDate day, DatedTerms dated) => dated.WorkingDays.WhyNotWorking(day) is { } why
        ? $"That is no working day ({why}), so the day moves back to the working day before."
        : "That is a working day; otherwise it would move back to the working day before.";
}
