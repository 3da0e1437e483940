using NodaTime;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>One notice of each family, as the service would make it.</summary>
internal static class SomeNotice
{
    public static readonly Instant Now = Instant.FromUtc(2026, 2, 10, 9, 0);

    public static readonly Uri Site = new("https://sla.council.example");

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static AlertNotice Of(AlertEvent @event) => @event switch
    {
        AlertEvent.Breach => Of(@event, "KPI1", "2026-01", "failed", null, "KPI1 Incidents resolved in time: 94 %, target missed."),
        AlertEvent.RepeatBreach => Of(@event, "KPI1", "2026-01", "severe", null, "KPI1 Incidents resolved in time: 94 %, Severe KPI Failure, 6 Service Points (second failure in a row: its points count twice)."),
        AlertEvent.CapReached => Of(@event, "cap 1.5 %", "2026-01", null, null, "The Service Credit of £1,500.00 reaches the cap of 1.5 % of charges of 2026-01."),
        AlertEvent.Trigger => Of(@event, "rectificationPlan severe KPI1", "2026-01", null, new(2026, 2, 24), "Rectification Plan for KPI1: due 10 working days after a severe failure (10 February 2026 + 10 working days = 24 February 2026)."),
        AlertEvent.CreditClaimClosing => Of(@event, "credit", "2026-01", "10 working days", new(2026, 3, 31), "The Service Credit of 2026-01, £1,500.00, can be claimed until 31 March 2026, 2 months after the end of the Service Period (Sch 2.2, Part C, para 3), and no claim is recorded."),
        AlertEvent.CreditUnclaimed => Of(@event, "credit", "2026-01", null, new(2026, 3, 31), "The Service Credit of 2026-01, £1,500.00, was to be claimed by 31 March 2026, 2 months after the end of the Service Period (Sch 2.2, Part C, para 3), and no claim is recorded."),
        AlertEvent.CapNear => Of(@event, "cap 10 %", "2026-01", null, null, "Of the cap of 10 % of charges of 2025-02 to 2026-01 £900.00 are left; another credit like that of 2026-01, £1,500.00, would reach it."),
        AlertEvent.CreditComputed => Of(@event, "credit", "2026-01", "1500.00", null, "Service Credit of 2026-01: 3 Service Points: £1,500.00 payable, ex VAT; off the invoice of 2026-02."),
        AlertEvent.TriggerNear => Of(@event, "persistentFailure KPI1", "2026-01", null, null, "One failure more may be a Persistent failure: 1 failure of KPI1 so far, and 2 in 12 periods are a Persistent failure (Sch 2.2, para 6)."),
        AlertEvent.RectificationDue => Of(@event, "KPI1", "2026-01", "2 working days", new(2026, 2, 13), "The draft of the Rectification Plan for KPI1 is due by 13 February 2026, 10 working days after the end of 2026-01 (Sch 2.2, para 7)."),
        AlertEvent.ReturnDueToday => Of(@event, "return", "2026-01", null, new(2026, 2, 13), "The return for 2026-01 is due today, 13 February 2026."),
        AlertEvent.ReturnRefused => Of(@event, "return", "2026-01", null, new(2026, 2, 13), "A return for 2026-01 that came on 10 February 2026 was refused and counts as not sent: 2 errors, the first in line 6, where a whole number was expected and 'most' found. It is due on 13 February 2026."),
        AlertEvent.CalendarChange => Of(@event, "calendar", "uk-bank-holidays v2", null, null, "The contract goes by uk-bank-holidays v1; uk-bank-holidays v2 is out. Nothing moves until a version of the contract adopts it."),
        AlertEvent.ClaimMismatch => Of(@event, "KPI1", "2026-01", null, null, "KPI1 Incidents resolved in time: stated 95 %, recomputed 94 %."),
        AlertEvent.ReliefUndecided => Of(@event, "KPI1", "2026-01", null, null, "KPI1 Incidents resolved in time: the relief claimed on 9 February 2026 is not decided."),
        AlertEvent.DisputeOpen => Of(@event, "KPI1", "2026-01", null, null, "KPI1 Incidents resolved in time: the result is disputed since 9 February 2026."),
        AlertEvent.ReturnDue => Of(@event, "return", "2026-01", "5 working days", new(2026, 2, 13), "The return for 2026-01 is due on 13 February 2026."),
        AlertEvent.ReturnOverdue => Of(@event, "return", "2026-01", null, new(2026, 2, 13), "The return for 2026-01 was due on 13 February 2026 and has not come. While it is missing, each KPI counts as failed at its worst rung (Sch 2.2, para 3)."),
        AlertEvent.NothingReported => Of(@event, "return", "2026-01", null, null, "The return for 2026-01 reports nothing: no activity of 1 indicator: 1 not scored (KPI1)."),
        AlertEvent.NoticeDue => Of(@event, "notice of option 1", "2027-06-30", "90 days", new(2027, 6, 30), "Give notice of option 1 (1 year): by 30 June 2027, the last day (cl 3.2)."),
        AlertEvent.MilestoneDue => Of(@event, "milestone Exit plan", "2026-12-31", "30 days", new(2026, 12, 31), "Exit plan: by 31 December 2026 (Sch 10 para 2)."),
        AlertEvent.ContractEnding => Of(@event, "end", "2027-12-31", "24 months", new(2027, 12, 31), "The contract ends on 31 December 2027. No option to extend is left."),
        AlertEvent.ContractEnded => Of(@event, "end", "2027-12-31", null, new(2027, 12, 31), "The contract ended on 31 December 2027."),
        _ => throw new ArgumentOutOfRangeException(nameof(@event), @event, "Write one."),
    };

    /// <summary>188 of 200 are 94 %; the target is 95 %.</summary>
    private static readonly WorkingLine[] Working =
    [
        new("Sch 2.2, Annex 1", "Of all resolved, those resolved in time", "188 resolved in time, 200 resolved", "188 / 200", "94 %"),
        new("Sch 2.2, Annex 1", "The target is 95 % or more", "94 %", "94 % < 95 %", "target missed"),
    ];

    private static AlertNotice Of(AlertEvent @event, string subject, string of, string? lead, LocalDate? on, string text)
    {
        var alert = RegisteredAlert.From(new("my-first", @event, subject, of, lead, on, text), 3, Now) with { Working = @event.Family() == AlertFamily.Breach ? Working : [] };
        return new(new Delivery(alert, "tenant/ann") { NotBefore = Now }.Id, alert, "my-first", "Help desk <24x7> & more", OfficerRole.ContractManager, London) { Site = Site };
    }
}
