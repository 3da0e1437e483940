using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Outages;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Tests;

/// <summary>
/// Contracts and returns as tests write them: begin with <see cref="Contract"/>, <see cref="Kpi"/> or <see cref="Return"/>
/// and say only what matters. What is not said: 4 years from 1 April 2024 in London, calendar months, £100,000.00 a month,
/// the return due after 10 working days, whatever is missing fails at its worst rung, no repeat rule, no credits.
/// </summary>
internal static class Given
{
    // Figures and dates.

    internal static Rational N(string figure) => Rational.Parse(figure);

    internal static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    internal static YearMonth Month(string text) => YearMonthPattern.Iso.Parse(text).GetValueOrThrow();

    /// <summary>100000.00 is a hundred thousand pounds.</summary>
    internal static Money Pounds(string figure) => Money.Round(N(figure), RoundingMode.HalfAwayFromZero);

    /// <summary>5 years; 10 working days.</summary>
    internal static TimeLength Length(string text)
    {
        var (count, unit) = (int.Parse(text.Split(' ')[0]), text[(text.IndexOf(' ') + 1)..].TrimEnd('s'));
        return new(count, unit switch
        {
            "day" => TimeUnit.Days,
            "working day" => TimeUnit.WorkingDays,
            "week" => TimeUnit.Weeks,
            "month" => TimeUnit.Months,
            "year" => TimeUnit.Years,
            _ => throw new FormatException(text),
        });
    }

    internal static Percentage Percent(string figure) => new(N(figure));

    // Contracts.

    internal static ContractDraft Contract(params Indicator[] indicators) => new()
    {
        Code = "riverside-ict",
        Title = "ICT managed services",
        Client = "Riverside Council",
        Supplier = "Example Systems Ltd",
        EffectiveFrom = Day("2024-04-01"),
        Term = Term("2024-04-01", "4 years"),
        Zone = DateTimeZoneProviders.Tzdb["Europe/London"],
        WorkingDays = Division.EnglandAndWales,
        Periods = new(1, 1, 1),
        Returns = new(Length("10 working days"), Absence.WorstRung, Absence.WorstRung, null),
        Charges = new Charges.Fixed(Pounds("100000.00"), PartPeriodCharge.Whole),
        Indicators = indicators,
    };

    internal static ContractTerm Term(string start, string initial, params Extension[] extensions) =>
        new(ContractDate.On(Day(start)), Length(initial), null, extensions, null);

    internal static Extension Option(string length, string? exercised = null) =>
        new(Length(length), exercised is null ? null : Day(exercised));

    /// <summary>Its first version starts, and takes effect, on the same day.</summary>
    internal static ContractDraft Lasting(this ContractDraft draft, string start, string initial, params Extension[] extensions) =>
        draft with { EffectiveFrom = Day(start), Term = Term(start, initial, extensions) };

    internal static ContractDraft EffectiveFrom(this ContractDraft draft, string day) => draft with { EffectiveFrom = Day(day) };

    internal static ContractDraft Repeating(this ContractDraft draft, int factor = 2, GapInRun gap = GapInRun.Breaks) =>
        draft with { Points = new(new RepeatRule(factor, gap), null) };

    internal static ContractDraft Charging(this ContractDraft draft, string perPeriod, PartPeriodCharge? partPeriods = PartPeriodCharge.Whole) =>
        draft with { Charges = new Charges.Fixed(Pounds(perPeriod), partPeriods) { EstimatedFirstYear = draft.Charges?.EstimatedFirstYear } };

    internal static ContractDraft ChargingByReturn(this ContractDraft draft) =>
        draft with { Charges = new Charges.FromReturn { EstimatedFirstYear = draft.Charges?.EstimatedFirstYear } };

    internal static ContractDraft EstimatingFirstYear(this ContractDraft draft, string charges) =>
        draft with { Charges = draft.Charges! with { EstimatedFirstYear = Pounds(charges) } };

    internal static ContractDraft Crediting(this ContractDraft draft, string perPoint, params Cap[] caps) =>
        draft.Crediting(new CreditRegime(CreditRegime.OfServicePoints, new ServicePoints(Percent(perPoint)), caps, null));

    /// <summary>Several regimes side by side.</summary>
    internal static ContractDraft Crediting(this ContractDraft draft, params CreditRegime[] regimes) =>
        draft with { Credits = new(regimes, [], RoundingMode.HalfAwayFromZero, null) };

