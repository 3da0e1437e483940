using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>One notice of each family, as the service would make it.</summary>
internal static class SomeNotice
{
    public static readonly Instant Now = Instant.FromUtc(2026, 2, 10, 9, 0);

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static AlertNotice Of(AlertEvent @event) => @event switch
    {
        AlertEvent.Breach => Of(@event, "KPI1", "2026-01", "failed", null, "KPI1 Incidents resolved in time: 94 %, target missed."),
        AlertEvent.RepeatBreach => Of(@event, "KPI1", "2026-01", "severe", null, "KPI1 Incidents resolved in time: 94 %, Severe KPI Failure, 6 Service Points (repeat, failure 2 in a row)."),
        AlertEvent.CapReached => Of(@event, "cap 1.5 %", "2026-01", null, null, "The Service Credit of £1,500.00 reaches the cap of 1.5 % of charges of 2026-01."),
        AlertEvent.Trigger => Of(@event, "rectificationPlan severe KPI1", "2026-01", null, new(2026, 2, 24), "Rectification Plan for KPI1: due 10 working days after a severe failure (10 February 2026 + 10 working days = 24 February 2026)."),
        AlertEvent.ClaimMismatch => Of(@event, "KPI1", "2026-01", null, null, "KPI1 Incidents resolved in time: stated 95 %, recomputed 94 %."),
        AlertEvent.ReliefUndecided => Of(@event, "KPI1", "2026-01", null, null, "KPI1 Incidents resolved in time: the relief claimed on 9 February 2026 is not decided."),
        AlertEvent.DisputeOpen => Of(@event, "KPI1", "2026-01", null, null, "KPI1 Incidents resolved in time: the result is disputed since 9 February 2026."),
        AlertEvent.ReturnDue => Of(@event, "return", "2026-01", null, new(2026, 2, 13), "The return for 2026-01 is due on 13 February 2026."),
        AlertEvent.ReturnOverdue => Of(@event, "return", "2026-01", null, new(2026, 2, 13), "The return for 2026-01 was due on 13 February 2026 and has not come."),
        AlertEvent.NothingReported => Of(@event, "return", "2026-01", null, null, "The return for 2026-01 reports nothing: no activity of 1 indicator: 1 not scored (KPI1)."),
        AlertEvent.ContractEnding => Of(@event, "end", "2027-12-31", "24 months", new(2027, 12, 31), "The contract ends on 31 December 2027. No option to extend is left."),
        AlertEvent.ContractEnded => Of(@event, "end", "2027-12-31", null, new(2027, 12, 31), "The contract ended on 31 December 2027."),
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event, "Write one."),
    };

    private static AlertNotice Of(AlertEvent @event, string subject, string of, string? lead, LocalDate? on, string text)
    {
        var alert = RegisteredAlert.From(new("my-first", @event, subject, of, lead, on, text), 3, Now);
        return new(new Delivery(alert, "tenant/ann") { NotBefore = Now }.Id, alert, "my-first", "Help desk <24x7> & more", OfficerRole.ContractManager, London);
    }
}
