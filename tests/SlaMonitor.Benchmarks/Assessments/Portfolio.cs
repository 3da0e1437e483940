using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Benchmarks.Assessments;

/// <summary>One contract of the workload with all its returns.</summary>
internal sealed record PortfolioContract(int Number, Contract Contract, IReadOnlyList<SupplierReturn> Returns);

/// <summary>
/// Contracts of 20 indicators (12 shares of cases, 5 stated, 3 weighted means of four of the shares) over 36 months. Levels are
/// rounded half-up to 0.01 before they are compared; 1, 2 or 4 points, doubled for a repeat; 0.5 % of the monthly charge a point,
/// capped at 15 % of the month's and 8 % of the contract year's charges. The facts and terms in numbers are the peer's tables.
/// </summary>
internal sealed class Portfolio
{
    public const int Months = 36;
    public const int Shares = 12;
    public const int Measured = 17;
    public const int Indicators = 20;
    public const int PartsEach = 4;

    private const int ZeroCasesPerMille = 20;
    private const int MissingPerMille = 25;

    private static readonly LocalDate Start = new(2021, 4, 1);

    /// <summary>A day on which every month has ended and every return has come.</summary>
    public static readonly LocalDate AsOf = new(2024, 5, 31);

    /// <summary>The weights of a composite's parts, in per cent.</summary>
    public static readonly int[] Weights = [40, 30, 20, 10];

    private readonly Seeded _seeded = new(20_261_124);

    public Portfolio(int contracts)
    {
        Facts = new(contracts * Months * Measured);
        var terms = Enumerable.Range(0, Indicators).Select(Indicator).ToList();
        var made = new List<PortfolioContract>();
        for (var number = 0; number < contracts; number++)
        {
            Charges.Add(5_000_000 + _seeded.Next(50_000_000));
            made.Add(new(number, new([Terms(number, terms)]), Returns(number)));
        }

        Contracts = made;
    }

    public IReadOnlyList<PortfolioContract> Contracts { get; }

    public int Evaluations => Contracts.Count * Months * Indicators;

    /// <summary>Of each contract the monthly charge in pence.</summary>
    public List<long> Charges { get; } = [];

    /// <summary>Every figure that was due.</summary>
    public List<Fact> Facts { get; }

    /// <summary>The target of an indicator in hundredths of one per cent.</summary>
    public static int Target(int indicator) => 9_500 + (indicator % 5 * 100);

    public static int MinorFrom(int indicator) => Target(indicator) - 200;

    public static int SeriousFrom(int indicator) => Target(indicator) - 500;

    /// <summary>The first of the four shares that a composite is made from; the others follow it.</summary>
    public static int FirstPart(int composite) => (composite - Measured) * PartsEach;

    public static string CodeOf(int indicator) => $"KPI{indicator + 1}";

    private static string NameOf(int contract) => $"benchmark-{contract:0000}";

    private static YearMonth Month(int month) => Start.PlusMonths(month).ToYearMonth();

    private static Indicator Indicator(int number) => new()
    {
        Code = CodeOf(number),
        Title = $"Indicator {number + 1}",
        Kind = number < Measured ? IndicatorKind.Kpi : IndicatorKind.Composite,
        Source = number < Shares ? new RatioOfCounts("resolved in time", null, "resolved")
            : number < Measured ? new StatedValue("satisfied users")
            : new Combination.WeightedMean([.. Weights.Select((w, i) => KeyValuePair.Create(CodeOf(FirstPart(number) + i), (Rational)w))], [], MissingPart.Renormalise),
        Unit = Unit.PerCent,
        Decimals = 2,
        Better = Polarity.Higher,
        Rounding = new(2, RoundingMode.HalfAwayFromZero),
        Ladder = new(Polarity.Higher, null,
        [
            new(RungName.Target, Rational.Of(Target(number), 100), null, 0),
            new(RungName.Minor, Rational.Of(MinorFrom(number), 100), null, 1),
            new(RungName.Serious, Rational.Of(SeriousFrom(number), 100), null, 2),
            new(RungName.Severe, null, null, 4),
        ]),
    };

    private ContractTerms Terms(int contract, IReadOnlyList<Indicator> indicators)
    {
        var charge = new Money(Charges[contract]);
        var cap = new Cap[] { new Cap.OfPeriod(new(15), null), new Cap.OfContractYear(new(8), new Money(12 * Charges[contract]), null) };
        return new(new ContractDraft
        {
            Code = NameOf(contract),
            Title = "ICT managed services",
            Client = "A council",
            Supplier = "A supplier",
            EffectiveFrom = Start,
            Term = new(ContractDate.On(Start), new(Months / 12, TimeUnit.Years), null, [], null),
            Zone = DateTimeZoneProviders.Tzdb["Europe/London"],
            WorkingDays = Division.EnglandAndWales,
            Periods = new(1, 1, 1),
            Returns = new(new(10, TimeUnit.WorkingDays), Absence.WorstRung, Absence.WorstRung, null),
            Charges = new Charges.Fixed(charge, PartPeriodCharge.Whole),
            Indicators = indicators,
            Points = new(new RepeatRule(2, GapInRun.Breaks), null),
            Credits = new([new CreditRegime(CreditRegime.OfServicePoints, new ServicePoints(new(Rational.Of(1, 2))), cap, null)], [], RoundingMode.HalfAwayFromZero, null),
        });
    }

    /// <summary>Each contract has a share of failing figures of its own, from 5 to 35 in 100.</summary>
    private List<SupplierReturn> Returns(int contract)
    {
        var failing = 50 + (int)_seeded.Next(300);
        var returns = new List<SupplierReturn>();
        for (var month = 0; month < Months; month++)
        {
            var facts = new List<Fact>();
            for (var indicator = 0; indicator < Measured; indicator++) facts.Add(Fact(contract, month, indicator, failing));
            Facts.AddRange(facts);
            returns.Add(new(NameOf(contract), 1, Start.PlusMonths(month + 1).PlusDays(4), null, null, new(Month(month), null, [.. facts.Select(f => f.AsReturned())]), []));
        }

        return returns;
    }

    private Fact Fact(int contract, int month, int indicator, int failing)
    {
        var fact = new Fact(contract, month, indicator);
        if (_seeded.Happens(MissingPerMille)) return fact;
        var target = Target(indicator);
        var level = _seeded.Happens(failing) ? target - 1 - _seeded.Next(800) : target + _seeded.Next(10_001 - target);
        if (indicator >= Shares) return fact with { Stated = level };
        var cases = _seeded.Happens(ZeroCasesPerMille) ? 0 : 20 + _seeded.Next(2_000);
        return fact with { Cases = cases, Good = cases * level / 10_000 };
    }
}
