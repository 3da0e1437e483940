using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service;
using SlaMonitor.Web.Pages.Charts;
using SlaMonitor.Web.Pages.Contracts;

namespace SlaMonitor.Web.Pages.OneContract;

/// <summary>A cap as it stands after the last credit that can be told.</summary>
/// <param name="Used">Credits that count against it, the last one among them.</param>
public sealed record CapToDate(string Name, string Of, Rational Limit, Rational Used, string? Clause)
{
    public static CapToDate Reached(CapStep step) => new(
        $"{step.Cap.At} of {step.BaseInWords}", step.Cap is Cap.OfPeriod ? "this Service Period" : step.UsedInWords, step.Cap.At.Factor * step.Base, step.Used + step.After, step.Cap.Clause);
}

/// <summary>What a contract's page shows.</summary>
/// <param name="Periods">The last ended Service Periods, in order.</param>
/// <param name="Indicators">Those that had a result in one of them, in the contract's order.</param>
public sealed record ContractModel(OpenedContract Contract, ContractAssessment Assessment, int Months, IReadOnlyList<PeriodAssessment> Periods, IReadOnlyList<Indicator> Indicators)
{
    public const int Short = 12, Long = 24;

    public ContractTerms Terms => Contract.Terms.InForceOn(Contract.Today);

    public IReadOnlyList<Trend> Trends => [.. Indicators.Select(i => Trend.Of(i.Code, Periods)).Where(t => t.HasLevels)];

    /// <summary>The last result of each composite that has parts, with the period it is of.</summary>
    public IReadOnlyList<(PeriodAssessment Period, IndicatorResult Result)> Composites =>
    [
        .. Indicators.Where(i => i.Kind == IndicatorKind.Composite)
            .Select(i => Periods.Reverse().Select(p => (Period: p, Result: p.Find(i.Code))).FirstOrDefault(r => r.Result is { Level: not null, Parts.Count: > 0 }))
            .Where(r => r.Result is not null).Select(r => (r.Period, r.Result!)),
    ];

    public int ToReview => ReviewedBreach.Of(Assessment).Count(b => b.WantsReview(Contract.Today));

    public CreditLedger Ledger => CreditLedger.Of(Assessment);

    /// <summary>The last period whose credit came up against caps at all.</summary>
    public PeriodAssessment? LastCredited => Assessment.Periods.LastOrDefault(p => p.Credit is { Payable: not null, Caps.Count: > 0 });

    public IReadOnlyList<CapToDate> Caps => LastCredited is { Credit: { } credit } ? [.. credit.Caps.Select(CapToDate.Reached)] : [];

    /// <summary>What one failure more may bring about.</summary>
    public IEnumerable<string> Near => Assessment.ClockAlerts.Where(a => a.Event is AlertEvent.TriggerNear or AlertEvent.CapNear).Select(a => a.Text);

    /// <summary>The next day on which somebody hears of something; null where there is none.</summary>
    public LocalDate? NextAlert => NextLook.Alert(Assessment);

    /// <summary>Reached in the periods shown, the latest first.</summary>
    public IReadOnlyList<(PeriodAssessment Period, TriggerEvent Trigger)> Triggers => [.. Periods.Reverse().SelectMany(p => p.Triggers.Select(t => (p, t)))];

    /// <summary>What is overdue, and what comes next: the returns of a quarter, and every date of the term.</summary>
    public IReadOnlyList<DueDate> Dates
    {
        get
        {
            var all = DueDates.Of(Contract.Stored, Contract.Terms, Contract.Basis, Contract.Today);
            return [.. all.Where(d => d.Event != DueEvent.Return || d.On < Contract.Today).Concat(all.Where(d => d.Event == DueEvent.Return && d.On >= Contract.Today).Take(3)).OrderBy(d => d.On)];
        }
    }

    public static ContractModel Of(OpenedContract contract, int months)
    {
        var assessment = contract.Assessed;
        PeriodAssessment[] periods = [.. assessment.Periods.TakeLast(months)];
        var order = contract.Terms.Latest.Indicators.Select(i => i.Code).ToList();
        var indicators = periods.Reverse().SelectMany(p => p.Results.Select(r => r.Indicator)).DistinctBy(i => i.Code)
            .OrderBy(i => order.IndexOf(i.Code) is >= 0 and var place ? place : int.MaxValue).ToList();
        return new(contract, assessment, months, periods, indicators);
    }
}
