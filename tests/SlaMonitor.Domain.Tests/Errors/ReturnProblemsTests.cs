using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Domain.Tickets;
using static SlaMonitor.Domain.Tests.Errors.Reproducers;
using static SlaMonitor.Domain.Tests.Given;
using static SlaMonitor.Domain.Tests.Tickets.GivenTickets;

namespace SlaMonitor.Domain.Tests.Errors;

public class ReturnProblemsTests
{
    /// <summary>An indicator of each measure; D is broken down, L comes in later.</summary>
    private static readonly ContractDraft OneOfEach = Contract(
        Kpi("R"),
        Pi("A").Measuring(new Availability("core", 0)),
        Pi("S").Measuring(new MeanOfScale("scores", 1, 5), "") with { Ladder = null },
        Pi("C").Measuring(new Count("incidents"), "incidents") with { Ladder = null },
        Pi("Y").Measuring(new YesNo("Was the plan tested?"), "") with { Ladder = null },
        Pi("D") with { Breakdown = new("department", ["housing", "planning"]) },
        Pi("L") with { Introduced = Day("2024-05-01") },
        Pi("Q").Over(3, TakenTogether.ReportedAtEnd),
        Composite("TOP", new Combination.ShareMet(["R"]))) with
    {
        Calendars = [new("core", WeeklyHours.Parse("Mon-Fri 08:00-18:00"), ClosedOnHolidays: true)],
    };

    /// <summary>In London 01:30 on 31 March 2024 is skipped.</summary>
    private static readonly ContractDraft March = OneOfEach.Lasting("2024-03-01", "4 years");

    /// <summary>A ratio, its change in percentage points stated, and two shares of one whole.</summary>
    private static readonly ContractDraft Shares = Contract(
        Kpi("R") with { PopulationTolerance = Percent("20") },
        Pi("P").Measuring(new StatedValue("change of R"), "percentage points") with { Ladder = null },
        Pi("K1").Measuring(new StatedValue("software")) with { Ladder = null },
        Pi("K2").Measuring(new StatedValue("network")) with { Ladder = null }).Lasting("2024-03-01", "4 years") with
    { Wholes = [new("capital", ["K1", "K2"])] };

    private static readonly SupplierReturn April = Return("2024-04");

