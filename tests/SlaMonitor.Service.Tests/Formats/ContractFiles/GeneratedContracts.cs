using CsCheck;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>Contracts of every shape that do not contradict themselves.</summary>
internal static class GeneratedContracts
{
    public static readonly Gen<string> Line = OneOf(
        "Help desk", "cl 4.1", "4.10", "yes", "null", "true", "a: b", "# 1", "- x", "it's “so”", "100 %", "[x]", "é £ 😀", "x\\n", "~");

    private static readonly LocalDate Start = new(2021, 4, 1);

    private static readonly Gen<TimeLength> Length = Gen.Select(
        Gen.Int[1, 5], OneOf(TimeUnit.Months, TimeUnit.Years, TimeUnit.Weeks), (count, unit) => new TimeLength(count, unit));

    private static readonly Gen<TimeLength> Due = Gen.Select(Gen.Int[0, 20], Gen.Enum<TimeUnit>().Where(u => u != TimeUnit.Years && u != TimeUnit.Months), (count, unit) => new TimeLength(count, unit));

    private static readonly Gen<Money> Pounds = Gen.Long[1, 9_999_999_999].Select(pence => new Money(pence));

    private static readonly Gen<Notice> Notice = Gen.Select(
        Length.Select(l => l with { Count = 1 }), Gen.Enum<NoticeCounting>(), Maybe(Due), Gen.Enum<NonWorkingDay>(),
        (length, counting, deemed, rolls) => new Notice(length, counting, deemed, rolls));

    private static readonly Gen<Notice> Cut = Gen.Select(
        Notice, Gen.Int[-1, 1439], Maybe(Line), (notice, minute, clause) => notice with { CutOff = minute < 0 ? null : LocalTime.FromMinutesSinceMidnight(minute), Clause = clause });

    private static readonly Gen<EarlyTermination> Early = Gen.Select(
        Cut, Gen.Int[-1, 11], Gen.Int[1, 11].List[0, 3], Maybe(Line), (notice, floor, breaks, clause) => new EarlyTermination(
            notice, floor < 0 ? null : Start, [.. breaks.Distinct().Order().Select(m => Start.PlusMonths(m))], clause));

    private static readonly Gen<ContractMilestone> Milestone = Gen.Select(
        Gen.Int[0, 2], Length, Gen.Bool, Gen.Bool, Gen.Enum<NonWorkingDay>(), Maybe(Line), (from, length, isOn, isBefore, rolls, clause) => isOn
            ? new ContractMilestone("", new MilestoneBase.OnDay(Start.PlusMonths(5)), null, rolls, clause)
            : new("", from switch { 0 => new MilestoneBase.StartOfTerm(), 1 => new MilestoneBase.EndOfTerm(), _ => new MilestoneBase.OnDay(Start.PlusYears(1)) }, new(length, isBefore ? MilestoneSide.Before : MilestoneSide.After), rolls, clause));

    private static readonly Gen<LeadTimes> LeadTimes = Gen.Select(
        Gen.Bool, Length.List[1, 3], Gen.Int[1, 99].List[1, 3], (stated, end, days) => stated
            ? new LeadTimes([.. end.Distinct()], [.. days.Distinct().Select(TimeLength.Days)])
            : Domain.Contracts.LeadTimes.Default);

    private static readonly Gen<ContractTerm> Term = Gen.Select(
        Gen.Bool, Length.Select(l => l with { Unit = TimeUnit.Years }), Gen.Select(Length, Gen.Bool, (l, exercised) => new Extension(l, exercised ? Start.PlusMonths(3) : null)).List[0, 2], Maybe(Cut), Maybe(Cut), Maybe(Early), Maybe(Line),
        (byEnd, initial, options, notice, exercise, early, clause) => new ContractTerm(
            ContractDate.On(Start), byEnd ? null : initial, byEnd ? ContractDate.In(new YearMonth(2025, 3)) : null, [.. options.OrderBy(o => o.Exercised is null)], notice)
        {
            ExerciseBy = exercise,
            EarlyTermination = early,
            Clause = clause,
        });

    private static readonly Gen<ContractCalendar> Calendar = Gen.Select(
        OneOf("Mon-Fri 08:00-18:00", "24x7", "Mon Wed 00:00-12:30 13:00-24:00, Sun 09:00-10:00"), Gen.Bool,
        (hours, closed) => new ContractCalendar("core", WeeklyHours.Parse(hours), closed));

