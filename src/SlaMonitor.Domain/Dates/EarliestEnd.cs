using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Dates;

/// <summary>The earliest that the term can end by the client's own right, if notice is given on the day looked at.</summary>
internal static class EarliestEnd
{
    public static KeyDate Of(DatedContract dated)
    {
        if (dated.AsOf > dated.End) return At(dated, dated.End, () => [Line("The contract has ended", dated.End)]);
        if (dated.IsTerminated) return At(dated, dated.End, () => EndDates.Terminated(dated));
        if (dated.Term.EarlyTermination is not { } right) return At(dated, dated.End, () => [Line("The contract file gives no right to end it early", dated.End)]);
        return right.OnlyOn.Count > 0 ? OnBreak(dated, right) : OnAnyDay(dated, right);
    }

    private static KeyDate OnBreak(DatedContract dated, EarlyTermination right)
    {
        foreach (var count in right.OnlyOn.Where(day => day < dated.End && day >= right.NotBefore.GetValueOrDefault(day)).Select(day => right.Notice.CountedBack(day, dated.WorkingDays)))
        {
            if (count.LastSafeDay is null) return NotKnown(dated, right, () => NoticeWorking.Of(count, "the break date", right.Clause, dated));
            if (count.LastSafeDay >= dated.AsOf) return At(dated, count.End, () => NoticeWorking.Of(count, "the break date", right.Clause, dated), right);
        }

        return At(dated, dated.End, () => [Line("No break date is left that notice would be in time for", dated.End)], right);
    }

    private static KeyDate OnAnyDay(DatedContract dated, EarlyTermination right)
    {
        var given = LocalDate.Max(dated.AsOf, dated.Term.Start.First);
        var notBefore = LocalDate.Max(right.NotBefore ?? given, given);
        if (right.Notice.EarliestEnd(given, notBefore, dated.WorkingDays) is not { } end)
            return NotKnown(dated, right, () => [new(right.Clause, $"Notice of {right.Notice.Length}", $"given {DayText.Short(given)}", "", $"not known: {dated.HolidaysNotKnown}")]);
        if (end >= dated.End) return At(dated, dated.End, () => [.. Found(), Line("The contract ends by then anyway", dated.End)], right);
        return At(dated, end, Found, right);

        IEnumerable<WorkingLine> Found()
        {
            var floor = right.NotBefore is { } first ? $", and no end before {DayText.Short(first)}" : "";
            yield return new(right.Clause, $"The client may end the contract by notice of {right.Notice.Length}", $"given {DayText.Short(given)}{floor}", "", $"the first end that it is in time for is {DayText.Long(end)}");
            foreach (var line in NoticeWorking.Of(right.Notice.CountedBack(end, dated.WorkingDays), "that end", right.Clause, dated)) yield return line;
            var before = end.PlusDays(-1);
            if (before >= notBefore && right.Notice.LastSafeDay(before, dated.WorkingDays) is { } tooEarly)
                yield return new(right.Clause, "A day earlier would be too early", DayText.Short(before), $"its last safe day is {DayText.Short(tooEarly)}, before {DayText.Short(given)}", DayText.Long(end));
        }
    }

    private static WorkingLine Line(string rule, LocalDate end) => new(null, rule, "", "", DayText.Long(end));

    private static KeyDate NotKnown(DatedContract dated, EarlyTermination right, Func<IEnumerable<WorkingLine>> lines) =>
        At(dated, null, lines, right) with { NotKnown = dated.HolidaysNotKnown, State = DateState.Coming };

    private static KeyDate At(DatedContract dated, LocalDate? day, Func<IEnumerable<WorkingLine>> lines, EarlyTermination? right = null) => new()
    {
        Kind = KeyDateKind.EarliestEnd,
        Key = "earliest end",
        Title = "Earliest possible end",
        Day = day,
        IsMonthOnly = day == dated.End && dated.IsEndMonthOnly,
        State = dated.StateOf(day),
        Clause = right?.Clause ?? dated.Term.Clause,
        Lines = lines,
    };
}
