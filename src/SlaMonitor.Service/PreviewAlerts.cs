using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>An alert as it would be told.</summary>
/// <param name="Alert">As it would be registered, with its Working.</param>
/// <param name="SentFrom">When it would leave, if the daily run looked at six in the morning of UTC; null where it is shown on screen only.</param>
/// <param name="Told">Whom, by role and absence on that day.</param>
public sealed record PreviewedAlert(LocalDate Day, RegisteredAlert Alert, Instant? SentFrom, IReadOnlyList<Recipient> Told)
{
    /// <summary>Why these are told, or why nobody is.</summary>
    public required string Why { get; init; }
}

/// <summary>What would be sent to whom and why over a stretch of days, if nothing comes in but what is known. Nothing is sent or stored. Pure.</summary>
public static class PreviewAlerts
{
    private static readonly LocalTime Morning = new(6, 0);

    public static IEnumerable<PreviewedAlert> Of(
        Contract contract, IReadOnlyCollection<SupplierReturn> returns, IReadOnlyList<Decision> decisions, HolidayBasis basis, Recipients recipients, LocalDate from, LocalDate to)
    {
        var number = 0;
        LocalDate? last = null;
        foreach (var arisen in AlertsBetween.Of(contract, returns, decisions, basis, from, to))
        {
            if (arisen.Day != last) number++;
            last = arisen.Day;
            yield return Previewed(arisen, recipients, basis, number);
        }
    }

    private static PreviewedAlert Previewed(ArisenAlert arisen, Recipients recipients, HolidayBasis basis, int number)
    {
        var (day, terms) = (arisen.Day, arisen.Assessment.Contract.InForceOn(arisen.Day));
        var looked = day.At(Morning).InUtc().ToInstant();
        var alert = RegisteredAlert.From(arisen.Alert, number, looked) with { Working = AlertWorking.Of(arisen.Assessment, arisen.Alert) };
        if (day > arisen.Assessment.End) return new(day, alert, null, []) { Why = "the contract has ended: on screen only" };
        var before = arisen.Assessment.Periods.TakeWhile(p => p.Period.Name != arisen.Alert.Of).ToList();
        if (arisen.Assessment.Periods.ElementAtOrDefault(before.Count) is { } period && ReachOfAlerts.IsToldOtherwise(before.LastOrDefault(), period, arisen.Alert))
            return new(day, alert, null, []) { Why = "another message says it: on screen only" };
        var told = recipients.ToTell(day);
        var opens = new SendWindow(SendWindow.DefaultHours, terms.WorkingDays(basis), terms.Zone).Opens(looked, arisen.Alert.Event.Urgency(), arisen.Alert.On);
        return new(day, alert, opens, told)
        {
            Why = told.Count == 0 ? "nobody is named: on screen only"
                : opens == looked ? $"at once, to {Who(told)}"
                : $"in working hours, to {Who(told)}",
        };
    }

    private static string Who(IReadOnlyList<Recipient> told) => told[0].Role switch
    {
        OfficerRole.ContractManager => "the contract's manager",
        OfficerRole.Deputy => "the deputy, as no manager is there",
        OfficerRole.TeamMailbox => "the team, as neither manager nor deputy is there",
        _ => "whom it is escalated to, as nobody else is there",
    };
}
