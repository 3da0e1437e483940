using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Errors.Reproducers;
using static SlaMonitor.Domain.Tests.Given;
using static SlaMonitor.Domain.Tests.Tickets.GivenTickets;

namespace SlaMonitor.Domain.Tests.Errors;

public class ContractProblemsTests
{
    /// <summary>Raised where a contract file is read, since the types of the domain leave no room for them: an indicator has a
    /// source, a ladder a polarity, a level no unit of its own. The tests of the file format reproduce them.</summary>
    private static readonly string[] OfTheFileFormat = ["no-source", "no-polarity", "level-unit"];

    private static readonly Dictionary<string, Reproducer> Cases = new()
    {
        // The term.
        ["term-length"] = Throws("", () => new ContractTerm(ContractDate.On(Day("2024-04-01")), null, null, [], null)),
        ["end-before-start"] = Throws("end", () => new ContractTerm(ContractDate.On(Day("2024-04-01")), null, ContractDate.On(Day("2024-03-31")), [], null)),
        ["option-out-of-turn"] = Throws("extensions[1].exercised", () => Term("2024-04-01", "1 year", Option("1 year"), Option("1 year", "2025-01-01"))),
        ["option-exercised-late"] = Throws("extensions[0].exercised", () => Term("2024-04-01", "1 year", Option("1 year", "2025-04-01"))),
        ["notice-after-end"] = In("term.noticeToExtend", Plain with { Term = Noticed("1 year", "13 months") }),
        ["exercise-before-notice"] = In("term.exerciseBy", Plain with { Term = Noticed("2 years", "3 months") with { ExerciseBy = Notice.Of(Length("4 months")) } }),
        ["break-unfit"] = In("term.earlyTermination.onlyOn[0]", Plain with { Term = Term("2024-04-01", "2 years") with { EarlyTermination = new(Notice.Of(Length("3 months")), null, [Day("2026-03-31")], null) } }), // the term's own end
        ["milestone-outside-term"] = In("milestones.Procurement", Plain.Lasting("2024-04-01", "1 year") with { Milestones = [new("Procurement", new MilestoneBase.EndOfTerm(), new(Length("18 months"), MilestoneSide.Before), NonWorkingDay.Stands, null)] }),
        ["lead-time-unfit"] = In("leadTimes.deadlines[1]", Plain with { LeadTimes = new([Length("1 year")], [Length("7 days"), Length("7 days")]) }),
        ["effective-outside-term"] = In("effectiveFrom", Plain.EffectiveFrom("2024-03-31")),
        ["effective-mid-period"] = In("effectiveFrom", Plain.EffectiveFrom("2024-04-02")),

        // Returns.
        ["period-never-closes"] = In("returns.due", Plain.Due("13 months")),
        ["absence-rewards"] = In("returns.whenMissing", Contract(Kpi("KPI1").On(Lower)).When(Absence.Zero, Absence.NotScored)),
        ["holidays-unknown"] = In("returns.due", Plain.Lasting("2029-04-01", "5 years")),
        ["part-period-unstated"] = In("charges", Plain.Lasting("2024-04-15", "1 year").Charging("100.00", null)),

        // Calendars.
        ["unknown-holiday-version"] = In("bankHolidays.version", Plain with { BankHolidays = new(999, "A newer list") }),
        ["adoption-without-reason"] = In("bankHolidays", Plain with { BankHolidays = new(999, null) }),

        // Ladders.
        ["ladder-incomplete"] = Throws("", () => new Ladder(Polarity.Higher, null, [Rung(RungName.Target, "99", 0)])),
        ["ladder-gap"] = Throws("minor", () => new Ladder(Polarity.Higher, null, [Rung(RungName.Target, "99", 0), new(RungName.Minor, N("98"), N("98.9"), 1), Rung(RungName.Serious, null, 2)])),
        ["ladder-overlap"] = Throws("minor", () => new Ladder(Polarity.Higher, null, [Rung(RungName.Target, "99", 0), new(RungName.Minor, N("98"), N("99.1"), 1), Rung(RungName.Serious, null, 2)])),
        ["rung-unreachable"] = Throws("serious", () => HigherIsBetter("99", ("98", 1), ("98", 2), (null, 3))),
        ["points-not-rising"] = Throws("serious", () => HigherIsBetter("99", ("98", 2), ("97", 1), (null, 3))),
        ["points-too-many"] = In("indicators", Contract(Kpi("KPI1").On(HigherIsBetter("99", (null, 10_001)))).Repeating(100)),
        ["bound-direction"] = In("indicators.KPI1.ladder", Contract(Kpi("KPI1").On(Lower) with { Better = Polarity.Higher })),
        ["bound-off-scale"] = In("indicators.KPI1.ladder.target", Contract(Kpi("KPI1").On(HigherIsBetter("100.1", (null, 1))))),
        ["milestone-order"] = Throws("milestones[1].by", () => new Trajectory(Polarity.Higher, [new(Day("2024-06-30"), 85), new(Day("2024-06-30"), 90)], BetweenMilestones.Step, 0)),
        ["ladder-and-trajectory"] = In("indicators.KPI1.trajectory", Contract(Kpi("KPI1") with { Trajectory = new(Polarity.Higher, [new(Day("2024-06-30"), 85)], BetweenMilestones.Step, 1) })),

        // Indicators.
        ["no-target"] = In("indicators.KPI1", Contract(Kpi("KPI1") with { Ladder = null })),
        ["kind-mismatch"] = In("indicators.KPI1.kind", Contract(Kpi("KPI1") with { Kind = IndicatorKind.Composite })),
        ["points-on-pi"] = In("indicators.KPI1.ladder", Contract(Kpi("KPI1") with { Kind = IndicatorKind.SubsidiaryPi })),
        ["kpi-without-points"] = In("indicators.KPI2.kind", Contract(Kpi("KPI1"), Pi("KPI2") with { Kind = IndicatorKind.Kpi }).Crediting("0.5")),
        ["retired-before-introduced"] = In("indicators.KPI1.retired", Contract(Kpi("KPI1") with { Introduced = Day("2024-06-01"), Retired = Day("2024-05-31") })),
        ["unknown-calendar"] = In("indicators.KPI1.measure.availability.calendar", Contract(Kpi("KPI1").Measuring(new Availability("core", 0)))),
        ["low-volume-without-ratio"] = In("indicators.KPI1.lowVolume", Contract(Kpi("KPI1").Measuring(new StatedValue("level")) with { LowVolume = new(40, 2) })),
        ["breakdown-of-whole"] = In("indicators.KPI1.breakdown", Contract(Kpi("KPI1").Measuring(new Availability(null, 0)) with { Breakdown = new("site", []) })),
        ["code-missing"] = In("indicators.KPI4", Contract(Kpi("KPI1"), Kpi("KPI2"), Kpi("KPI4"))),
        ["no-share"] = In("wholes.Spend", Contract(Pi("A").Measuring(new StatedValue("days"), "days")) with { Wholes = [new("Spend", ["A"])] }),
        ["tolerance-without-cases"] = In("indicators.A.populationTolerance", Contract(Pi("A").Measuring(new StatedValue("level")) with { PopulationTolerance = Percent("20") })),
        ["measurement-period-unfit"] = In("indicators.KPI1.measurementPeriod.every.length", Contract(Kpi("KPI1").Over(4, TakenTogether.Pooled)) with { Periods = new(3, 4, 1) }),
        ["taken-unfit"] = In("indicators.KPI1.measurementPeriod.every.taken", Contract(Kpi("KPI1").Measuring(new StatedValue("level")).Over(3, TakenTogether.Pooled))),

        // Tickets.
        ["evidence-unfit"] = In("indicators.R.evidence.counts", Contract(Kpi("R").From(Asking(TicketQuestion.Opened))).Reading(Log)),
        ["unknown-extract"] = In("indicators.R.evidence.tickets", Contract(Kpi("R").From(InTarget))),
        ["extract-idle"] = In("tickets.log", Contract(Kpi("R")).Reading(Log)),
        ["ticket-column-missing"] = In("tickets.log.columns", Contract(Kpi("R").From(InTarget)).Reading(Log with { Columns = new Dictionary<TicketColumn, string> { [TicketColumn.Opened] = "opened" } })),
        ["needs-event-log"] = In("indicators.R.evidence.reopened", Contract(Kpi("R").From(InTarget with { Reopened = ReopenedRule.FirstResolution })).Reading(Log)),
        ["unknown-priority"] = In("indicators.R.evidence", Contract(Kpi("R").From(InTarget with { Where = new(["P4"], [], [], []) })).Reading(Log)),
        ["ticket-word-twice"] = In("tickets.log.priorities", Contract(Kpi("R").From(InTarget)).Reading(Log with { Priorities = [new("P1", ["High"]), new("P2", ["High"])] })),
        ["times-unreadable"] = In("tickets.log.times", Contract(Kpi("R").From(InTarget)).Reading(Log with { Times = "dd/MM/yyyy" })),

        // Composites.
        ["unknown-indicator"] = In("indicators.TOP.combine.gate", Contract(Kpi("A"), Composite("TOP", new Combination.Gate(["A", "B"], MissingPart.Zero)))),
        ["circular-composite"] = In("indicators.X.combine.gate", Contract(
            Composite("X", new Combination.Gate(["Y"], MissingPart.Zero)), Composite("Y", new Combination.Gate(["X"], MissingPart.Zero)))),
        ["weights-not-100"] = In("indicators.TOP.combine.weightedMean.weights", Mean([Weight("A", "50"), Weight("B", "49.9")], [])),
        ["scale-flat"] = In("indicators.TOP.combine.weightedMean.scales.A", Mean([Weight("A", "50"), Weight("B", "50")], [Scale("A", "80", "80"), Scale("B", "80", "95")])),
        ["scale-missing"] = In("indicators.TOP.combine.weightedMean.scales", Mean([Weight("A", "50"), Weight("B", "50")], [Scale("A", "80", "90")])),
        ["part-without-target"] = In("indicators.TOP.combine.shareMet", Contract(Pi("A") with { Ladder = null }, Composite("TOP", new Combination.ShareMet(["A"])))),
        ["distance-unbounded"] = In("indicators.TOP.combine.distanceToTarget.capped", Contract(
            Pi("A").On(Ladder.TargetOnly(Polarity.Lower, 5, 0)), Composite("TOP", new Combination.DistanceToTarget([Weight("A", "100")], false, MissingPart.NoResult)))),
        ["scores-not-falling"] = In("indicators.TOP.combine.bandScore.scores.failed", Contract(
            Pi("A"), Composite("TOP", new Combination.BandScore(["A"], [KeyValuePair.Create(RungName.Target, 1), KeyValuePair.Create(RungName.Failed, 2)], TakenScores.Sum, MissingPart.NoResult)))),
        ["change-unit"] = In("indicators.TOP.combine.change", Contract(Pi("A"), Composite("TOP", new Combination.Change("A", 1)))),
        ["pooled-without-ratio"] = In("indicators.TOP.combine.pooledRate.of", Contract(
            Pi("A").Measuring(new StatedValue("level")), Composite("TOP", new Combination.PooledRate(["A"], MissingPart.NoResult)))),
        ["weight-not-counted"] = In("indicators.TOP.combine.volumeWeightedMean.weights.A", Contract(
            Pi("A").Measuring(new StatedValue("level")), Composite("TOP", new Combination.VolumeWeightedMean([Of("A", "A")], MissingPart.NoResult)))),
        ["pooled-zero"] = In("indicators.TOP.combine.pooledRate", Contract(Pi("A"), Composite("TOP", new Combination.PooledRate(["A"], MissingPart.Zero)))),
        ["too-many-needed"] = In("indicators.TOP.combine.kOfN.atLeast", Contract(Pi("A"), Composite("TOP", new Combination.KOfN(2, ["A"], MissingPart.Zero)))),

        // Credits: the mildest failure is one point, 0.5 %.
        ["cap-below-smallest-credit"] = In("credits.servicePoints.caps[0].at", Plain.Crediting("0.5", CapOfPeriod("0.49"))),
        ["cap-over-whole"] = In("credits.servicePoints.caps[0].at", Plain.Crediting("0.5", CapOfPeriod("100.1"))),
        ["cap-of-nothing"] = In("credits.servicePoints.caps[0].thisPeriod", Plain.Crediting("0.5", CapOfLast12Months("10", ThisPeriod.Excluded))),
        ["estimate-missing"] = In("credits.servicePoints.caps[0].firstYear", Plain.Crediting("0.5", CapOfLast12Months("10", firstYear: FirstYearBase.EstimatedYear1Charges))),
        ["rolling-base-unknown"] = In("credits.servicePoints.caps[0].of", Plain.EffectiveFrom("2024-05-01").Crediting("0.5", CapOfLast12Months("10"))),
        ["credits-without-points"] = In("credits.servicePoints", Contract(Pi("PI1")).Crediting("0.5")),
        ["steps-incomplete"] = Throws("tiers", () => Tiers(Tier("99", "0"), Tier("95", "10"))),
        ["steps-out-of-order"] = Throws("tiers[1]", () => Tiers(Tier("95", "0"), Tier("99", "10"), Tier(null, "25"))),
        ["credit-not-rising"] = Throws("tiers[2].credit", () => Tiers(Tier("99", "0"), Tier("95", "10"), Tier(null, "5"))),
        ["events-not-counted"] = In("credits.events.perEvent.indicator", Plain.Crediting(Regime("events", new PerEvent("KPI1", Rate("1"), Rate("1"))))),
        ["vat-over-whole"] = In("credits.together.vat.rate", Plain.Crediting("0.5").Settling(null, "175")),
        ["uplift-without-failure"] = In("credits.late.repeatUplift", Plain.Crediting(Regime("late", new LateDays(Rate("1"), DaysCounted.All, 5)) with { RepeatUplift = [Percent("150")] })),
        ["credit-holiday-idle"] = In("creditHolidays[0]", Plain.Crediting("0.5") with { CreditHolidays = [new CreditHoliday.Dated(Day("2024-05-02"), Day("2024-05-31"), HolidayPoints.None, null)] }),
        ["credit-holiday-mid-period"] = In("creditHolidays[0].from", Plain.Crediting("0.5") with { CreditHolidays = [new CreditHoliday.Dated(Day("2024-05-02"), Day("2024-06-30"), HolidayPoints.None, null)] }),
        ["earn-back-unfit"] = In("credits.table.earnBack.levels.KPI1", Earning("98.9", 2, 2, "50")),
        ["trigger-unreachable"] = In("triggers.criticalPerformanceFailure.points", Plain.Triggering(new Trigger.CriticalPerformanceFailure(13, 3, false, null))), // 4 x 3 = 12

        // Worked examples.
        ["example-shape"] = In("examples[0].expect.points.KPI1", Plain with { Examples = [Example(["98.5", "96.5"], [1])] }),
        ["example-fails"] = new("examples[0].expect.points.KPI1[1]", () => WorkedExamples.Run((Plain with { Examples = [Example(["98.5", "96.5"], [1, 6])] }).Terms(), BankHolidays.Current)),

        // Versions.
        ["different-contract"] = Throws("contract", () => new Contract([Plain.Terms(), (Plain with { Code = "other" }).EffectiveFrom("2024-05-01").Terms()])),
        ["same-effective-date"] = Throws("effectiveFrom", () => new Contract([Plain.Terms(), Plain.Terms()])),
        ["periods-changed"] = Throws("servicePeriods", () => new Contract([Plain.Terms(), (Plain.EffectiveFrom("2024-07-01") with { Periods = new(3, 1, 1) }).Terms()])),
    };

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Is_found_where_it_is(string code) => Reproduces(code, Cases[code]);