    private static readonly Gen<ReturnTerms> Returns = Gen.Select(
        Due, OneOf(Absence.WorstRung, Absence.NotScored), OneOf(Absence.WorstRung, Absence.NotScored), Maybe(Line), OneOf(NothingToReport.Taken, NothingToReport.Refused),
        (due, whole, figure, clause, nothing) => new ReturnTerms(due, whole, figure, clause) { NothingToReport = nothing });

    private static readonly Gen<Charges> Charges = Gen.Select(Gen.Bool, Pounds, Pounds, Gen.Enum<PartPeriodCharge>(), (isFixed, sum, estimate, part) => isFixed
        ? (Charges)new Charges.Fixed(sum, part) { EstimatedFirstYear = estimate }
        : new Charges.FromReturn { EstimatedFirstYear = estimate });

    private static readonly Gen<PointsTerms> Points = Gen.Select(
        Maybe(Gen.Select(Gen.Int[1, 3], Gen.Enum<GapInRun>(), Gen.Enum<GapInRun>(), (factor, gap, relieved) => new RepeatRule(factor, gap, relieved))), Maybe(Line), (repeat, clause) => new PointsTerms(repeat, clause));

    private static readonly Gen<Cap> Cap = Gen.Select(
        Gen.Int[0, 5], Gen.Int[50, 100], Gen.Enum<ThisPeriod>(), Gen.Enum<FirstYearBase>(), Maybe(Line),
        (of, at, thisPeriod, firstYear, clause) => of switch
        {
            0 => (Cap)new Cap.OfPeriod(new(at), clause),
            1 => new Cap.OfLast12Months(new(at), thisPeriod, firstYear, clause) { Charges = at % 2 == 0 ? CapCharges.Paid : CapCharges.Payable },
            4 => new Cap.OfPeriod(new(at), clause) { Estimated = new Money(at * 10_000) },
            5 => new Cap.OfEstimated12Months(new(at), new Money(at * 120_000), clause),
            _ => new Cap.OfContractYear(new(at), of == 2 ? null : new Money(at * 100_000), clause),
        });

    private static readonly Gen<CreditRegime> ByPoints = Gen.Select(
        Gen.Int[1, 400], Cap.List[0, 3], Maybe(Line), (perPoint, caps, clause) => new CreditRegime(CreditRegime.OfServicePoints, new ServicePoints(new(Rational.Of(perPoint, 1000))), caps, clause));

    private static readonly Gen<EarnBack> EarnBack = Gen.Select(
        OneOf("KPI 1"), OneOf(0, 100), Gen.Int[1, 3], Gen.Int[0, 3], Gen.Int[1, 100], Gen.Enum<UsedCap>(), Maybe(Line), (code, level, sustained, more, share, used, clause) =>
            new EarnBack([new(code, level)], sustained, sustained + more, new(share), used, clause));

    private static readonly Gen<CreditRegime> Named = Gen.Select(
        GeneratedRules.Any, Cap.List[0, 2], Maybe(Line), Gen.Int[100, 110].List[0, 2], Maybe(EarnBack), (rule, caps, clause, uplift, earnBack) => new CreditRegime("Another regime", rule, caps, clause)
        {
            EarnBack = rule is LateDays or PerEvent ? null : earnBack,
            RepeatUplift = rule is LateDays or PointLadder or PerEvent ? [] : [.. uplift.Order().Select(u => new Percentage(u))],
        });

    private static readonly Gen<CreditTerms> Credits = Gen.Select(
        Gen.Int[0, 2], ByPoints, Named, Cap.List[0, 2], Gen.Enum<RoundingMode>(), Maybe(Line), (which, points, named, caps, rounding, clause) => which switch
        {
            0 => new CreditTerms([points], caps, rounding, clause),
            1 => new CreditTerms([named], caps, rounding, clause),
            _ => new CreditTerms([named, points], caps, rounding, clause),
        });

    private static readonly Gen<CreditTerms> Settled = Gen.Select(
        Credits, Gen.Bool, Gen.Enum<CreditedInvoice>(), Maybe(Gen.Select(Gen.Int[0, 100], Gen.Enum<RoundingMode>(), (rate, rounding) => new CreditVat(new(rate), rounding))),
        (credits, named, invoice, vat) => credits with { Invoice = named ? invoice : null, Vat = vat, ClaimWithin = named ? TimeLength.Months(2 + (int)invoice) : null });

