using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>
/// SC = TSP x 0.5 % x AC, capped first at 3 % of the month's charges, then at 2.5 % of the last 12 months'. One KPI, below its
/// threshold (4 points) every month from April 2024, repeats counted twice, £100,000.00 a month: 4 points are £2,000.00 in
/// the first month, 8 points £4,000.00 in every later one, of which the monthly cap leaves £3,000.00.
/// </summary>
public class CapsOnMoney
{
    /// <summary>Base with this month, charges to date.
    /// Month 1: 2.5 % x 100,000 - 0 = 2,500, so all of 2,000.
    /// Month 2: 2.5 % x 200,000 - 2,000 = 3,000, so all of 3,000.
    /// Month 3: 2.5 % x 300,000 - 5,000 = 2,500, and so on every month: each brings 2,500 of its own.
    /// Month 13: months 2 to 13 are 2.5 % x 1,200,000 = 30,000, less 3,000 + 10 x 2,500 = 28,000, leaves 2,000.
    /// Month 14: months 3 to 14 are 30,000, less 10 x 2,500 + 2,000 = 27,000, leaves 3,000.</summary>
    [Fact]
    public void Charges_to_date_with_this_month() => Pays(
        Failing(CapOfLast12Months("2.5", ThisPeriod.Included, FirstYearBase.ChargesToDate)), 14,
        "2000.00", "3000.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00",
        "2000.00", "3000.00");

    /// <summary>Base without this month, charges to date.
    /// Month 1: 2.5 % of no charges is nothing.
    /// Month 2: 2.5 % x 100,000 - 0 = 2,500. Month 3: 2.5 % x 200,000 - 2,500 = 2,500, and so on.
    /// Month 13: months 1 to 12 are 30,000, less 11 x 2,500 = 27,500, leaves 2,500.</summary>
    [Fact]
    public void Charges_to_date_without_this_month() => Pays(
        Failing(CapOfLast12Months("2.5", ThisPeriod.Excluded, FirstYearBase.ChargesToDate)), 13,
        "0.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00", "2500.00",
        "2500.00");

    /// <summary>£1,260,000.00 estimated for the first year: 2.5 % is 31,500 in all of its months.
    /// Month 1 takes 2,000, months 2 to 10 take 9 x 3,000 = 27,000; month 11 is left 31,500 - 29,000 = 2,500; month 12 nothing.
    /// Month 13 is in the second year; its charges are £140,000.00 and 8 points are 4 % of them, 5,600, its own cap 4,200.
    /// With this month: 2.5 % x (11 x 100,000 + 140,000) = 31,000, less 27,000 + 2,500 + 0 = 29,500, leaves 1,500.
    /// Without it: 2.5 % x 12 x 100,000 = 30,000, less the same 29,500, leaves 500.</summary>
    [Theory]
    [InlineData(ThisPeriod.Included, "1500.00")]
    [InlineData(ThisPeriod.Excluded, "500.00")]
    public void Estimated_first_year(ThisPeriod thisPeriod, string month13) => Pays(
        Failing(CapOfLast12Months("2.5", thisPeriod, FirstYearBase.EstimatedYear1Charges)).EstimatingFirstYear("1260000.00").ChargingByReturn(), 13,
        "2000.00", "3000.00", "3000.00", "3000.00", "3000.00", "3000.00", "3000.00", "3000.00", "3000.00", "3000.00", "2500.00", "0.00",
        month13);

    /// <summary>2.5 % of the contract year's charges so far: 2,000 in April; in May 2.5 % x 200,000 - 2,000 = 3,000; in June 7,500 -
    /// 5,000 = 2,500, and so on. In April 2025 a new year begins with 2.5 % x 100,000 = 2,500 and nothing used.</summary>
    [Fact]
    public void A_cap_of_the_contract_year_starts_anew_on_its_anniversary() => Pays(
        Failing(new Cap.OfContractYear(Percent("2.5"), null, null)), 14,
        ["2000.00", "3000.00", .. Enumerable.Repeat("2500.00", 10), "2500.00", "2500.00"]);

    /// <summary>2.5 % of an estimated £1,000,000.00 are £25,000.00 a year: 2,000 + 7 x 3,000 = 23,000, then 2,000, then nothing
    /// until the next year.</summary>
    [Fact]
    public void Or_stands_on_the_charges_estimated_for_the_year() => Pays(
        Failing(new Cap.OfContractYear(Percent("2.5"), Pounds("1000000.00"), null)), 13,
        ["2000.00", .. Enumerable.Repeat("3000.00", 7), "2000.00", "0.00", "0.00", "0.00", "3000.00"]);

    /// <summary>3 % of £80,000.00 estimated for a month are £2,400.00, whatever is charged: £2,000.00, then £2,400.00 of £4,000.00; the
    /// other cap, 3 % of the £100,000.00 charged, comes first and leaves £3,000.00.</summary>
    [Fact]
    public void A_cap_of_a_period_may_stand_on_estimated_charges() =>
        Pays(Failing(new Cap.OfPeriod(Percent("3"), null) { Estimated = Pounds("80000.00") }), 3, "2000.00", "2400.00", "2400.00");

