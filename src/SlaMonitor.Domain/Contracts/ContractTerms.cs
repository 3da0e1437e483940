using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Regimes;

namespace SlaMonitor.Domain.Contracts;

/// <summary>
/// One version of a contract: all its terms, consolidated, as they stand from <see cref="EffectiveFrom"/>. A variation is
/// a new version and never a patch. Cannot be built in contradiction with itself.
/// </summary>
public sealed record ContractTerms
{
    private readonly Dictionary<string, int> _places;
    private readonly EvaluationTurn[] _turns;
    private readonly bool _alwaysApply;

    /// <exception cref="ContradictionException">The parts contradict each other; every contradiction is named.</exception>
    public ContractTerms(ContractDraft draft)
        : this(draft, ContractChecks.Of(draft))
    {
    }

    private ContractTerms(ContractDraft draft, IEnumerable<Problem> problems)
    {
        ContradictionException.ThrowIfAny(problems);
        Draft = draft;
        Evaluated = CompositeOrder.Of(draft.Indicators);
        _places = draft.Indicators.Select((indicator, i) => (indicator.Code, i)).ToDictionary();
        _turns = EvaluationTurn.InOrder(Evaluated, PlaceOf);
        _alwaysApply = draft.Indicators.All(i => i is { Introduced: null, Retired: null });
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

    public CreditTerms? Credits => Draft.Credits;

    public IReadOnlyList<Trigger> Triggers => Draft.Triggers;

    public IReadOnlyList<Indicator> Indicators => Draft.Indicators;

    /// <summary>The indicators with every composite after its parts.</summary>
    public IReadOnlyList<Indicator> Evaluated { get; }

    public Indicator? Find(string code) => PlaceOf(code) is >= 0 and var place ? Indicators[place] : null;

    /// <summary>The place of an indicator in <see cref="Indicators"/>, from zero; -1 where there is no such indicator.</summary>
    public int PlaceOf(string code) => _places.GetValueOrDefault(code, -1);

    /// <summary>The turns of the indicators that apply on a day, every composite after its parts.</summary>
    internal EvaluationTurn[] TurnsOn(LocalDate day) => _alwaysApply ? _turns : Array.FindAll(_turns, t => t.Indicator.AppliesOn(day));

    public BankHolidays Holidays(HolidayBasis basis) => basis.Of(Draft.BankHolidays);

    public WorkingDays WorkingDays(HolidayBasis basis) => Holidays(basis).WorkingDays(Draft.WorkingDays);

    /// <summary>A cut of these terms that need not stand up as a contract by itself, for a worked example.</summary>
    internal ContractTerms Only(ContractDraft part) => new(part, []);

    /// <inheritdoc cref="ContractTerm.Exercising"/>
    internal ContractTerms Exercising(int option, LocalDate day) => new(Draft with { Term = Term.Exercising(option, day) }, []);

    /// <inheritdoc cref="ContractTerm.Ending"/>
    internal ContractTerms Ending(Termination termination) => new(Draft with { Term = Term.Ending(termination) }, []);

    /// <summary>What deserves a second look although it stands.</summary>
    public IReadOnlyList<Problem> Warnings => [.. ContractChecks.Of(Draft).Where(p => !p.IsError)];
}
