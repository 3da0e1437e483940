using NodaTime;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Dates;

/// <summary>By when notice has to be given to end the contract on each of its break dates.</summary>
internal static class BreakDates
{
    public static IReadOnlyList<KeyDate> Of(DatedContract dated) => dated.Term.EarlyTermination is { } right
        ? [.. right.OnlyOn.Where(day => day < dated.End || day == dated.Termination?.Ends).Select(day => Date(dated, right, day))]
        : [];

    private static KeyDate Date(DatedContract dated, EarlyTermination right, LocalDate day)
    {
        var count = right.Notice.CountedBack(day, dated.WorkingDays);
        var done = dated.Termination is { } early && dated.IsTerminated && early.Ends == day ? early.Given : (LocalDate?)null;
        return new()
        {
            Kind = KeyDateKind.BreakNotice,
            Key = $"notice of break {day:uuuu-MM-dd}",
            Title = $"Give notice to end the contract on {DayText.Short(day)}",
            Day = count.LastSafeDay,
            LastDay = count.LastDay,
            NotKnown = count.LastSafeDay is null ? dated.HolidaysNotKnown : null,
            CutOff = right.Notice.CutOff,
            State = done is not null ? DateState.Done : dated.IsTerminated ? DateState.Lapsed : dated.StateOf(count.LastSafeDay, count.LastDay, day),
            DoneOn = done,
            Clause = right.Notice.Clause ?? right.Clause,
            Lines = () => NoticeWorking.Of(count, "the break date", right.Clause, dated),
        };
    }
}