    [Fact]
    public void Every_code_has_its_reproducer() =>
        Assert.Equal(DeclaredIn(typeof(ContractProblems)).Select(c => c.Name).Order(), Cases.Keys.Concat(OfTheFileFormat).Order());

    [Fact]
    public void A_sound_contract_has_no_findings() => Assert.Empty(Plain.Crediting("0.5", CapOfPeriod("10")).Terms().Warnings);

    /// <summary>1 April 2025 is an anniversary of the start.</summary>
    [Fact]
    public void A_contract_year_that_begins_with_the_terms_needs_nothing_from_before() =>
        Assert.Empty(Plain.EffectiveFrom("2025-04-01").Crediting("0.5", new Cap.OfContractYear(Percent("10"), null, null)).Terms().Warnings);

    /// <summary>All at once, never the first alone.</summary>
    [Fact]
    public void Every_contradiction_is_named_at_once()
    {
        var contract = Contract(Kpi("KPI1") with { Ladder = null }, Kpi("KPI2").Measuring(new Availability("core", 0))).EffectiveFrom("2020-01-01");
        Assert.Equal(["effective-outside-term", "no-target", "unknown-calendar"], Caught(() => contract.Terms()).Select(p => p.Code.Name));
    }

    /// <summary>Satisfaction from 1 to 5, best at 3, on target within half a point: a distance is no level, and may be less
    /// than the scale's 1.</summary>
    [Fact]
    public void A_distance_from_the_best_level_is_not_held_against_the_scale() => Assert.Empty(
        Contract(Pi("PI1").Measuring(new MeanOfScale("scores", 1, 5), "").On(LadderOf(Polarity.NearestTo, "3", "0.5", ("1", 0), (null, 0)))).Terms().Warnings);

