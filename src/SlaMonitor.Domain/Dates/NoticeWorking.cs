using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Dates;

/// <summary>Writes how the last safe day of a notice was counted back.</summary>
internal static class NoticeWorking
{
    /// <param name="from">What it is counted back from, in words.</param>
    /// <param name="clause">Where the notice itself names none.</param>
    public static IEnumerable<WorkingLine> Of(NoticeCount count, string from, string? clause, DatedContract dated)
    {
        var notice = count.Notice;
        var source = notice.Clause ?? clause;
        yield return New($"{Capital(notice.Length.ToString())} back from {from}", DayText.Long(count.End), $"{DayText.Short(count.End)} - {notice.Length}{How(count.End, notice.Length, count.Back, dated)}", count.Back);
        if (count.Back is not { } back) yield break;
        if (notice.Counting == NoticeCounting.ClearDays)
            yield return New("Clear days: neither the day of notice nor the last day counts", DayText.Long(back), $"{DayText.Short(back)} - 1 day", count.Received);
        if (notice.DeemedReceived is { } deemed)
        {
            var (by, on) = (count.Received!.Value, notice.ReceivedOn(count.Received.Value, dated.WorkingDays) ?? count.Received.Value);
            var received = on == by ? $"received by {DayText.Long(by)}" : $"received by {DayText.Long(by)}, so on {DayText.Long(on)}, the last working day by then";
            yield return New($"A notice counts as received {deemed} after it is sent", received, $"{DayText.Short(on)} - {deemed}{How(on, deemed, count.LastDay, dated)}", count.LastDay);
        }

        if (count.LastDay is not { } last) yield break;
        if (notice.OnNonWorkingDay == NonWorkingDay.RollBack)
            yield return New("On no working day it moves back to the working day before", WhatDay(last, dated), "", count.LastSafeDay);
        else
            yield return New("Working day or not, the day stands", WhatDay(last, dated), "", last);
        if (notice.CutOff is { } cutOff && count.LastSafeDay is { } safe)
            yield return new(source, $"Sent after {cutOff:HH:mm} it counts as sent on the next working day", DayText.Long(safe), "", $"by {cutOff:HH:mm} on {DayText.Long(safe)}");

        WorkingLine New(string rule, string inputs, string arithmetic, LocalDate? outcome) =>
            new(source, rule, inputs, arithmetic, outcome is { } day ? DayText.Long(day) : $"not known: {dated.HolidaysNotKnown}");
    }

    /// <summary>What there is to say of a sum: whose working days were counted, or that a month is too short for the day.</summary>
    internal static string How(LocalDate from, TimeLength length, LocalDate? to, DatedContract dated) => length.Unit switch
    {
        TimeUnit.WorkingDays => $", by {dated.WorkingDays}",
        TimeUnit.Months or TimeUnit.Years when to is { } day && day.Day < from.Day => $", the month's last day, as it has no day {from.Day}",
        _ => "",
    };

    /// <summary>Saturday 30 September 2028 is no working day (Saturday).</summary>
    internal static string WhatDay(LocalDate day, DatedContract dated) => dated.WorkingDays.WhyNotWorking(day) is { } why
        ? $"{DayText.Long(day)} is no working day{(day.DayOfWeek >= IsoDayOfWeek.Saturday ? "" : $" ({why})")}"
        : dated.WorkingDays.Covers(day) ? $"{DayText.Long(day)} is a working day" : DayText.Long(day);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
