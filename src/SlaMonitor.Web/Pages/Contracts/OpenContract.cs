using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Web.Pages.Contracts;

/// <summary>A contract as a page needs it: everything an assessment is made from, in one request to storage however long the history.</summary>
/// <param name="Terms">With the options exercised that are known of.</param>
/// <param name="Today">In the contract's zone.</param>
public sealed record OpenedContract(RegisteredContract Stored, Contract Terms, LocalDate Today, HolidayBasis Basis)
{
    public string Code => Terms.Code;

    public string Title => Terms.Latest.Title;

    public DateTimeZone Zone => Terms.Latest.Zone;

    public IEnumerable<PeriodTerms> PeriodsBegun => Terms.PeriodsBegunBy(Today, Basis);

    public PeriodTerms? Period(YearMonth month) => PeriodsBegun.FirstOrDefault(p => p.Period.Month == month);

    /// <summary>What is stored, assessed as of today: the same function and the same input as the assess step's.</summary>
    public ContractAssessment Assessed => Assessment.Of(Terms, [.. Stored.Standing], [.. Stored.Decisions.Select(d => d.Decision)], Basis, Today);

    public RegisteredReturn? Revision(YearMonth month, int number) => Stored.Returns.FirstOrDefault(r => r.Facts.Month == month && r.Facts.Revision == number);

    /// <summary>The revision of a Service Period that counts; null where there is none.</summary>
    public RegisteredReturn? StandingReturn(YearMonth month) => Stored.Returns.Where(r => r.State == ReturnState.Accepted && r.Facts.Month == month).MaxBy(r => r.Facts.Revision);

    /// <summary>Such as <c>9 February 2026 at 14:05</c>, by the contract's clock.</summary>
    public string Moment(Instant instant) => InWords.Moment(instant, Zone);
}

/// <summary>Opens contracts for pages.</summary>
internal sealed class OpenContract(Stores stores, ReadTerms terms, HolidayBasis basis, IClock clock)
{
    /// <returns>Null where there is none, or no terms of it have taken effect.</returns>
    public async Task<OpenedContract?> Of(string code)
    {
        var stored = await stores.Register.Load(code);
        if (terms.Of(stored, basis) is not { } contract) return null;
        return new(stored, contract.With(stored.Decisions.Select(d => d.Decision)), clock.GetCurrentInstant().InZone(contract.Latest.Zone).Date, basis);
    }
}