    /// <summary>On the sum of all regimes.</summary>
    internal static ContractDraft CappedTogether(this ContractDraft draft, params Cap[] caps) =>
        draft with { Credits = draft.Credits! with { Caps = caps } };

    /// <summary>VAT rounded down.</summary>
    internal static ContractDraft Settling(this ContractDraft draft, CreditedInvoice? invoice, string? vat = null) =>
        draft with { Credits = draft.Credits! with { Invoice = invoice, Vat = vat is null ? null : new(Percent(vat), RoundingMode.Down) } };

    internal static CreditRegime Regime(string name, CreditRule rule, params Cap[] caps) => new(name, rule, caps, null);

    internal static CreditAmount Rate(string percent) => CreditAmount.Percent(N(percent));

    internal static CreditAmount Sum(string pounds) => new CreditAmount.Sum(Pounds(pounds));

    internal static Tier Tier(string? bound, string percent) => new(bound is null ? null : N(bound), Rate(percent));

    internal static ContractDraft When(this ContractDraft draft, Absence missing, Absence figureMissing) =>
        draft with { Returns = draft.Returns with { WhenMissing = missing, WhenFigureMissing = figureMissing } };

    internal static ContractDraft Due(this ContractDraft draft, string length) =>
        draft with { Returns = draft.Returns with { Due = Length(length) } };

    internal static ContractDraft Triggering(this ContractDraft draft, params Trigger[] triggers) => draft with { Triggers = triggers };

    internal static Cap CapOfPeriod(string percent) => new Cap.OfPeriod(Percent(percent), null);

    internal static Cap CapOfLast12Months(
        string percent, ThisPeriod thisPeriod = ThisPeriod.Included, FirstYearBase firstYear = FirstYearBase.ChargesToDate) =>
        new Cap.OfLast12Months(Percent(percent), thisPeriod, firstYear, null);

    // Indicators.

    /// <summary>The sample ladder of the Model Services Contract, Schedule 2.2 Part A, as half-open floors: 99 % on target,
    /// from 98 one point, from 97 two, from 96 three, below 96 four.</summary>
    internal static Ladder MscLadder { get; } = HigherIsBetter("99", ("98", 1), ("97", 2), ("96", 3), (null, 4));

    /// <summary>A target floor, then Minor, Serious, Severe and BelowThreshold as far as given; the last has no floor.</summary>
    internal static Ladder HigherIsBetter(string target, params (string? Floor, int Points)[] failures) => LadderOf(Polarity.Higher, null, target, failures);

    internal static Ladder LadderOf(Polarity better, string? best, string target, params (string? Bound, int Points)[] failures)
    {
        var names = new[] { RungName.Minor, RungName.Serious, RungName.Severe, RungName.BelowThreshold };
        var rungs = failures.Select((f, i) => new Rung(i == failures.Length - 1 ? RungName.BelowThreshold : names[i], f.Bound is null ? null : N(f.Bound), null, f.Points));
        return new(better, best is null ? null : N(best), [new(RungName.Target, N(target), null, 0), .. rungs]);
    }

    /// <summary>A KPI measured as cases in time / cases, in per cent, on the sample ladder.</summary>
    internal static Indicator Kpi(string code) => new()
    {
        Code = code,
        Title = $"The indicator {code}",
        Kind = IndicatorKind.Kpi,
        Source = new RatioOfCounts("cases in time", null, "cases"),
        Better = Polarity.Higher,
        Unit = Unit.PerCent,
        Decimals = 2,
        Ladder = MscLadder,
    };

    /// <summary>The same without points.</summary>
    internal static Indicator Pi(string code) => Kpi(code) with
    {
        Kind = IndicatorKind.SubsidiaryPi,
        Ladder = Ladder.TargetOnly(Polarity.Higher, 99, 0),
    };

    internal static Indicator On(this Indicator indicator, Ladder ladder) => indicator with { Ladder = ladder, Trajectory = null, Better = ladder.Better };

    internal static Indicator Measuring(this Indicator indicator, Measure measure, string unit = "%") =>
        indicator with { Source = measure, Unit = new(unit) };

    /// <summary>Measured over Measurement Periods of so many months, from the contract's first.</summary>
    internal static Indicator Over(this Indicator indicator, int months, TakenTogether taken) =>
        indicator with { MeasurementPeriod = new MeasurementPeriod.Every(months, null, taken) };

