using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;

namespace SlaMonitor.Domain.Dates;

/// <summary>The dates of one contract with what they were made from.</summary>
/// <param name="Dates">See <see cref="ContractDates.Of"/>.</param>
public sealed record DatesOfContract(Contract Contract, LocalDate AsOf, string CalendarName, IReadOnlyList<KeyDate> Dates)
{
    /// <inheritdoc cref="ContractDates.Of"/>
    public static DatesOfContract Of(Contract contract, IEnumerable<Decision> decisions, HolidayBasis basis, LocalDate asOf) =>
        new(contract, asOf, contract.InForceOn(asOf).WorkingDays(basis).ToString(), ContractDates.Of(contract, decisions, basis, asOf));

    /// <summary>The terms they are reckoned by.</summary>
    public ContractTerms Terms => Contract.InForceOn(AsOf);
}