    private static readonly Dictionary<string, Reproducer> Cases = new()
    {
        ["other-contract"] = In("contract", April with { Contract = "other" }),
        ["other-version"] = In("termsFrom", April with { TermsFrom = new(2023, 4, 1) }), // the terms in force stand from 2024-04-01
        ["no-such-period"] = In("period", Return("2024-03")),
        ["period-not-over"] = In("submittedOn", April.Dated("2024-04-30")),
        ["restates-later"] = In("restates.2024-05.period", April.Restating("2024-05", "R", Counted(9, 10))),
        ["restates-twice"] = In("restates.2024-04", Return("2024-05").Restating("2024-04", "R", Counted(9, 10)).Restating("2024-04", "R", Counted(8, 10))),
        ["indicator-not-in-contract"] = In("indicators.X", April.Counting("X", 9, 10)),
        ["indicator-not-in-force"] = In("indicators.L", April.Counting("L", 9, 10)),
        ["composite-supplied"] = In("indicators.TOP", April.Stating("TOP", "100")),
        ["indicator-twice"] = In("indicators.R", April.Counting("R", 9, 10).Counting("R", 8, 10)),
        ["figure-missing"] = In("indicators.R", April),
        ["figure-before-end"] = In("indicators.Q", April.Counting("Q", 9, 10)), // its quarter ends in June
        ["part-missing"] = In("indicators.R.parts.to", April.With("R", Measured(("of", 9)))),
        ["unknown-part"] = In("indicators.R.parts.late", April.With("R", Measured(("of", 9), ("to", 10), ("late", 1)))),
        ["not-whole"] = In("indicators.R.parts.of", April.With("R", Measured(("of", N("8.5")), ("to", 10)))),
        ["negative"] = In("indicators.R.parts.of", April.Counting("R", -1, 10)),
        ["not-an-answer"] = In("indicators.Y.parts.answer", April.With("Y", Measured(("answer", 2)))),
        ["part-exceeds-whole"] = In("indicators.R.parts.of", April.Counting("R", 11, 10)),
        ["off-the-scale"] = In("indicators.S.parts.total", April.With("S", Measured(("total", 51), ("responses", 10)))), // 10 x 5 = 50
        ["stated-off-scale"] = In("indicators.R.stated", April.Stating("R", "100.1")),
        ["stated-unit"] = In("indicators.S.stated", April.With("S", new Measurement.StatedOnly(new(4.2m, 1) { IsPerCent = true }))), // a score from 1 to 5
        ["stated-without-parts"] = In("indicators.R.stated", April.Stating("R", "99.5")),
        ["claim-mismatch"] = In("indicators.R.stated", April.With("R", Counted(9, 10).AndStating("91"))),
        ["unknown-member"] = In("indicators.D.members.parks", April.With("D", ByMember(("parks", Figures(("of", 9), ("to", 10)))))),
        ["no-breakdown"] = In("indicators.R.members.housing", April.With("R", ByMember(("housing", Figures(("of", 9), ("to", 10)))))),
        ["members-do-not-add-up"] = In("indicators.D.parts.to", April.With("D", new Measurement.Measured(
            Figures(("of", 9), ("to", 12)), [Of("housing", Figures(("of", 5), ("to", 6))), Of("planning", Figures(("of", 4), ("to", 5)))], null))), // 6 + 5 = 11
        ["outages-without-availability"] = In("indicators.R.outages", April.With("R", Logged("2024-04-02 09:00 to 2024-04-02 10:00"))),
        ["outage-backwards"] = In("indicators.A.outages[0]", April.With("A", Logged("2024-04-02 10:00 to 2024-04-02 10:00"))),
        ["outage-outside-period"] = In("indicators.A.outages[1]", April.With("A", Logged("2024-04-02 09:00 to 2024-04-02 10:00", "2024-05-01 00:00 to 2024-05-01 01:00"))),
        ["local-time-doubtful"] = new("indicators.A.outages[0]", () => Found(March, Return("2024-03").With("A", Logged("2024-03-31 01:30 to 2024-03-31 09:00")))),
        ["local-time-refused"] = new("indicators.A.outages[0]", () => Found(March with { LocalTimes = new(GapRule.Refuse, OverlapRule.Refuse) }, Return("2024-03").With("A", Logged("2024-03-31 01:30 to 2024-03-31 09:00")))),
        ["as-at-outside-period"] = In("indicators.C.asAt", April with { Figures = April.Figures with { Indicators = [new("C", Measured(("count", 3)), null) { AsAt = Day("2024-05-02") }] } }),
        ["level-for-change"] = new("indicators.P.stated", () => Found(Shares, April.Counting("R", 97, 100).Stating("P", "97"))), // R went up by a point, not 97
        ["shares-over-whole"] = new("indicators.K2", () => Found(Shares, April.Stating("K1", "63").Stating("K2", "50"))), // 113 %
        ["population-changed"] = new("indicators.R", () => BesideMarch(April.Counting("R", 115, 121))), // 100 in March, 20 % more are 120
        ["same-as-before"] = new("indicators", () => BesideMarch(April.Counting("R", 97, 100).Stating("K1", "63"))),
        ["tickets-unasked"] = In("indicators.R.tickets", April.With("R", Evidence(9, 10).Beside(Counted(9, 10)))),
        ["tickets-missing"] = InCounted(Counted(9, 10)),
        ["claim-against-tickets"] = InCounted(Evidence(8, 10).Beside(Counted(9, 10))),
        ["tickets-left-out"] = InCounted((Evidence(9, 10) with { Counts = Counts(10, 9) with { WithoutResolution = 1 } }).Beside(Counted(9, 10))),
        ["fewer-tickets"] = Drifting(Evidence(70, 79), Evidence(90, 100), Evidence(90, 100), Evidence(90, 100)), // under four fifths of 100
        ["more-excluded"] = Drifting(OnHold(90, 100, 16), OnHold(90, 100, 10), OnHold(90, 100, 10), OnHold(90, 100, 10)), // 16 % is over 1.5 times 10 %
        ["just-in-time"] = Drifting(Evidence(90, 100) with { Counts = Counts(100, 90) with { JustInTime = 11, JustLate = 2 } }), // over 5 times 2
        ["priority-lowered"] = Drifting(Evidence(90, 100) with { Counts = Counts(100, 90) with { Lowered = 1 } }),
        ["just-on-target"] = Drifting([.. Enumerable.Repeat(Evidence(991, 1000), 6)]), // 99.1 % six times, target 99 %
        ["nothing-to-report"] = In("indicators", April.With("R", new Measurement.NoActivity()).With("A", new Measurement.NotSupplied())),
        ["nothing-to-report-refused"] = new("indicators", () => Found(
            OneOfEach with { Returns = OneOfEach.Returns with { NothingToReport = NothingToReport.Refused } }, April.With("R", new Measurement.NoActivity()))),
        ["no-activity-doubtful"] = In("indicators.A", April.With("A", new Measurement.NoActivity())), // 24 days of service hours
        ["charges-missing"] = new("charges", () => Found(OneOfEach.ChargingByReturn(), April)),
        ["charges-negative"] = new("charges", () => Found(OneOfEach.ChargingByReturn(), April.Charged("-0.01"))),
        ["charges-fixed"] = In("charges", April.Charged("99999.99")),
        ["same-revision-twice"] = new("revision", () => Caught(() => Contract(Kpi("R")).Assessed("2024-05-20", April.Counting("R", 9, 10), April.Counting("R", 8, 10)))),
    };

