using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Register;

/// <summary>A return that was refused and that no better one has followed. Whoever sent it has its receipt; the officers have this.</summary>
/// <param name="Period">Null where the file does not say, or not legibly.</param>
/// <param name="Errors">How many.</param>
/// <param name="First">The first of them, in a few words.</param>
public sealed record RefusedReturn(YearMonth? Period, string Receipt, Instant ReceivedAt, int Errors, string First)
{
    public const string NoPeriod = "unknown";

    /// <summary>Of several for one period the last stands for all.</summary>
    public string Name => Period is { } month ? ServicePeriod.NameOf(month) : NoPeriod;

    public static RefusedReturn Of(Receipt receipt)
    {
        var errors = receipt.Findings.Where(f => f.IsError).ToList();
        return new(receipt.Period, receipt.Id, receipt.ReceivedAt, errors.Count, errors is [var first, ..] ? InWords(first) : "no reason was kept");
    }

    /// <summary>What stands once these were taken up, in their order: a refusal takes the place of an earlier one of its period, and what is
    /// held ends those of its period and those of none.</summary>
    public static IReadOnlyList<RefusedReturn> After(IReadOnlyList<RefusedReturn> before, IEnumerable<(InboxItem Item, Receipt Receipt)> taken)
    {
        var standing = before.ToDictionary(r => r.Name);
        foreach (var (item, receipt) in taken)
        {
            if (receipt.Status == ReceiptStatus.Refused)
            {
                // Who imports history looks at the receipts.
                if (!item.KeepsDates && Of(receipt) is var refused) standing[refused.Name] = refused;
                continue;
            }

            standing.Remove(NoPeriod);
            if (receipt.Period is { } month) standing.Remove(ServicePeriod.NameOf(month));
        }

        return [.. standing.Values.OrderBy(r => r.Name, StringComparer.Ordinal)];
    }

    public Alert Alert(Contract contract, HolidayBasis basis)
    {
        var received = ReceivedAt.InZone(contract.Latest.Zone).Date;
        var due = contract.PeriodsBegunBy(received, basis).FirstOrDefault(p => p.Period.Month == Period)?.ReturnDue;
        var by = due is not { } day ? "" : day < received ? $" It was due on {day:d MMMM uuuu}." : $" It is due on {day:d MMMM uuuu}.";
        var of = Period is null ? "" : $" for {Name}";
        return new(
            contract.Code, AlertEvent.ReturnRefused, "return", Name, null, due < received ? null : due,
            $"A return{of} that came on {received:d MMMM uuuu} was refused and counts as not sent: {Errors.Counted("error")}, the first {First}.{by}");
    }

    private static string InWords(Finding error)
    {
        var place = error.Line is { } line ? $"in line {line}" : error.Path.Length > 0 ? $"at {error.Path}" : "of the file as a whole";
        return $"{place}, where {Short(error.Expected)} was expected and {Short(error.Found)} found";
    }

    /// <summary>What was found may be as long as a file likes.</summary>
    private static string Short(string text) => text.Length <= Most ? text : $"{text[..Most]}...";

    private const int Most = 120;
}
