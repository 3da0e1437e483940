using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Contracts;

/// <summary>
/// One version of a contract: all its terms, consolidated, as they stand from <see cref="EffectiveFrom"/>. A variation is
/// a new version and never a patch. Cannot be built in contradiction with itself.
/// </summary>
public sealed record ContractTerms
{
    /// <exception cref="ContradictionException">The parts contradict each other; every contradiction is named.</exception>
    public ContractTerms(ContractDraft draft)
    {
        ContradictionException.ThrowIfAny(ContractChecks.Of(draft));
        Draft = draft;
        Evaluated = CompositeOrder.Of(draft.Indicators);
    }

    /// <summary>The terms as written down.</summary>
    public ContractDraft Draft { get; }

    public string Code => Draft.Code;

    public string Title => Draft.Title;

    public LocalDate EffectiveFrom => Draft.EffectiveFrom;

    public ContractTerm Term => Draft.Term;

    public DateTimeZone Zone => Draft.Zone;

    public ServicePeriods Periods => Draft.Periods;

    public ReturnTerms Returns => Draft.Returns;

    public Charges? Charges => Draft.Charges;

    public PointsTerms Points => Draft.Points;

    public ServiceCreditRegime? Credits => Draft.Credits;

    public IReadOnlyList<Trigger> Triggers => Draft.Triggers;

    public IReadOnlyList<Indicator> Indicators => Draft.Indicators;

    /// <summary>The indicators with every composite after its parts.</summary>
    public IReadOnlyList<Indicator> Evaluated { get; }

    public Indicator? Find(string code) => Indicators.FirstOrDefault(i => i.Code == code);

    public WorkingDays WorkingDays(BankHolidays holidays) => new(holidays, Draft.WorkingDays);

    /// <summary>What deserves a second look although it stands.</summary>
    public IReadOnlyList<Problem> Warnings => [.. ContractChecks.Of(Draft).Where(p => !p.IsError)];
}