    public static IEnumerable<object[]> Further => More.Keys.Select(k => new object[] { k.Code, k.Case });

    /// <summary>Codes that have more than one way to come about.</summary>
    private static readonly Dictionary<(string Code, string Case), Reproducer> More = new()
    {
        [("credit-holiday-idle", "nothing to stop")] = In("creditHolidays[0]", Plain with { CreditHolidays = [new CreditHoliday.FromStart(3, HolidayPoints.Accrue, null)] }),
        [("credit-holiday-idle", "it ends before it begins")] = In("creditHolidays[0]", Plain.Crediting("0.5") with { CreditHolidays = [new CreditHoliday.Dated(Day("2024-06-30"), Day("2024-06-01"), HolidayPoints.None, null)] }),
        [("earn-back-unfit", "too late to be sustained")] = In("credits.table.earnBack.within", Earning("99.5", 3, 2, "50")),
        [("earn-back-unfit", "more than was credited")] = In("credits.table.earnBack.share", Earning("99.5", 3, 3, "101")),
        [("earn-back-unfit", "a regime of another indicator")] = In("credits.table.earnBack.levels.KPI2", Earning("99.5", 3, 3, "50", "KPI2")),
        [("unknown-indicator", "that earns back")] = In("credits.table.earnBack.levels.KPI9", Earning("99.5", 3, 3, "50", "KPI9")),
        [("weight-not-counted", "by a level")] = In("indicators.TOP.combine.volumeWeightedMean.weights.A", Contract(
            Pi("A"), Pi("B"), Composite("TOP", new Combination.VolumeWeightedMean([Of("A", "B")], MissingPart.NoResult)))),
        [("unknown-indicator", "that weighs")] = In("indicators.TOP.combine.volumeWeightedMean", Contract(
            Pi("A"), Composite("TOP", new Combination.VolumeWeightedMean([Of("A", "V9")], MissingPart.NoResult)))),
        [("circular-composite", "by its weights")] = In("indicators.TOP.combine.volumeWeightedMean", Contract(
            Pi("A"), Composite("TOP", new Combination.VolumeWeightedMean([Of("A", "TOP")], MissingPart.NoResult)))),
        [("scale-missing", "levels weighted in two units")] = In("indicators.TOP.combine.volumeWeightedMean.weights", Contract(
            Pi("A"), Pi("B").Measuring(new AverageOfCases("hours", "cases"), "hours"), Composite("TOP", new Combination.VolumeWeightedMean([Of("A", "A"), Of("B", "B")], MissingPart.NoResult)))),
        [("pooled-zero", "no weight to count as zero")] = In("indicators.TOP.combine.volumeWeightedMean", Contract(
            Pi("A"), Composite("TOP", new Combination.VolumeWeightedMean([Of("A", "A")], MissingPart.Zero)))),
        [("unknown-calendar", "of a maintenance window")] = In("indicators.KPI1.measure.availability.maintenanceWindow", Contract(
            Kpi("KPI1").Measuring(new Availability(null, 0) { MaintenanceWindow = "nights" }))),
        [("unknown-indicator", "of a whole")] = In("wholes.Spend", Contract(Pi("A")) with { Wholes = [new("Spend", ["A", "B"])] }),
        [("no-share", "a composite")] = In("wholes.Spend", Contract(Pi("A"), Composite("TOP", new Combination.ShareMet(["A"]))) with { Wholes = [new("Spend", ["TOP"])] }),
        [("measurement-period-unfit", "between two Service Periods")] = In("indicators.KPI1.measurementPeriod.every.anchorMonth", Between with { Periods = new(3, 4, 1) }),
        [("taken-unfit", "the mean of answers")] = In("indicators.PI1.measurementPeriod.every.taken", Contract(
            (Pi("PI1") with { Ladder = null }).Measuring(new YesNo("Tested?"), "").Over(3, TakenTogether.Averaged))),
        [("low-volume-without-ratio", "levels averaged")] = In("indicators.KPI1.lowVolume", Contract(
            (Kpi("KPI1") with { LowVolume = new(40, 2) }).Over(3, TakenTogether.Averaged))),
        [("distance-unbounded", "a target of zero")] = In("indicators.TOP.combine.distanceToTarget.weights.A", Contract(
            Pi("A").On(Ladder.TargetOnly(Polarity.Higher, 0, 0)), Composite("TOP", new Combination.DistanceToTarget([Weight("A", "100")], true, MissingPart.NoResult)))),
        [("part-without-target", "no distance to it")] = In("indicators.TOP.combine.distanceToTarget.weights.A", Contract(
            Pi("A") with { Ladder = null }, Composite("TOP", new Combination.DistanceToTarget([Weight("A", "100")], true, MissingPart.NoResult)))),
        [("scale-missing", "a rung without a score")] = In("indicators.TOP.combine.bandScore.scores", Contract(
            Pi("A"), Composite("TOP", new Combination.BandScore(["A"], [KeyValuePair.Create(RungName.Target, 1)], TakenScores.Sum, MissingPart.NoResult)))),
        [("scale-missing", "levels better both ways")] = In("indicators.TOP.combine.worstLevel", Contract(
            Pi("A"), Pi("B").On(Ladder.TargetOnly(Polarity.Lower, 5, 0)), Composite("TOP", new Combination.WorstLevel(["A", "B"], MissingPart.NoResult)))),
        [("absence-rewards", "the worst level")] = In("indicators.TOP.combine.worstLevel", Contract(
            Pi("A").On(Ladder.TargetOnly(Polarity.Lower, 5, 0)), Composite("TOP", new Combination.WorstLevel(["A"], MissingPart.Zero)))),
        [("weights-not-100", "half a weight in a root")] = In("indicators.TOP.combine.geometricMean.weights.A", Contract(
            Pi("A"), Pi("B"), Composite("TOP", new Combination.GeometricMean([Weight("A", "99.5"), Weight("B", "0.5")], [Scale("A", "0", "1"), Scale("B", "0", "1")], 4, MissingPart.NoResult)))),
        [("change-unit", "points of what is no percentage")] = In("indicators.TOP.combine.change", Contract(
            Pi("A").Measuring(new StatedValue("days"), "days"), Composite("TOP", new Combination.Change("A", 1)) with { Unit = new("days") })),
        [("evidence-unfit", "of a mean")] = In("indicators.S.evidence", Contract(Pi("S").Measuring(new MeanOfScale("scores", 1, 5), "").From(InTarget) with { Ladder = null }).Reading(Log)),
        [("evidence-unfit", "of a composite")] = In("indicators.TOP.evidence", Contract(Kpi("R").From(InTarget), Composite("TOP", new Combination.ShareMet(["R"])).From(InTarget)).Reading(Log)),
        [("evidence-unfit", "no target")] = In("indicators.R.evidence.target", Contract(Kpi("R").From(InTarget with { Targets = [] })).Reading(Log)),
        [("evidence-unfit", "a target of nothing")] = In("indicators.R.evidence.target", Contract(Kpi("R").From(InTarget with { Counts = TicketQuestion.Escalated })).Reading(Log)),
        [("evidence-unfit", "due without a target")] = In("indicators.R.evidence.belongsTo", Contract(Kpi("R").From(Asking(TicketQuestion.Escalated) with { BelongsTo = TicketMoment.Due })).Reading(Log)),
        [("evidence-unfit", "overdue ones beside what has no target")] = In("indicators.R.evidence.counts", Contract(Kpi("R").Measuring(new RatioOfCounts("a", null, "b", "c")).From(Asking(TicketQuestion.Escalated))).Reading(Log)),
        [("evidence-unfit", "a time in weeks")] = In("indicators.R.unit", Contract(Pi("R").Measuring(new AverageOfCases("weeks", "cases"), "weeks").From(Asking(TicketQuestion.TimeToResolve))).Reading(Log)),
        [("evidence-unfit", "by site")] = In("indicators.R.breakdown", Contract((Kpi("R") with { Breakdown = new("site", []) }).From(InTarget)).Reading(Log)),
        [("unknown-calendar", "of a clock")] = In("indicators.R.evidence.clock", Contract(Kpi("R").From(InTarget with { Targets = [new(null, Hours(8, "nights"))] })).Reading(Log)),
        [("ticket-column-missing", "that a rule asks for")] = In("indicators.R.evidence", Contract(Kpi("R").From(InTarget)).Reading(Log with { Columns = new Dictionary<TicketColumn, string> { [TicketColumn.Number] = "n", [TicketColumn.Opened] = "o" } })),
        [("ticket-column-missing", "of a row for each update")] = In("tickets.log.columns", Contract(Kpi("R").From(InTarget)).Reading(Updates with { Columns = Log.Columns.Where(c => c.Key != TicketColumn.Updated).ToDictionary() })),
        [("needs-event-log", "of priorities")] = In("indicators.R.evidence.priorityTaken", Contract(Kpi("R").From(InTarget with { Priority = PriorityRule.AtOpening })).Reading(Log)),
        [("unknown-priority", "of a target")] = In("indicators.R.evidence", Contract(Kpi("R").From(InTarget with { Targets = [new("P4", Hours(8))] })).Reading(Log)),
        [("term-length", "in working days")] = Throws("", () => Term("2024-04-01", "10 working days")),
        [("term-length", "none")] = Throws("", () => Term("2024-04-01", "0 years")),
        [("term-length", "beyond the calendar")] = Throws("", () => Term("2024-04-01", "9000 years")),
        [("term-length", "beyond reach with its options")] = Throws("", () => Term("2024-04-01", "99 years", Option("1 year"), Option("1 month"))),
        [("term-length", "before there were any")] = Throws("", () => Term("1899-12-31", "1 year")),
        [("notice-after-end", "in a year whose bank holidays are not known")] = In("term.noticeToExtend", Plain with { Term = Noticed("1 year", "99 years") }),
        [("period-never-closes", "working days")] = In("returns.due", Plain.Due("270 working days")),
        [("period-never-closes", "a missing return")] = In("returns.whenMissing", Plain.Crediting("0.5").When(Absence.CannotTell, Absence.WorstRung)),
        [("period-never-closes", "a missing figure")] = In("returns.whenFigureMissing", Plain.Crediting("0.5").When(Absence.WorstRung, Absence.CannotTell)),
        [("absence-rewards", "a missing figure")] = In("returns.whenFigureMissing", Contract(Kpi("KPI1").On(Lower)).When(Absence.NotScored, Absence.Zero)),
        [("absence-rewards", "a missing part")] = In("indicators.TOP.combine.weightedMean", Contract(
            Pi("A").On(Ladder.TargetOnly(Polarity.Lower, 5, 0)), Composite("TOP", new Combination.WeightedMean([Weight("A", "100")], [], MissingPart.Zero)))),
        [("holidays-unknown", "notice")] = In("term.noticeToExtend", Plain.Due("30 days") with { Term = Noticed("6 years", "3 months") }),
        [("ladder-incomplete", "no target")] = Throws("", () => new Ladder(Polarity.Higher, null, [Rung(RungName.Minor, "99", 0), Rung(RungName.Severe, null, 0)])),
        [("ladder-incomplete", "nearest to nothing")] = Throws("", () => new Ladder(Polarity.NearestTo, null, [Rung(RungName.Target, "1", 0), Rung(RungName.Failed, null, 1)])),
        [("ladder-incomplete", "no milestone")] = Throws("milestones", () => new Trajectory(Polarity.Higher, [], BetweenMilestones.Step, 0)),
        [("ladder-gap", "a bound on the last rung")] = Throws("belowThreshold", () => HigherIsBetter("99", ("98", 1))),
        [("ladder-overlap", "an edge on the target")] = Throws("target", () => new Ladder(Polarity.Higher, null, [new(RungName.Target, N("99"), N("100"), 0), Rung(RungName.Failed, null, 1)])),
        [("rung-unreachable", "no bound above")] = Throws("minor", () => new Ladder(Polarity.Higher, null, [Rung(RungName.Target, null, 0), Rung(RungName.Minor, null, 1)])),
        [("rung-unreachable", "a floor at nothing")] = In("indicators.KPI1.ladder.serious", Contract(Kpi("KPI1").On(new(Polarity.Higher, null, [Rung(RungName.Target, "99", 0), Rung(RungName.Minor, "0", 1), Rung(RungName.Serious, null, 2)])))),
        [("points-not-rising", "on target")] = Throws("target", () => new Ladder(Polarity.Higher, null, [Rung(RungName.Target, "99", 1), Rung(RungName.Failed, null, 1)])),
        [("points-not-rising", "repeats")] = In("points.repeat.factor", Plain.Repeating(factor: 0)),
        [("bound-direction", "trajectory")] = Throws("", () => new Trajectory(Polarity.NearestTo, [new(Day("2024-06-30"), 85)], BetweenMilestones.Step, 0)),
        [("bound-off-scale", "a distance of less than nothing")] = In("indicators.PI1.ladder.target", Contract(
            Pi("PI1").Measuring(new StatedValue("level"), "degrees").On(LadderOf(Polarity.NearestTo, "20", "-1", ("2", 0), (null, 0))))),
        [("bound-off-scale", "a best level out of reach")] = In("indicators.PI1.ladder.nearestTo", Contract(
            Pi("PI1").Measuring(new MeanOfScale("scores", 1, 5), "").On(LadderOf(Polarity.NearestTo, "6", "0.5", ("1", 0), (null, 0))))),
        [("kind-mismatch", "a target on an information figure")] = In("indicators.PI1.kind", Contract(Pi("PI1") with { Kind = IndicatorKind.InformationOnly })),
        [("unknown-indicator", "a scale of no part")] = In("indicators.TOP.combine.weightedMean.scales", Mean([Weight("A", "100")], [Scale("A", "80", "90"), Scale("B", "80", "90")])),
        [("unknown-indicator", "an example")] = In("examples[0].given.levels.KPI9", Plain with { Examples = [Example(["98.5"], [1], code: "KPI9")] }),
        [("weights-not-100", "a weight of nothing")] = In("indicators.TOP.combine.weightedMean.weights.B", Mean([Weight("A", "100"), Weight("B", "0")], [])),
        [("scale-missing", "different units")] = In("indicators.TOP.combine.weightedMean", Contract(
            Pi("A"), Pi("B").Measuring(new StatedValue("days"), "days"), Composite("TOP", new Combination.WeightedMean([Weight("A", "50"), Weight("B", "50")], [], MissingPart.NoResult)))),
        [("part-without-target", "an answer for information")] = In("indicators.TOP.combine.gate", Contract(
            Pi("A") with { Kind = IndicatorKind.InformationOnly, Source = new YesNo("Tested?"), Unit = new(""), Ladder = null }, Composite("TOP", new Combination.Gate(["A"], MissingPart.Zero)))),
        [("estimate-missing", "no charges at all")] = In("charges", Plain.Crediting("0.5") with { Charges = null }),
        [("rolling-base-unknown", "a contract year begun before")] = In("credits.servicePoints.caps[0].of", Plain.EffectiveFrom("2024-05-01").Crediting("0.5", new Cap.OfContractYear(Percent("10"), null, null))),
        [("trigger-unreachable", "no failure in a row")] = In("triggers.consecutiveFailure.failures", Plain.Triggering(new Trigger.ConsecutiveFailure(0, null))),
        [("estimate-missing", "no charges for a share")] = In("charges", (Plain with { Charges = null }).Crediting(Regime("uptime", Tiers(Tier("99", "0"), Tier(null, "10"))))),
        [("steps-incomplete", "one tier")] = Throws("tiers", () => Tiers(Tier(null, "10"))),
        [("steps-incomplete", "no bound amid them")] = Throws("tiers[0]", () => Tiers(Tier(null, "0"), Tier(null, "10"))),
        [("steps-out-of-order", "lower is better")] = Throws("tiers[1]", () => new TierTable("KPI1", Polarity.Lower, [Tier("5", "0"), Tier("5", "10"), Tier(null, "25")])),
        [("credit-not-rising", "nothing after a sum")] = Throws("tiers[1].credit", () => Tiers(new(99, Sum("5.00")), Tier(null, "0"))),
        [("steps-incomplete", "no point step")] = Throws("steps", () => new PointLadder([], BetweenSteps.Floor)),
        [("steps-incomplete", "a step of nothing")] = Throws("step", () => new Linear("KPI1", 0, Rate("1"), PartOfStep.Dropped, Rate("1"))),
        [("steps-out-of-order", "points")] = Throws("steps[1].points", () => new PointLadder([new(5, Percent("1")), new(5, Percent("2"))], BetweenSteps.Floor)),
        [("credit-not-rising", "points")] = Throws("steps[1].credit", () => new PointLadder([new(5, Percent("2")), new(6, Percent("1"))], BetweenSteps.Floor)),
        [("credit-not-rising", "failing again")] = In("credits.uptime.repeatUplift[1]", Plain.Crediting(Regime("uptime", Tiers(Tier("99", "0"), Tier(null, "10"))) with { RepeatUplift = [Percent("150"), Percent("140")] })),
        [("credits-without-points", "a point ladder")] = In("credits.steps", Contract(Pi("PI1")).Crediting(Regime("steps", new PointLadder([new(5, Percent("1"))], BetweenSteps.Floor)))),
        [("part-without-target", "an amount at risk")] = In("credits.risk.amountAtRisk", Contract(Pi("A") with { Ladder = null }).Crediting(Regime("risk", new AmountAtRisk(Rate("10"), [Weighs("A")])))),
        [("part-without-target", "a linear credit on an answer")] = In("credits.linear.linear", Contract(Pi("A") with { Source = new YesNo("Tested?"), Unit = new(""), Ladder = null }).Crediting(Regime("linear", new Linear("A", 1, Rate("1"), PartOfStep.Dropped, Rate("1"))))),
        [("cap-below-smallest-credit", "a weight")] = In("credits.risk.caps[0].at", Plain.Crediting(Regime("risk", new AmountAtRisk(Rate("10"), [Weighs("KPI1")]), CapOfPeriod("4.9")))),
        [("unknown-indicator", "a regime")] = In("credits.uptime.tierTable", Contract(Kpi("KPI9")).Crediting(Regime("uptime", Tiers(Tier("99", "0"), Tier(null, "10"))))),
        [("bound-direction", "a tier table")] = In("credits.days.tierTable.tiers", Plain.Crediting(Regime("days", new TierTable("KPI1", Polarity.Lower, [Tier("5", "0"), Tier(null, "25")])))),
        [("cap-below-smallest-credit", "a tier")] = In("credits.uptime.caps[0].at", Plain.Crediting(Regime("uptime", Tiers(Tier("99", "0"), Tier("95", "10"), Tier(null, "25")), CapOfPeriod("9.9")))),
        [("cap-below-smallest-credit", "on the sum")] = In("credits.together.caps[0].at", Plain.Crediting("0.5").CappedTogether(CapOfPeriod("0.49"))),
        [("trigger-unreachable", "no condition")] = In("triggers.criticalPerformanceFailure", Plain.Triggering(new Trigger.CriticalPerformanceFailure(null, 1, false, null))),
        [("trigger-unreachable", "no cap")] = In("triggers.criticalPerformanceFailure.capMet", Plain.Crediting("0.5").Triggering(new Trigger.CriticalPerformanceFailure(null, 1, true, null))),
        [("trigger-unreachable", "more failures than periods")] = In("triggers.persistentFailure.failures", Plain.Triggering(new Trigger.PersistentFailure(4, 3, null))),
        [("trigger-unreachable", "more than all")] = In("triggers.unacceptableKpiFailure.moreThan", Plain.Triggering(new Trigger.UnacceptableKpiFailure(Percent("100"), null))),
        [("trigger-unreachable", "a rung no KPI has")] = In("triggers.rectificationPlan.from", Contract(Pi("PI1")).Triggering(new Trigger.RectificationPlan(RungName.Serious, Length("10 days"), null))),
        [("example-shape", "levels of a composite")] = In("examples[0].given.levels.TOP", Contract(Pi("A"), Composite("TOP", new Combination.ShareMet(["A"]))) with { Examples = [Example(["98.5"], [0], code: "TOP")] }),
        [("example-shape", "nothing given")] = In("examples[0].given", Plain with { Examples = [new(null, [], [], [], [], [])] }),
        [("example-shape", "more periods than the term has")] = new("examples[0].given", () => WorkedExamples.Run(
            (Plain.Lasting("2024-04-01", "1 month") with { Examples = [Example(["98.5", "96.5"], [1, 3])] }).Terms(), BankHolidays.Current)),
        [("different-contract", "no version")] = Throws("", () => new Contract([])),
        [("periods-changed", "another start")] = Throws("servicePeriods", () => new Contract([Plain.Terms(), Plain.Lasting("2024-05-01", "5 years").Terms()])),
    };