    public static TheoryData<string> Codes => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Is_found_where_it_is(string code) => Reproduces(code, Cases[code]);

    [Fact]
    public void Every_code_has_its_reproducer() =>
        Assert.Equal(DeclaredIn(typeof(ReturnProblems)).Concat(DeclaredIn(typeof(FigureProblems))).Select(c => c.Name).Order(), Cases.Keys.Order());

    /// <summary>All at once, with the restated ones under their period.</summary>
    [Fact]
    public void Every_problem_is_found_at_once()
    {
        var supplied = Return("2024-05").Counting("R", 11, 10).Stating("S", "5.1").Counting("X", 1, 1).Restating("2024-04", "R", Counted(11, 10));
        var errors = Found(OneOfEach, supplied).Where(p => p.IsError).Select(p => $"{p.Code.Name} {p.Path}");
        Assert.Equal(
            [
                "part-exceeds-whole indicators.R.parts.of",
                "stated-off-scale indicators.S.stated",
                "indicator-not-in-contract indicators.X",
                "part-exceeds-whole restates.2024-04.indicators.R.parts.of",
            ],
            errors);
    }

    /// <summary>A day or a period that is wrong hides nothing of the figures.</summary>
    [Fact]
    public void A_return_too_early_or_restating_what_is_to_come_is_checked_all_the_same()
    {
        var supplied = April.Dated("2024-04-30").Counting("R", 11, 10).Restating("2024-05", "R", Counted(12, 10));
        Assert.Equal(
            ["period-not-over submittedOn", "part-exceeds-whole indicators.R.parts.of", "restates-later restates.2024-05.period", "part-exceeds-whole restates.2024-05.indicators.R.parts.of"],
            Found(OneOfEach, supplied).Where(p => p.IsError).Select(p => $"{p.Code.Name} {p.Path}"));
    }

    /// <summary>Quarters from February on: a term from 20 January begins within the quarter of November.</summary>
    [Fact]
    public void A_period_cut_short_at_its_beginning_goes_by_the_month_it_would_begin_in()
    {
        var quarterly = Contract(Kpi("R")).Lasting("2024-01-20", "2 years") with { Periods = new(3, 2, 1) };
        Assert.Equal(
            "2023-11, the month in which the Service Period of 20 to 31 January 2024 would begin were it whole",
            Found(quarterly, Return("2024-01")).Single().Expected);
        Assert.Equal(
            "2024-02, the month in which the Service Period of 1 February to 30 April 2024 begins",
            Found(quarterly, Return("2024-03")).Single().Expected);
    }

    /// <summary>In March R was 97 of 100 and K1 63 %.</summary>
    private static IReadOnlyList<Problem> BesideMarch(SupplierReturn april) => EarlierReturnChecks.Of(
        new([new ContractTerms(Shares)]), april, [Return("2024-03").Counting("R", 97, 100).Stating("K1", "63")], BankHolidays.Current);

    /// <summary>120 is 20 % more than 100, no more than is tolerated; two figures alike may well be; and a return for a month whose
    /// neighbour has not come is beside none.</summary>
    [Fact]
    public void What_the_period_before_makes_plausible_is_not_questioned()
    {
        Assert.Empty(BesideMarch(April.Counting("R", 97, 120)));
        Assert.Empty(BesideMarch(April.Counting("R", 97, 100)));
        Assert.Empty(BesideMarch(Return("2024-05").Counting("R", 97, 100).Stating("K1", "63")));
    }

    /// <summary>63 and 37 are the whole; the change of one point is none of the levels.</summary>
    [Fact]
    public void Shares_up_to_the_whole_and_a_change_are_not_questioned() => Assert.DoesNotContain(
        Found(Shares, April.Counting("R", 97, 100).Stating("P", "1").Stating("K1", "63").Stating("K2", "37")), p => p.Code == ReturnProblems.SharesOverWhole || p.Code == ReturnProblems.LevelForChange);