    /// <summary>3 % of an estimated £900,000.00 are £27,000.00 in any 12 months: 2,000 + 8 x 3,000 = 26,000, then 1,000, then
    /// nothing. Month 13 is without month 1: 27,000 - (8 x 3,000 + 1,000) = 2,000; month 14 is without month 2: 27,000 - (7 x 3,000 +
    /// 1,000 + 2,000) = 3,000.</summary>
    [Fact]
    public void So_may_one_of_12_months() => Pays(
        Failing(new Cap.OfEstimated12Months(Percent("3"), Pounds("900000.00"), null)), 14,
        ["2000.00", .. Enumerable.Repeat("3000.00", 8), "1000.00", "0.00", "0.00", "2000.00", "3000.00"]);

    /// <summary>No charges are known, and none are needed: £50.00 for each event, at most 3 % of £1,000.00.</summary>
    [Fact]
    public void It_needs_no_charges()
    {
        var events = Pi("V1").Measuring(new Count("events"), "events") with { Kind = IndicatorKind.InformationOnly, Ladder = null, Better = null };
        var draft = Contract(events) with { Charges = null };
        draft = draft.Crediting(Regime("events", new PerEvent("V1", Sum("50.00"), Sum("0.00")), new Cap.OfPeriod(Percent("3"), null) { Estimated = Pounds("1000.00") }));
        var credit = draft.Assessed("2024-05-10", Return("2024-04").With("V1", Measured(("count", 4)))).Periods[0].Credit!; // 4 x 50 = 200
        Assert.Equal(Pounds("30.00"), credit.Payable);
        Assert.Equal("the charges estimated for a Service Period", credit.Caps.Single().BaseInWords);
    }

    /// <summary>£98,400.00 are paid of each of the 12 months: 2.5 % x 1,180,800 = 29,520, less the 29,500 credited in months 2 to 12 (above),
    /// leaves 20. June had 90,000 paid of it at first, and the rest later: with those, 2.5 % x 1,172,400 = 29,310 are less than was credited.
    /// While nothing is recorded of one month, nobody can tell.</summary>
    [Fact]
    public void A_cap_may_stand_on_charges_paid()
    {
        var contract = Failing(CapOfLast12Months("2.5", ThisPeriod.Excluded, FirstYearBase.EstimatedYear1Charges) with { Charges = CapCharges.Paid }).EstimatingFirstYear("1260000.00");
        var paid = Enumerable.Range(0, 12).Select(i => Paid(ServicePeriod.NameOf(Month("2024-04").PlusMonths(i)), "2025-04-20", i == 2 ? "90000.00" : "98400.00")).ToList();
        var later = Paid("2024-06", "2025-04-28", "98400.00");
        Assert.Equal(Pounds("20.00"), Month13(contract, [.. paid, later]).Payable);
        Assert.Equal("charges paid of 2024-04 to 2025-03", Month13(contract, [.. paid, later]).Caps[1].BaseInWords);
        Assert.Equal(Money.Zero, Month13(contract, paid).Payable);
        var unknown = Month13(contract, [.. paid.Skip(1)]);
        Assert.Null(unknown.Payable);
        Assert.Equal("what has been paid of the Service Charges of 2024-04 is not recorded, which the cap of 2.5 % counts", unknown.CannotTell);
    }

    private static ServiceCreditStatement Month13(ContractDraft contract, IReadOnlyList<Decision> decisions) => Assessed(contract, 13, decisions).Periods[12].Credit!;

    /// <summary>The caps say what they stood on: month 13 of the first case.</summary>
    [Fact]
    public void Every_cap_shows_its_base_and_what_was_used()
    {
        var credit = Assessed(Failing(CapOfLast12Months("2.5")), 13).Periods[12].Credit!;
        Assert.Equal(N("4000"), credit.Uncapped);
        Assert.Equal([N("100000"), N("1200000")], credit.Caps.Select(c => c.Base));
        Assert.Equal([Rational.Zero, N("28000.00")], credit.Caps.Select(c => c.Used));
        Assert.Equal([N("3000"), N("2000")], credit.Caps.Select(c => c.Limit));
        Assert.Equal([N("3000"), N("2000")], credit.Caps.Select(c => c.After));
        Assert.Equal("charges of 2024-05 to 2025-04", credit.Caps[1].BaseInWords);
        Assert.Same(credit.Caps[1], credit.CapMet);
    }

    /// <summary>A cap stops money, never points: 4, then 8 a month.</summary>
    [Fact]
    public void Points_are_not_capped() =>
        Assert.Equal([4, 8, 8], Assessed(Failing(CapOfPeriod("1")), 3).Periods.Select(p => p.Points));

    private static ContractDraft Failing(Cap second) => Contract(Kpi("KPI1")).Repeating().Crediting("0.5", CapOfPeriod("3"), second);

    /// <summary>Every month at 90 %; the charges are £100,000.00, from month 13 on £140,000.00 where the return states them.</summary>
    private static ContractAssessment Assessed(ContractDraft contract, int months, IReadOnlyList<Decision>? decisions = null)
    {
        var returns = Enumerable.Range(0, months).Select(i =>
        {
            var supplied = Return(ServicePeriod.NameOf(Month("2024-04").PlusMonths(i))).Stating("KPI1", "90");
            return contract.Charges is Charges.FromReturn ? supplied.Charged(i < 12 ? "100000.00" : "140000.00") : supplied;
        });
        var asOf = Month("2024-04").PlusMonths(months).OnDayOfMonth(5);
        return contract.Assessed($"{asOf:uuuu-MM-dd}", decisions ?? [], returns);
    }

    private static void Pays(ContractDraft contract, int months, params string[] payable) =>
        Assert.Equal(payable, Assessed(contract, months).Periods.Select(p => p.Credit!.Payable!.Value.ToPlainText()));
}
