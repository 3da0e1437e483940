using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Service;

/// <summary>The step from files to assessments.</summary>
public static class AssessFiles
{
    /// <param name="asOf">The day to assess as of; null for today in each contract's zone.</param>
    /// <returns>In the order of the contracts' codes.</returns>
    public static IReadOnlyList<ContractAssessment> Of(ReadFiles files, HolidayBasis basis, LocalDate? asOf, Instant now) =>
        [.. files.Contracts.Values.Select(contract => Assessment.Of(
            contract, [.. files.Returns[contract.Code]], files.Decisions.Of(contract.Code), basis, asOf ?? now.InZone(contract.Latest.Zone).Date))];
}
