using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Contracts.Tickets;

namespace SlaMonitor.Domain.Contracts;

/// <summary>Service hours by the name that indicators use, as the contract states them.</summary>
public sealed record ContractCalendar(string Name, WeeklyHours Hours, bool ClosedOnHolidays)
{
    /// <summary>Days and parts of days on which the service is closed besides.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>The service hours with the bank holidays that count as closed.</summary>
    /// <exception cref="ContradictionException">Closures overlap or end before they begin.</exception>
    public ServiceHours ServiceHours(WorkingDays workingDays) => new(Hours, ClosedOnHolidays ? workingDays : null, Closures);
}

/// <summary>What a contract file says, each part well formed by itself, but not yet checked against the others.
/// <see cref="ContractTerms"/> is the same, checked.</summary>
public sealed record ContractDraft
{
    /// <summary>Lower-case letters, digits and hyphens; the same in every version and every return.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required string Client { get; init; }

    public required string Supplier { get; init; }

    public IReadOnlyList<Officer> Officers { get; init; } = [];

    /// <summary>What the file was written from, and what in it is illustration.</summary>
    public string? Source { get; init; }

    public required LocalDate EffectiveFrom { get; init; }

    public required ContractTerm Term { get; init; }

    /// <summary>The contract's own milestones, in the order of the file.</summary>
    public IReadOnlyList<ContractMilestone> Milestones { get; init; } = [];

    public LeadTimes LeadTimes { get; init; } = LeadTimes.Default;

    public required DateTimeZone Zone { get; init; }

    /// <summary>Whose bank holidays are no working days.</summary>
    public required Division WorkingDays { get; init; }

    /// <summary>The version of the bank holidays by which days are counted.</summary>
    public HolidayAdoption BankHolidays { get; init; } = HolidayAdoption.Baseline;

    /// <summary>What local times mean that a clock change skips or repeats.</summary>
    public LocalTimeRule LocalTimes { get; init; } = LocalTimeRule.Default;

    public required ServicePeriods Periods { get; init; }

    public IReadOnlyList<ContractCalendar> Calendars { get; init; } = [];

    public required ReturnTerms Returns { get; init; }

    /// <summary>The ticket extracts that returns bring as evidence.</summary>
    public IReadOnlyList<TicketExtract> Extracts { get; init; } = [];

    /// <summary>Null where the contract has no Service Credits and its charges are of no concern.</summary>
    public Charges? Charges { get; init; }

    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>Indicators that are shares of one whole.</summary>
    public IReadOnlyList<SharesOfWhole> Wholes { get; init; } = [];

    public PointsTerms Points { get; init; } = new(null, null);

    /// <summary>Null where failures cost no money.</summary>
    public CreditTerms? Credits { get; init; }

    /// <summary>Times in which failures cost no money.</summary>
    public IReadOnlyList<CreditHoliday> CreditHolidays { get; init; } = [];

    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    public IReadOnlyList<WorkedExample> Examples { get; init; } = [];

    /// <summary>What all indicators can cost in one Service Period, each a Repeat KPI Failure at its worst.</summary>
    internal long MostPoints => (Points.Repeat?.Factor ?? 1) * Indicators.Sum(i => (long)(i.Ladder?.Worst.Points ?? i.Trajectory?.FailedPoints ?? 0));
}
