using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;

namespace SlaMonitor.Domain.Dates;

/// <summary>The dates of a contract as one function: its terms, what was decided, the bank holidays and a day -> every date with its Working.</summary>
public static class ContractDates
{
    /// <param name="decisions">In any order; those dated after <paramref name="asOf"/> do not count. Expected to be sound, see
    /// <see cref="DecisionChecks"/>.</param>
    /// <param name="asOf">The local day in the contract's zone.</param>
    /// <returns>The ends, then options, breaks and milestones in the order of the contract.</returns>
    public static IReadOnlyList<KeyDate> Of(Contract contract, IEnumerable<Decision> decisions, HolidayBasis basis, LocalDate asOf)
    {
        var dated = new DatedContract(contract, decisions, basis, asOf);
        var options = OptionDates.Of(dated);
        return
        [
            EndDates.Current(dated), EndDates.Initial(dated), EarliestEnd.Of(dated), EndDates.Latest(dated, options),
            .. options, .. BreakDates.Of(dated), .. MilestoneDates.Of(dated),
        ];
    }
}
