using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Returns;

/// <summary>The Service Periods a return may speak of, by name. Worked out once: a return may name thousands.</summary>
internal sealed class ReportablePeriods
{
    private readonly IReadOnlyList<PeriodTerms> _periods;
    private readonly Dictionary<YearMonth, PeriodTerms> _byName;
    private readonly string _span;

    public ReportablePeriods(Contract contract, HolidayBasis basis)
    {
        var term = contract.Latest.Term;
        var end = term.EndAsOf(term.LatestPossibleEnd);
        _periods = [.. contract.PeriodsBegunBy(end, basis)];
        _byName = _periods.ToDictionary(t => t.Period.Month);
        _span = $"{contract.Versions[0].EffectiveFrom:uuuu-MM-dd} to {end:uuuu-MM-dd}";
    }

    public PeriodTerms? Find(YearMonth name) => _byName.GetValueOrDefault(name);

    /// <summary>The problem of a month that names no period; where it lies within one, that one's name is told.</summary>
    public Problem NotOne(YearMonth name) => new(ReturnProblems.NoSuchPeriod, "period", Meant(name), ServicePeriod.NameOf(name));

    private string Meant(YearMonth month) => _periods.FirstOrDefault(t => Holds(t.Period, month)) is { Period: var period }
        ? $"{period.Name}, the month in which the Service Period of {period.InWords()} {(period.First.ToYearMonth() == period.Month ? "begins" : "would begin were it whole")}"
        : $"a Service Period from {_span}";

    private static bool Holds(ServicePeriod period, YearMonth month) =>
        period.First.ToYearMonth().CompareTo(month) <= 0 && period.Last.ToYearMonth().CompareTo(month) >= 0;
}