    private static readonly Gen<List<Trigger>> Triggers = Gen.Select(
        Maybe(Line), Gen.Int[1, 12], Gen.Bool.List[5, 5], (clause, number, chosen) => new List<Trigger>
        {
            new Trigger.CriticalPerformanceFailure(1, number, false, clause),
            new Trigger.RectificationPlan(RungName.Target, TimeLength.Days(number), clause),
            new Trigger.UnacceptableKpiFailure(new(number), clause) { CountsMissing = number > 6 },
            new Trigger.PersistentFailure(1, number, clause),
            new Trigger.ConsecutiveFailure(number, clause),
        }.Where((_, i) => chosen[i]).ToList());

    private static readonly Gen<CreditHoliday> Holiday = Gen.Select(
        Gen.Bool, Gen.Int[1, 12], Gen.Enum<HolidayPoints>(), Maybe(Line), (dated, months, points, clause) => dated
            ? (CreditHoliday)new CreditHoliday.Dated(Start.PlusMonths(3), Start.PlusMonths(3 + months), points, clause)
            : new CreditHoliday.FromStart(months, points, clause));

    private static readonly Gen<Officer> Officer = Gen.Select(
        Gen.Enum<OfficerRole>(), Maybe(Line), Maybe(Gen.Const("ict@council.example")), (role, name, email) => new Officer(role, name, email));

    /// <summary>Terms whose parts agree with each other.</summary>
    public static readonly Gen<ContractTerms> Any =
        from title in Line
        from source in Maybe(OneOf("One line", "Two\nlines", "1.5"))
        from officers in Officer.List[0, 2]
        from term in Term
        from milestones in Milestone.List[0, 2]
        from leadTimes in LeadTimes
        from zone in OneOf("Europe/London", "Europe/Dublin", "Etc/GMT+1")
        from division in Gen.Enum<Division>()
        from months in OneOf(1, 2, 3, 4, 6, 12)
        from anchor in OneOf(1, 16, 31)
        from calendar in Calendar
        from returns in Returns
        from charges in Charges
        from extract in GeneratedTickets.Extract
        from indicators in GeneratedTickets.Evidenced(GeneratedIndicators.Some, extract)
        from points in Points
        from credits in Maybe(Settled)
        from holidays in Holiday.List[0, 2]
        from triggers in Triggers
        let draft = new ContractDraft
        {
            Code = "generated",
            Title = title,
            Client = title,
            Supplier = "A supplier",
            Source = source,
            Officers = officers,
            EffectiveFrom = Start,
            Term = term,
            Milestones = [.. milestones.Select((m, i) => m with { Title = $"Milestone {i + 1}" })],
            LeadTimes = leadTimes,
            Zone = DateTimeZoneProviders.Tzdb[zone],
            WorkingDays = division,
            Periods = new(months, 4, anchor),
            Calendars = [calendar],
            Returns = returns,
            Extracts = [extract],
            Charges = charges,
            Indicators = indicators,
            Points = points,
            Credits = credits,
            CreditHolidays = credits is null ? [] : holidays,
            Triggers = triggers,
            Examples = [.. Examples(indicators)],
        }
        where IsSound(draft)
        select new ContractTerms(draft);

    public static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(i => choices[i]);

    public static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Select(Gen.Bool, gen, (there, value) => there ? value : null);

    /// <summary>On target in two periods, as the ladder's own bound is; what that costs is nothing.</summary>
    private static IEnumerable<WorkedExample> Examples(IEnumerable<Indicator> indicators) =>
        from indicator in indicators.Take(2)
        where indicator is { Measure: not null, Rounding: null, Introduced: null, Retired: null, Ladder: { Better: not Polarity.NearestTo, Target.Bound: not null } }
        let target = indicator.Ladder!.Target.Bound!.Value
        select new WorkedExample(
            null, [new(indicator.Code, [target, target])], [], [new(indicator.Code, [RungName.Target, RungName.Target])], [new(indicator.Code, [0, 0])], []);

    private static bool IsSound(ContractDraft draft)
    {
        try
        {
            return WorkedExamples.Run(new(draft), ContractTexts.Holidays).Count == 0;
        }
        catch (ContradictionException)
        {
            return false;
        }
    }
}