    [Theory]
    [MemberData(nameof(Further))]
    public void Is_found_in_every_form(string code, string form) => Reproduces(code, More[(code, form)]);

    private static ContractDraft Plain => Contract(Kpi("KPI1"));

    private static ContractDraft Between => Contract(Kpi("KPI1") with { MeasurementPeriod = new MeasurementPeriod.Every(6, 5, TakenTogether.Pooled) });

    private static KeyValuePair<string, Percentage> Weighs(string code) => Of(code, Percent("50"));

    private static TierTable Tiers(params Tier[] tiers) => new("KPI1", Polarity.Higher, tiers);

    /// <summary>A table on KPI1, earning back.</summary>
    private static ContractDraft Earning(string level, int sustained, int within, string share, string code = "KPI1") =>
        Contract(Kpi("KPI1"), Kpi("KPI2")).Crediting(Regime("table", Tiers(Tier("98", "0"), Tier(null, "10"))) with
        {
            EarnBack = new([Of(code, N(level))], sustained, within, Percent(share), UsedCap.Stays, null),
        });

    private static Ladder Lower => LadderOf(Polarity.Lower, null, "5", ("8", 1), (null, 2));

    private static Rung Rung(RungName name, string? bound, int points) => new(name, bound is null ? null : N(bound), null, points);

    private static ContractTerm Noticed(string initial, string notice) =>
        new(ContractDate.On(Day("2024-04-01")), Length(initial), null, [Option("1 year")], Notice.Of(Length(notice)));

    private static ContractDraft Mean(KeyValuePair<string, Rational>[] weights, KeyValuePair<string, MinMax>[] scales) =>
        Contract(Pi("A"), Pi("B"), Composite("TOP", new Combination.WeightedMean(weights, scales, MissingPart.NoResult)));

    private static WorkedExample Example(string[] levels, int[] points, string code = "KPI1") =>
        new(null, [Of<IReadOnlyList<Rational>>(code, [.. levels.Select(N)])], [], [], [Of<IReadOnlyList<int>>(code, points)], []);

    /// <summary>Among the errors of a draft, or else its warnings.</summary>
    private static Reproducer In(string path, ContractDraft draft) => new(path, () => Found(draft));

    private static IEnumerable<Problem> Found(ContractDraft draft)
    {
        var errors = Caught(() => draft.Terms()).ToList();
        return errors.Count > 0 ? errors : draft.Terms().Warnings;
    }

    private static Reproducer Throws(string path, Func<object> build) => new(path, () => Caught(() => build()));
}
