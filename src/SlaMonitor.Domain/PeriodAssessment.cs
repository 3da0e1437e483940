using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain;

/// <summary>All that is known of one Service Period: results, points, credit, triggers, alerts, and what they were made
/// from.</summary>
public sealed record PeriodAssessment
{
    public required PeriodTerms Terms { get; init; }

    public required ReturnStatus Status { get; init; }

    /// <summary>The period's own return, in its highest revision; null where none has come.</summary>
    public SupplierReturn? Return { get; init; }

    /// <summary>Up to which day the return is late: the day it came, or while it is overdue the day looked at; null where it is not late.</summary>
    public LocalDate? LateUntil { get; init; }

    /// <summary>Every return that speaks of this period, latest first; later ones restate it.</summary>
    public IReadOnlyList<SupplierReturn> MadeFrom { get; init; } = [];

    /// <summary>In the contract's order.</summary>
    public required IReadOnlyList<IndicatorResult> Results
    {
        get;
        init
        {
            field = value;
            var points = 0;
            foreach (var result in value) points += result.Points;
            Points = points;
        }
    }

    /// <summary>The period's Service Charges in pounds before rounding; null where they are not known.</summary>
    public Rational? Charges { get; init; }

    /// <summary>What has been paid of the Service Charges, in pounds; null where nothing is recorded.</summary>
    public Rational? ChargesPaid { get; init; }

    /// <summary>Those that a cap is a share of.</summary>
    internal Rational? ChargesCountedBy(Cap cap) => cap.Charges == CapCharges.Paid ? ChargesPaid : Charges;

    /// <summary>Null where the contract has no Service Credits.</summary>
    public ServiceCreditStatement? Credit { get; init; }

    /// <summary>Charges withheld in place of points and credits; null where none are.</summary>
    public Withholding? Withholding { get; init; }

    /// <summary>Decisions that the results do not bear out, and that count for nothing; paths as in
    /// <see cref="DecisionChecks"/>.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public IReadOnlyList<TriggerEvent> Triggers { get; init; } = [];

    private readonly WordedOnce<PeriodAssessment> _worded = new();

    /// <summary>Worded when they are first asked for, and then no more.</summary>
    public IReadOnlyList<Alert> Alerts => _worded.Of(this, PeriodAlerts.Of);

    public ServicePeriod Period => Terms.Period;

    /// <summary>TSP: the Service Points of the period.</summary>
    public int Points { get; private init; }

    /// <summary>Why more points may follow, for instance because the return is not due yet; null where the points are
    /// final.</summary>
    public string? OpenPoints
    {
        get
        {
            if (Withholding is not null || Terms.CreditHoliday is { Points: HolidayPoints.None }) return null;
            foreach (var result in Results)
                if (result is { Outcome: Outcome.CannotTell { Because: not (Reason.PartMissing or Reason.FromZero) } open, Indicator.CarriesPoints: true })
                    return $"the points of {result.Indicator.Code} are open, as {Outcome.InWords(open.Because)}";
            return null;
        }
    }

    /// <param name="place">Where it is looked for first: its place in the terms, or in those of another period.</param>
    internal IndicatorResult? FindNear(int place, string code) =>
        place < Results.Count && Results[place] is var there && there.Indicator.Code == code ? there : Find(code);

    /// <summary>Indicators that do not apply have no result, so that one stands at its indicator's place in the terms or before it.</summary>
    public IndicatorResult? Find(string code)
    {
        for (var i = Math.Min(Terms.Terms.PlaceOf(code), Results.Count - 1); i >= 0; i--)
            if (Results[i].Indicator.Code == code)
                return Results[i];
        return null;
    }

    /// <summary>The day the terms that apply took effect: the name of the contract version.</summary>
    public LocalDate Version => Terms.Terms.EffectiveFrom;
}

/// <summary>A contract as it stands on a day: every ended Service Period, what is owed, and what deserves an alert.</summary>
/// <param name="Contract">As its files state it.</param>
/// <param name="Decisions">Those that count on the day, by day.</param>
public sealed record ContractAssessment(
    Contract Contract, LocalDate AsOf, HolidayBasis Basis, IReadOnlyList<Decision> Decisions, IReadOnlyList<PeriodAssessment> Periods)
{
    private readonly WordedOnce<ContractAssessment> _ofClocks = new();
    private readonly WordedOnce<ContractAssessment> _ofDates = new();

    /// <summary>Those that come and go with the days, and are of no period's document. Worded when they are first asked for.</summary>
    public IReadOnlyList<Alert> ClockAlerts => _ofClocks.Of(this, static a =>
        [.. Domain.Alerts.ClockAlerts.Of(a.Periods, a.Decisions, a.AsOf), .. NearAlerts.Of(a.Periods), .. CalendarAlerts.Of(a.Contract.With(a.Decisions), a.Basis, a.AsOf)]);

    /// <summary>Those of the contract's own dates. Worded when they are first asked for.</summary>
    public IReadOnlyList<Alert> DateAlerts => _ofDates.Of(this, static a => ContractDateAlerts.Of(a.Contract, a.Decisions, a.Basis, a.AsOf));

    /// <summary>The term in force on the day, with the options exercised that are known of by then.</summary>
    public ContractTerm Term => Contract.With(Decisions).InForceOn(AsOf).Term;

    /// <summary>The last day of the term as it is known on the day.</summary>
    public LocalDate End => Term.EndAsOf(AsOf);

    /// <summary>Decisions that the results do not bear out.</summary>
    public IEnumerable<Problem> Problems => Periods.SelectMany(p => p.Problems);

    /// <summary>The sum of the charges withheld, as far as they are known.</summary>
    public Money Withheld => Periods.Aggregate(Money.Zero, (sum, p) => sum + (p.Withholding?.Withheld ?? Money.Zero));

    public int Points => Periods.Sum(p => p.Points);

    /// <summary>The sum of the credits that can be told.</summary>
    public Money Payable => Periods.Aggregate(Money.Zero, (sum, p) => sum + (p.Credit?.Payable ?? Money.Zero));

    /// <summary>The bank holidays that the contract's versions go by, each once: <c>uk-bank-holidays v1</c>.</summary>
    public string CalendarName => string.Join(" and ", Contract.Versions.Select(v => v.Holidays(Basis).Name).Distinct());

    public IEnumerable<Alert> Alerts => Periods.SelectMany(p => p.Alerts).Concat(ClockAlerts).Concat(DateAlerts);
}