    internal static Indicator Rolling(this Indicator indicator, int periods, UntilFull untilFull, TakenTogether taken) =>
        indicator with { MeasurementPeriod = new MeasurementPeriod.Rolling(periods, untilFull, taken) };

    /// <summary>A composite without a target, in per cent.</summary>
    internal static Indicator Composite(string code, Combination combination) => new()
    {
        Code = code,
        Title = $"The composite {code}",
        Kind = IndicatorKind.Composite,
        Source = combination,
        Better = Polarity.Higher,
        Unit = combination.IsAnswer ? new("") : Unit.PerCent,
        Decimals = 2,
    };

    internal static KeyValuePair<string, T> Of<T>(string key, T value) => KeyValuePair.Create(key, value);

    internal static KeyValuePair<string, Rational> Weight(string code, string weight) => Of(code, N(weight));

    internal static KeyValuePair<string, MinMax> Scale(string code, string worst, string best) => Of(code, new MinMax(N(worst), N(best)));

    // Returns.

    /// <summary>A first return for the month that is named so, dated on the fifth day of the month after it.</summary>
    internal static SupplierReturn Return(string month) =>
        new("riverside-ict", 1, Month(month).PlusMonths(1).OnDayOfMonth(5), null, null, new(Month(month), null, []), []);

    internal static SupplierReturn Dated(this SupplierReturn supplied, string day) => supplied with { SubmittedOn = Day(day) };

    internal static SupplierReturn Revision(this SupplierReturn supplied, int revision) => supplied with { Revision = revision };

    internal static SupplierReturn Charged(this SupplierReturn supplied, string charges) =>
        supplied with { Figures = supplied.Figures with { Charges = Pounds(charges) } };

    internal static SupplierReturn With(this SupplierReturn supplied, string code, Measurement measurement) =>
        supplied with { Figures = supplied.Figures.With(code, measurement) };

    /// <summary>A level without its parts.</summary>
    internal static SupplierReturn Stating(this SupplierReturn supplied, string code, string level) => supplied.With(code, Stated(level));

    /// <summary>So many of so many cases in time.</summary>
    internal static SupplierReturn Counting(this SupplierReturn supplied, string code, int of, int to) => supplied.With(code, Counted(of, to));

    internal static SupplierReturn Restating(this SupplierReturn supplied, string month, string code, Measurement measurement) =>
        supplied with { Restated = [.. supplied.Restated, new PeriodFigures(Month(month), null, []).With(code, measurement)] };

    internal static PeriodFigures With(this PeriodFigures figures, string code, Measurement measurement) =>
        figures with { Indicators = [.. figures.Indicators, new(code, measurement, null)] };

    internal static Measurement Stated(string level) => new Measurement.StatedOnly(Level(level));

    internal static Measurement Counted(int of, int to) => Measured(("of", of), ("to", to));

    internal static Measurement Measured(params (string Part, Rational Figure)[] parts) => new Measurement.Measured(Figures(parts), [], null);

    /// <summary>Each as returns write it.</summary>
    internal static Measurement Logged(params string[] outages) =>
        new Measurement.Logged([.. outages.Select(o => Outage.TryParse(o, out var outage) ? outage : throw new FormatException(o))], null);

    internal static Measurement AndStating(this Measurement measured, string level) => (Measurement.Measured)measured with { Stated = Level(level) };

    /// <summary>By member of a breakdown; the whole is their sum.</summary>
    internal static Measurement ByMember(params (string Member, Figures Figures)[] members) =>
        new Measurement.Measured(Domain.Contracts.Measures.Figures.Sum(members.Select(m => m.Figures)), [.. members.Select(m => Of(m.Member, m.Figures))], null);

    internal static Figures Figures(params (string Part, Rational Figure)[] parts) => new(parts.Select(p => Of(p.Part, p.Figure)));

    /// <summary>The figure with the decimal places it is written with.</summary>
    internal static StatedLevel Level(string figure) => new(N(figure), figure.Contains('.') ? figure.Length - figure.IndexOf('.') - 1 : 0);

    internal static Measurement Nothing { get; } = new Measurement.NoActivity();

    // Decisions.

    internal static IReadOnlyList<Decision> Decided(params IReadOnlyList<Decision> decisions) => decisions;

