using System.Text;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>The step behind "nothing to report": a return that says of every indicator that may be without activity that there was none,
/// sent and questioned like any other, see <see cref="NothingReported"/>.</summary>
public sealed class ReportNothing(Stores stores, ReceiveReturn receive, ReadTerms terms, HolidayBasis basis)
{
    /// <param name="confirmed">See <see cref="InboxItem.Confirmed"/>.</param>
    /// <returns>Null where the contract has no such Service Period yet.</returns>
    public async Task<Reception?> Of(string contract, YearMonth period, string by, string? idempotencyKey, string? confirmed, string? trace, LocalDate today)
    {
        var stored = await stores.Register.Load(contract);
        var found = terms.Of(stored, basis)?.With(stored.Decisions.Select(d => d.Decision)).PeriodsBegunBy(today, basis).FirstOrDefault(p => p.Period.Month == period);
        if (found is null) return null;
        return await receive.Of(new(contract, by, File(found, today), idempotencyKey)
        {
            Confirmed = confirmed,
            OnlyPeriod = period,
            Trace = trace,
        });
    }

    /// <summary>The file that says so.</summary>
    public static byte[] File(PeriodTerms terms, LocalDate today) => Encoding.UTF8.GetBytes(ReturnFile.WriteJson(
        new(terms.Terms.Code, 1, today, null, "Nothing to report.", new(terms.Period.Month, null, NothingReported.Of(terms)), [])));
}
