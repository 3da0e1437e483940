using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What makes the parts of a contract contradict each other. Paths are those of the contract file.</summary>
internal static class ContractChecks
{
    private const int LongestMonthsToReturn = 12;
    private const int MostPoints = 1_000_000;

    public static IEnumerable<Problem> Of(ContractDraft draft) =>
    [
        .. Holidays(draft),
        .. Term(draft),
        .. DateChecks.Of(draft, Adopted(draft).WorkingDays(draft.WorkingDays)),
        .. Returns(draft),
        .. draft.Indicators.SelectMany(i => IndicatorChecks.Of(i, draft).Select(p => p.Under($"indicators.{i.Code}"))),
        .. draft.Indicators.SelectMany(i => CompositeChecks.Of(i, draft).Select(p => p.Under($"indicators.{i.Code}.combine"))),
        .. CodeChecks.Of(draft),
        .. EvidenceChecks.Of(draft),
        .. SharesOfWhole.Check(draft),
        .. Points(draft),
        .. CreditChecks.Of(draft),
        .. CreditHolidayChecks.Of(draft),
        .. TriggerChecks.Of(draft),
        .. ExampleChecks.Of(draft),
    ];

    private static IEnumerable<Problem> Holidays(ContractDraft draft)
    {
        var version = draft.BankHolidays.Version;
        if (BankHolidays.Find(version) is null)
            yield return new(ContractProblems.UnknownHolidayVersion, "bankHolidays.version", $"one of: {string.Join(", ", BankHolidays.Versions.Select(v => v.Version))}", $"{version}");
        if (draft.BankHolidays.LacksReason)
            yield return new(ContractProblems.AdoptionWithoutReason, "bankHolidays", $"a reason for leaving version {HolidayAdoption.Baseline.Version}", $"version {version} without one");
    }

    /// <summary>The first version stands in for one that does not exist, so that everything else is checked all the same.</summary>
    private static BankHolidays Adopted(ContractDraft draft) => BankHolidays.Find(draft.BankHolidays.Version) ?? BankHolidays.Versions[0];

    private static IEnumerable<Problem> Term(ContractDraft draft)
    {
        var term = draft.Term;
        if (draft.EffectiveFrom < term.Start.First || draft.EffectiveFrom > term.LatestPossibleEnd)
            yield return new(ContractProblems.EffectiveOutsideTerm, "effectiveFrom", $"a day from {term.Start} to {term.LatestPossibleEnd:uuuu-MM-dd}", $"{draft.EffectiveFrom:uuuu-MM-dd}");
        else if (draft.Periods.Containing(draft.EffectiveFrom, term.Start.First, term.LatestPossibleEnd) is var period && period.First != draft.EffectiveFrom)
            yield return new(ContractProblems.EffectiveMidPeriod, "effectiveFrom", $"the first day of a Service Period, such as {period.First:uuuu-MM-dd} or {period.Last.PlusDays(1):uuuu-MM-dd}", $"{draft.EffectiveFrom:uuuu-MM-dd}");
        if (term.NoticeToExtend is not { } notice) yield break;
        var holidays = Adopted(draft);
        var workingDays = holidays.WorkingDays(draft.WorkingDays);
        var lastSafeDay = notice.LastSafeDay(term.InitialEnd, workingDays);
        if ((lastSafeDay ?? notice.LastDay(term.InitialEnd, workingDays)) is { } day && day < term.Start.First)
            yield return new(ContractProblems.NoticeAfterEnd, "term.noticeToExtend", $"a length that fits between {term.Start} and {term.InitialEnd:uuuu-MM-dd}", $"{notice.Length}, which is {day:uuuu-MM-dd}");
        else if (lastSafeDay is null)
            yield return new(ContractProblems.HolidaysUnknown, "term.noticeToExtend", $"a day within {holidays.FirstYear} to {holidays.LastYear}", $"notice before {term.InitialEnd:uuuu-MM-dd}");
    }

    private static IEnumerable<Problem> Points(ContractDraft draft)
    {
        if (draft.Points.Repeat is { Factor: < 1 } repeat)
            yield return new(ContractProblems.PointsNotRising, "points.repeat.factor", "1 or more, so that a repeat never costs less", $"{repeat.Factor}");
        if (draft.MostPoints > MostPoints)
            yield return new(ContractProblems.PointsTooMany, "indicators", $"at most {MostPoints} Service Points in one Service Period, repeats included", $"up to {draft.MostPoints}");
    }

    private static IEnumerable<Problem> Returns(ContractDraft draft)
    {
        foreach (var problem in AbsenceAsZero(draft)) yield return problem;
        var due = draft.Returns.Due;
        if (IsTooLong(due, draft.Term.Start.First))
            yield return new(ContractProblems.NeverCloses, "returns.due", $"at most {LongestMonthsToReturn} months", $"{due}");
        if (draft.Credits is not null && draft.Returns.WhenMissing == Absence.CannotTell)
            yield return new(ContractProblems.NeverCloses, "returns.whenMissing", "what a missing return means, since credits hang on it", "cannotTell");
        if (draft.Credits is not null && draft.Returns.WhenFigureMissing == Absence.CannotTell)
            yield return new(ContractProblems.NeverCloses, "returns.whenFigureMissing", "what a missing figure means, since credits hang on it", "cannotTell");
        var holidays = Adopted(draft);
        if (due.Unit == TimeUnit.WorkingDays && !holidays.Covers(draft.EffectiveFrom))
            yield return new(ContractProblems.HolidaysUnknown, "returns.due", $"terms that take effect within {holidays.FirstYear} to {holidays.LastYear}, or days that are not working days", $"{due} from {draft.EffectiveFrom:uuuu-MM-dd} on");
        var partPeriods = draft.Periods.Within(draft.Term.Start.First, draft.Term.InitialEnd, draft.Term.InitialEnd).Any(p => p.IsPartial);
        if (draft.Charges is Charges.Fixed { PartPeriods: null } && partPeriods)
            yield return new(ContractProblems.PartPeriodUnstated, "charges", "'partPeriods: whole' or 'partPeriods: byDays'", "nothing, so a part period is charged whole");
    }

    /// <summary>Working days are taken as five a week, which bank holidays can only lengthen.</summary>
    private static bool IsTooLong(TimeLength due, LocalDate from)
    {
        var latest = from.PlusMonths(LongestMonthsToReturn);
        return due.Unit switch
        {
            TimeUnit.Days => due.Count > Period.DaysBetween(from, latest),
            TimeUnit.WorkingDays => due.Count / 5 > Period.DaysBetween(from, latest) / 7,
            TimeUnit.Weeks => due.Count > Period.DaysBetween(from, latest) / 7,
            TimeUnit.Months => due.Count > LongestMonthsToReturn,
            _ => due.Count > LongestMonthsToReturn / 12,
        };
    }

    private static IEnumerable<Problem> AbsenceAsZero(ContractDraft draft)
    {
        var (whole, figure) = (draft.Returns.WhenMissing, draft.Returns.WhenFigureMissing);
        if (whole != Absence.Zero && figure != Absence.Zero) yield break;
        foreach (var indicator in draft.Indicators.Where(i => i.Better is Polarity.Lower or Polarity.NearestTo && i.Kind == IndicatorKind.Kpi))
            yield return new(ContractProblems.AbsenceRewards, whole == Absence.Zero ? "returns.whenMissing" : "returns.whenFigureMissing", "worstRung, notScored or cannotTell", $"zero, although {indicator.Code} is better the lower it is");
    }
}