    /// <summary>Taken by the service review board because the cause lay with the client.</summary>
    internal static Taken On(string day) => new("riverside-ict", Day(day), "service review board", "the cause lay with the client", null);

    internal static Decision Claimed(string month, string code, string on) => new Decision.ReliefClaimed(Month(month), code, On(on));

    internal static Decision Accepted(string month, string code, string on) => new Decision.ReliefAccepted(Month(month), code, On(on));

    internal static Decision PartAccepted(string month, string code, string on, params (string Part, Rational Figure)[] parts) =>
        new Decision.ReliefPartAccepted(Month(month), code, Figures(parts), On(on));

    internal static Decision Rejected(string month, string code, string on) => new Decision.ReliefRejected(Month(month), code, On(on));

    internal static Decision Disputed(string month, string code, string on) => new Decision.DisputeOpened(Month(month), code, On(on));

    internal static Decision Resolved(string month, string code, string on, DisputeOutcome outcome = DisputeOutcome.ResultStands) =>
        new Decision.DisputeResolved(Month(month), code, outcome, On(on));

    internal static Decision Exercised(int option, string exercised, string on) => new Decision.OptionExercised(option, Day(exercised), On(on));

    internal static Decision NoticeGiven(int option, string given, string on) => new Decision.NoticeGiven(option, Day(given), On(on));

    internal static Decision Terminated(string given, string ends, string on, TerminationGround ground = TerminationGround.Convenience) =>
        new Decision.Terminated(Day(given), Day(ends), ground, On(on));

    internal static Decision Done(string milestone, string done, string on) => new Decision.MilestoneDone(milestone, Day(done), On(on));

    internal static Decision Withheld(string month, string on, string? amount = null) =>
        new Decision.ChargesWithheld(Month(month), amount is null ? null : Pounds(amount), On(on));

    internal static Decision Paid(string month, string on, string amount) => new Decision.ChargesPaid(Month(month), Pounds(amount), On(on));

    internal static Decision PlanRequired(string month, string code, string on, string due) => new Decision.PlanRequired(Month(month), code, Day(due), On(on));

    internal static Decision PlanReceived(string month, string code, string on) => new Decision.PlanReceived(Month(month), code, On(on));

    // Assessments.

    internal static ContractTerms Terms(this ContractDraft draft) => new(draft);

    internal static ContractAssessment Assessed(this ContractDraft draft, string asOf, params IEnumerable<SupplierReturn> returns) =>
        Assessed([draft], asOf, returns);

    /// <summary>A contract in several versions.</summary>
    internal static ContractAssessment Assessed(this IEnumerable<ContractDraft> versions, string asOf, params IEnumerable<SupplierReturn> returns) =>
        Assessed(versions, asOf, [], returns);

    /// <summary>With decisions.</summary>
    internal static ContractAssessment Assessed(this ContractDraft draft, string asOf, IReadOnlyList<Decision> decisions, params IEnumerable<SupplierReturn> returns) =>
        Assessed([draft], asOf, decisions, returns);

    /// <inheritdoc cref="Assessed(ContractDraft, string, IReadOnlyList{Decision}, IEnumerable{SupplierReturn})"/>
    internal static ContractAssessment Assessed(this IEnumerable<ContractDraft> versions, string asOf, IReadOnlyList<Decision> decisions, params IEnumerable<SupplierReturn> returns) =>
        Assessment.Of(new(versions.Select(v => new ContractTerms(v))), [.. returns], decisions, BankHolidays.Current, Day(asOf));

    internal static PeriodAssessment In(this ContractAssessment assessed, string month) => assessed.Periods.Single(p => p.Period.Name == month);

    internal static IndicatorResult Of(this PeriodAssessment period, string code) =>
        period.Find(code) ?? throw new ArgumentException($"{code} is not in force in {period.Period}.");

    /// <summary>The points of one indicator, period by period.</summary>
    internal static IEnumerable<int> PointsOf(this ContractAssessment assessed, string code) => assessed.Periods.Select(p => p.Of(code).Points);

    /// <summary>2024-04 and so many months from there, each with the level stated for it.</summary>
    internal static IEnumerable<SupplierReturn> Monthly(string code, string from, params string[] levels) =>
        levels.Select((level, i) => Return(ServicePeriod.NameOf(Month(from).PlusMonths(i))).Stating(code, level));
}
