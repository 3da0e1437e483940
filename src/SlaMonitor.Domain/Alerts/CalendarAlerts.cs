using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Alerts;

/// <summary>That there is a newer version of the bank holidays than the one a contract goes by. It moves nothing until it is adopted, and
/// so nobody would hear of it otherwise.</summary>
internal static class CalendarAlerts
{
    public static IReadOnlyList<Alert> Of(Contract contract, HolidayBasis basis, LocalDate asOf)
    {
        var terms = contract.InForceOn(asOf);
        if (asOf > terms.Term.EndAsOf(asOf) || basis.NewerThan(contract.Latest.Draft.BankHolidays) is not { } newer) return [];
        return
        [
            new(contract.Code, AlertEvent.CalendarChange, "calendar", newer.Name, null, null,
                $"The contract goes by {contract.Latest.Holidays(basis).Name}; {newer.Name} is out. Nothing moves until a version of the contract adopts it."),
        ];
    }
}
