using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What applies in one Service Period: the terms in force on its first day, with every date and every minute
/// worked out.</summary>
public sealed class PeriodTerms(ContractTerms terms, ServicePeriod period, WorkingDays workingDays)
{
    private Dictionary<string, long?>? _minutes;
    private Dictionary<string, ServiceClock>? _clocks;

    public ContractTerms Terms { get; } = terms;

    public ServicePeriod Period { get; } = period;

    public WorkingDays WorkingDays { get; } = workingDays;

    /// <summary>The terms in force on the day after the period; null where the contract ends with it.</summary>
    public ContractTerms? Next { get; init; }

    /// <summary>The name of the Service Period after this one; null where the contract ends with it.</summary>
    public YearMonth? NextMonth => Next is null ? null : Period.Month.PlusMonths(Terms.Periods.Months);

    public BankHolidays Holidays => WorkingDays.Holidays;

    /// <summary>The day the return is due; null where the bank holidays needed are not known.</summary>
    public LocalDate? ReturnDue { get; } = terms.Returns.Due.After(period.Last, workingDays);

    /// <summary>The indicators that apply, every composite after its parts.</summary>
    public IReadOnlyList<Indicator> Indicators => Turns.Length == Terms.Evaluated.Count ? Terms.Evaluated : [.. Turns.Select(t => t.Indicator)];

    internal EvaluationTurn[] Turns { get; } = terms.TurnsOn(period.First);

    /// <summary>The charges fixed by the contract for this period in pounds, unrounded; null where the return states them.</summary>
    public Rational? FixedCharges => Terms.Charges is Charges.Fixed charges
        ? charges.PerPeriod.Pounds * (charges.PartPeriods == PartPeriodCharge.ByDays ? Rational.Of(Period.Days, Period.WholeDays) : 1)
        : null;

    /// <summary>The credit holiday that the period's first day is in; null where it is in none.</summary>
    public CreditHoliday? CreditHoliday { get; } = CreditHoliday.On(period.First, terms.Draft.CreditHolidays, terms.Term.Start.First);

    /// <summary>True where the period begins in the first contract year: as with the terms, its first day decides.</summary>
    public bool IsInFirstYear => Period.First < Terms.Term.Start.First.PlusYears(1);

    /// <summary>The first day of the contract year that the period's first day is in.</summary>
    public LocalDate ContractYearStart
    {
        get
        {
            var start = Terms.Term.Start.First;
            var years = Period.First.Year - start.Year;
            return start.PlusYears(years) <= Period.First ? start.PlusYears(years) : start.PlusYears(years - 1);
        }
    }

    /// <summary>The true minutes of the period under a measure's calendar; null where its bank holidays are not known.</summary>
    public long? AgreedMinutes(Measure measure) => measure is Availability { Calendar: { } name } ? Minutes(name) : Minutes("");

    /// <summary>True where a Measurement Period of the indicator ends with this Service Period: by its own length, with the
    /// indicator, or with the contract.</summary>
    public bool EndsMeasurementPeriod(Indicator indicator) =>
        indicator.MeasurementPeriod is not MeasurementPeriod.Every
        || !IsSameMeasurementPeriod(indicator, Period.Month.PlusMonths(Terms.Periods.Months))
        || Next?.Find(indicator.Code) is not { } next
        || !next.AppliesOn(Period.Last.PlusDays(1))
        || !next.IsMeasuredAs(indicator);

    /// <summary>True where the indicator's figures are given once for its Measurement Period, and not in this Service Period.</summary>
    public bool IsBeforeEnd(Indicator indicator) =>
        indicator.MeasurementPeriod?.Taken == TakenTogether.ReportedAtEnd && !EndsMeasurementPeriod(indicator);

    /// <summary>Whether a Service Period, by its name, lies in the same Measurement Period as this one. All do for a rolling
    /// one.</summary>
    public bool IsSameMeasurementPeriod(Indicator indicator, YearMonth month)
    {
        if (indicator.MeasurementPeriod is not MeasurementPeriod.Every every) return true;
        var start = Terms.Term.Start.First;
        var first = Terms.Periods.Containing(start, start, Terms.Term.LatestPossibleEnd).Month;
        return every.NumberOf(month, first) == every.NumberOf(Period.Month, first);
    }

    /// <summary>When the service is open in the period; null where its bank holidays are not known.</summary>
    /// <param name="calendar">Its name in the contract; null is around the clock.</param>
    public IReadOnlyList<Interval>? Open(string? calendar) => Hours(calendar ?? "").IntervalsIn(Period.First, Period.Last, Terms.Zone);

    /// <summary>A clock that runs when the service is open.</summary>
    /// <param name="calendar">Its name in the contract; null is around the clock.</param>
    public ServiceClock Clock(string? calendar)
    {
        _clocks ??= [];
        return _clocks.TryGetValue(calendar ?? "", out var clock) ? clock : _clocks[calendar ?? ""] = new(Hours(calendar ?? ""), Terms.Zone);
    }

    private long? Minutes(string calendar)
    {
        _minutes ??= [];
        if (_minutes.TryGetValue(calendar, out var minutes)) return minutes;
        return _minutes[calendar] = Hours(calendar).MinutesIn(Period.First, Period.Last, Terms.Zone);
    }

    private ServiceHours Hours(string calendar) => Terms.Draft.Calendars.FirstOrDefault(c => c.Name == calendar) is { } found
        ? found.ServiceHours(WorkingDays)
        : ServiceHours.AroundTheClock;
}