    [Fact]
    public void A_whole_and_sound_return_has_no_findings() => Assert.Empty(Found(OneOfEach, April
        .Counting("R", 9, 10).With("A", Measured(("downtime", 10))).With("S", Measured(("total", 45), ("responses", 10)))
        .With("C", Measured(("count", 3))).With("Y", Measured(("answer", 1)))
        .With("D", ByMember(("housing", Figures(("of", 5), ("to", 6))), ("planning", Figures(("of", 4), ("to", 5)))))));

    /// <summary>A return that has nothing to report says so, which is not the same as leaving a figure out.</summary>
    [Fact]
    public void Nothing_to_measure_is_not_a_missing_figure() =>
        Assert.DoesNotContain(ReturnProblems.FigureMissing, Found(Contract(Kpi("R")), April.With("R", Nothing)).Select(p => p.Code));

    /// <summary>January 2029 has no bank holidays in our data, so how many minutes its service hours have is not known.</summary>
    [Fact]
    public void Downtime_is_not_held_against_minutes_that_are_not_known() => Assert.DoesNotContain(
        FigureProblems.PartExceedsWhole,
        Found(OneOfEach.Lasting("2028-11-01", "1 year"), Return("2029-01").With("A", Measured(("downtime", 10)))).Select(p => p.Code));

    /// <summary>30 April 2024 only: 1/30 of £100,000.00 is £3,333.33 and a third of a penny, which no return can state.</summary>
    [Fact]
    public void Fixed_charges_are_compared_to_the_penny()
    {
        var contract = Contract(Kpi("R")).Lasting("2024-04-30", "1 year").Charging("100000.00", PartPeriodCharge.ByDays);
        Assert.Empty(Found(contract, April.Counting("R", 9, 10).Charged("3333.33")));
    }

    [Theory]
    [InlineData("Y", "7", "not-an-answer")]
    [InlineData("C", "-1", "stated-off-scale")]
    [InlineData("S", "0.9", "stated-off-scale")]
    [InlineData("R", "-0.1", "stated-off-scale")]
    public void A_stated_level_keeps_to_its_scale(string code, string stated, string problem) =>
        Assert.Contains(problem, Found(OneOfEach, April.Stating(code, stated)).Select(p => p.Code.Name));

    /// <summary>The initial term ends on 31 March 2025; the option was never exercised.</summary>
    [Fact]
    public void A_period_of_an_option_not_exercised_is_no_period() => Assert.Equal(
        "a Service Period from 2024-04-01 to 2025-03-31",
        Found(Contract(Kpi("R")).Lasting("2024-04-01", "1 year", Option("1 year")), Return("2025-04")).Single().Expected);

    [Fact]
    public void An_assessment_refuses_another_contracts_returns() => Assert.Equal(
        "other-contract", Caught(() => Contract(Kpi("R")).Assessed("2024-05-20", April with { Contract = "other" })).Single().Code.Name);

    /// <summary>R counted from tickets, and nothing else asked.</summary>
    private static readonly ContractDraft CountedFromTickets = Contract(Kpi("R").From(InTarget)).Reading(Log);

    private static Reproducer InCounted(Measurement said) => new("indicators.R.tickets", () => Found(CountedFromTickets, April.With("R", said)));

    /// <summary>Tickets of July 2024 beside those of the months before it, the latest first; what is stated is what they come to.</summary>
    private static Reproducer Drifting(params TicketEvidence[] latestFirst) => new("indicators.R.tickets", () => EarlierReturnChecks.Of(
        new([CountedFromTickets.Terms()]), InMonth(latestFirst[0], 0), [.. latestFirst.Skip(1).Select((t, i) => InMonth(t, i + 1))], BankHolidays.Current));

    private static SupplierReturn InMonth(TicketEvidence tickets, int back) =>
        Return(ServicePeriod.NameOf(Month("2024-07").PlusMonths(-back))).With("R", tickets.Beside(new Measurement.NotSupplied()));

    private static TicketEvidence OnHold(int of, int to, int paused) => Evidence(of, to) with { Counts = Counts(to, of) with { Paused = paused } };

    private static Reproducer In(string path, SupplierReturn supplied) => new(path, () => Found(OneOfEach, supplied));

    private static IReadOnlyList<Problem> Found(ContractDraft contract, SupplierReturn supplied) =>
        ReturnChecks.Of(new([contract.Terms()]), supplied, BankHolidays.Current);
}
