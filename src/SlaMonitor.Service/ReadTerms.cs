using System.Collections.Concurrent;
using System.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>Stored terms as a contract. Terms never change, so what was read once is kept.</summary>
public sealed class ReadTerms
{
    private const int Kept = 1000;

    private readonly ConcurrentDictionary<string, ContractTerms> _read = [];

    /// <returns>Null where no terms have taken effect.</returns>
    /// <exception cref="InvalidOperationException">These rules refuse terms that others let take effect.</exception>
    public Contract? Of(RegisteredContract contract, HolidayBasis basis) =>
        contract.Terms.Count == 0 ? null : new(contract.Terms.Select(t => Of(t, basis)));

    private ContractTerms Of(RegisteredTerms terms, HolidayBasis basis)
    {
        if (_read.Count > Kept) _read.Clear();
        return _read.GetOrAdd(terms.Sha256, _ => Read(terms, basis));
    }

    private static ContractTerms Read(RegisteredTerms terms, HolidayBasis basis)
    {
        var read = ContractFile.Read(Encoding.UTF8.GetBytes(terms.Json), basis);
        return read.Terms ?? throw new InvalidOperationException(
            $"Terms effective from {terms.EffectiveFrom:uuuu-MM-dd} ({terms.Sha256}) are in force and refused: {string.Join("; ", read.Problems.Select(p => $"{p.Code.Name} at {p.Path}"))}.");
    }
}
