using System.Runtime.ExceptionServices;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service;

/// <summary>The step from files to assessments: contract beside contract on all cores, as none looks at another.</summary>
public static class AssessFiles
{
    /// <param name="asOf">The day to assess as of; null for today in each contract's zone.</param>
    /// <returns>In the order of the contracts' codes.</returns>
    /// <exception cref="ContradictionException">As of <see cref="Assessment.Of"/>, for one of those that have it.</exception>
    public static IReadOnlyList<ContractAssessment> Of(ReadFiles files, HolidayBasis basis, LocalDate? asOf, Instant now)
    {
        try
        {
            return [.. files.Contracts.Values.AsParallel().AsOrdered().Select(Assessed)];
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            throw;
        }

        ContractAssessment Assessed(Contract contract) => Assessment.Of(
            contract, [.. files.Returns[contract.Code]], files.Decisions.Of(contract.Code), basis, asOf ?? now.InZone(contract.Latest.Zone).Date);
    }
}
