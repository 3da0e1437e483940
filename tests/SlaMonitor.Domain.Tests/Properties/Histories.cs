using CsCheck;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Properties;

/// <summary>Made-up contracts with made-up returns, for laws that hold for all of them.</summary>
internal static class Histories
{
    private static readonly Gen<Ladder> Ladders =
        from floors in Gen.Int[1, 9999].ArrayUnique[2, 4]
        from points in Gen.Int[0, 4].Array[floors.Length]
        select LadderOf(floors, points);

    /// <summary>One KPI of cases in time, perhaps with an allowance for few cases.</summary>
    private static readonly Gen<Indicator> Kpis =
        from ladder in Ladders
        from low in Gen.Int[0, 30]
        from rounding in Gen.Int[-1, 2]
        from mode in Gen.Enum<RoundingMode>()
        from nothing in Gen.Enum<NoActivityRule>()
        select Kpi("KPI") with
        {
            Ladder = ladder,
            LowVolume = low < 10 ? null : new(low, low / 10),
            Rounding = rounding < 0 ? null : new(rounding, mode),
            WhenNoActivity = nothing,
        };

    private static readonly Gen<Cap> Caps =
        from kind in Gen.Int[0, 2]
        from percent in Gen.Int[200, 1500]
        from thisPeriod in Gen.Enum<ThisPeriod>()
        from firstYear in Gen.Enum<FirstYearBase>()
        select kind == 0
            ? new Cap.OfPeriod(new(Rational.Of(percent, 100)), null)
            : (Cap)new Cap.OfLast12Months(new(Rational.Of(percent, 100)), thisPeriod, firstYear, null);

    /// <summary>Two KPIs, repeats, credits of 0.5 % a point with up to three caps, on charges in odd pence.</summary>
    internal static readonly Gen<ContractDraft> AnyContract =
        from kpis in Kpis.Array[2]
        from factor in Gen.Int[1, 3]
        from gap in Gen.Enum<GapInRun>()
        from caps in Caps.Array[0, 3]
        from charges in Gen.Int[1, 50_000_00]
        from rounding in Gen.Enum<RoundingMode>()
        from missing in Gen.OneOf(Absence.WorstRung, Absence.NotScored, Absence.Zero)
        from figureMissing in Gen.OneOf(Absence.WorstRung, Absence.NotScored, Absence.Zero)
        select Contract(kpis[0] with { Code = "KPI1" }, kpis[1] with { Code = "KPI2" }).Repeating(factor, gap).When(missing, figureMissing) with
        {
            Charges = new Charges.Fixed(new Money(charges), PartPeriodCharge.Whole) { EstimatedFirstYear = new Money(charges * 11L) },
            Credits = new([new(CreditRegime.OfServicePoints, new ServicePoints(Percent("0.5")), [.. caps.Where(c => c is not Cap.OfPeriod || c.At.Percent >= 2)], null)], [], rounding, null),
        };

    /// <summary>One to sixteen months of figures: cases in time of all cases, or nothing to measure, or no figure.</summary>
    internal static readonly Gen<Month[]> Months =
        (from first in Figures()
         from second in Figures()
         from late in Gen.Bool
         select new Month(first, second, late)).Array[1, 16];

    private static Gen<Cases?> Figures() =>
        from to in Gen.Int[1, 60]
        from failing in Gen.Int[0, 60]
        from kind in Gen.Int[0, 9]
        select kind == 0 ? null : new Cases(kind == 1 ? 0 : to - (failing % (to + 1)), kind == 1 ? 0 : to);

    /// <summary>So many good cases of all cases; none of none is no activity.</summary>
    internal sealed record Cases(int Of, int To);

    /// <summary>Figures of both KPIs, null where the return leaves one out; and whether the return came late.</summary>
    internal sealed record Month(Cases? First, Cases? Second, bool IsLate);

    internal static IReadOnlyList<SupplierReturn> ReturnsOf(IReadOnlyList<Month> months) => [.. months.Select((m, i) =>
    {
        var month = new YearMonth(2024, 4).PlusMonths(i);
        var supplied = Return(ServicePeriod.NameOf(month)) with { SubmittedOn = month.PlusMonths(1).OnDayOfMonth(m.IsLate ? 25 : 8) };
        if (m.First is { } first) supplied = supplied.Counting("KPI1", first.Of, first.To);
        return m.Second is { } second ? supplied.Counting("KPI2", second.Of, second.To) : supplied;
    })];

    /// <summary>Assessed when every month is over and its return has come or is overdue.</summary>
    internal static ContractAssessment Assessed(ContractDraft contract, IReadOnlyList<SupplierReturn> returns, int months, params IReadOnlyList<Decision> decisions) =>
        Assessment.Of(new([contract.Terms()]), returns, decisions, BankHolidays.Current, new YearMonth(2024, 4).PlusMonths(months).OnDayOfMonth(28));

    /// <summary>Everything an assessment says, as text.</summary>
    internal static string Everything(ContractAssessment assessed) =>
        string.Join('\n', assessed.Periods.Select(Everything).Concat(assessed.DateAlerts.Select(a => $"{a}")));

    internal static string Everything(PeriodAssessment period) => string.Join('\n',
    [
        $"{period.Period} {period.Version} {period.Status} {period.Points} {period.Charges} {period.OpenPoints}",
        .. period.MadeFrom.Select(r => r.Reference),
        .. period.Results.SelectMany(r => new[] { $"{r.Indicator.Code} {r.Outcome} {r.Level} {r.Compared} {r.RunOfFailures} {r.Points}" }.Concat(Lines(r.Working()))),
        .. period.Credit is { } credit ? Lines(credit.Working()) : [],
        .. period.Triggers.Select(t => $"{t.Trigger} {t.Ground} {t.Subject} {t.Due} {t.Working}"),
        .. period.Alerts.Select(a => $"{a}"),
    ]);

    private static IEnumerable<string> Lines(IEnumerable<WorkingLine> working) => working.Select(w => $"  {w}");

    /// <summary>Floors in hundredths of a per cent, best first; points that never fall.</summary>
    private static Ladder LadderOf(int[] floors, int[] points)
    {
        var bounds = floors.OrderDescending().Select(f => Rational.Of(f, 100)).ToList();
        var rising = points.Order().ToList();
        var names = new[] { RungName.Minor, RungName.Serious, RungName.Severe };
        var between = bounds.Skip(1).Select((bound, i) => new Rung(names[i], bound, null, rising[i]));
        return new(Polarity.Higher, null, [new(RungName.Target, bounds[0], null, 0), .. between, new(RungName.BelowThreshold, null, null, Math.Max(1, rising[^1]))]);
    }
}
