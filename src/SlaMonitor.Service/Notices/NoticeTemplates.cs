using System.Globalization;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Notices;

/// <summary>What is said of each family of alerts: one form of words each, all of them here.</summary>
public static class NoticeTemplates
{
    public static NoticeContent Of(AlertNotice notice)
    {
        var (what, todo) = Words(notice);
        var heading = OneLine(what);
        return new(
            $"{heading} - {OneLine(notice.Title)} ({notice.Contract})", heading, OneLine(notice.Alert.Text), notice.Alert.Working, [.. Facts(notice)], todo,
            $"You are told of this because you are {Named(notice.Role)}{(notice.Because is { } because ? $" and {because}" : "")}. It is told once: a second message with the reference {notice.Reference} is the same message.")
        { Page = notice.Page };
    }

    private static (string What, string Do) Words(AlertNotice notice)
    {
        var alert = notice.Alert;
        var by = alert.On is { } day ? $"{day:d MMMM uuuu}" : null;
        return (notice.Event.Family(), notice.Event) switch
        {
            (AlertFamily.Breach, AlertEvent.RepeatBreach) => ($"Repeat breach: {alert.Subject} in {alert.Of}", CheckTheResult),
            (AlertFamily.Breach, _) => ($"Breach: {alert.Subject} in {alert.Of}", CheckTheResult),
            (AlertFamily.Credit, AlertEvent.CreditComputed) => ($"Service Credit of {alert.Of}: {Pounds(alert.LeadTime)}", "Check the statement of the period, then see that the credit is on the invoice it belongs to."),
            (AlertFamily.Credit, AlertEvent.CreditClaimClosing) => ($"Service Credit of {alert.Of} to be claimed by {by}", "Tell the supplier of the credit in the form the contract asks for, and record that you did. After that day the claim may be lost."),
            (AlertFamily.Credit, AlertEvent.CreditUnclaimed) => ($"Service Credit of {alert.Of} not claimed by {by}", "See whether it was claimed and only not recorded. If it was not, ask at once whether the contract still lets you claim it."),
            (AlertFamily.Credit, AlertEvent.CapNear) => ($"Service Credits near their {alert.Subject} after {alert.Of}", "There is nothing to do yet. Once the cap is reached, further failures cost the supplier no more money; see what other remedies the contract gives you then."),
            (AlertFamily.Credit, _) => ($"Service Credit limited: {alert.Subject} reached in {alert.Of}", "Check the statement of the period before the credit is taken."),
            (AlertFamily.Trigger, AlertEvent.TriggerNear) => ($"{FirstClause(alert.Text)}, after {alert.Of}", "Tell the supplier how near it is, and be ready to use the remedy if it comes to it."),
            (AlertFamily.Trigger, AlertEvent.RectificationDue) => ($"Draft Rectification Plan for {alert.Subject} due by {by}", "See that the draft has come. Where it has not by then, the contract says what you may do."),
            (AlertFamily.Trigger, _) => ($"Trigger reached: {FirstClause(alert.Text)} in {alert.Of}{(by is null ? "" : $", act by {by}")}", "Decide which of the contract's remedies you use, within the contract's time."),
            (AlertFamily.ClaimCheck, _) => ($"Figures do not agree: {alert.Subject} in {alert.Of}", "Ask the supplier which of the two figures it stands by. The result rests on the recomputed one."),
            (AlertFamily.Decision, AlertEvent.ReliefUndecided) when alert.LeadTime is { } open => ($"Relief undecided for {open}: {alert.Subject} in {alert.Of}", "Record whether the relief is accepted. Until then the failure stands, and nobody has answered the supplier."),
            (AlertFamily.Decision, AlertEvent.DisputeOpen) when alert.LeadTime is { } open => ($"Dispute open for {open}: {alert.Subject} in {alert.Of}", "Record how the dispute is resolved, or use the contract's next step for disputes."),
            (AlertFamily.Decision, AlertEvent.ReliefUndecided) => ($"Relief to decide: {alert.Subject} in {alert.Of}", "Record whether the relief is accepted."),
            (AlertFamily.Decision, _) => ($"Result disputed: {alert.Subject} in {alert.Of}", "Record how the dispute is resolved."),
            (AlertFamily.Return, AlertEvent.ReturnOverdue) => ($"Return overdue: {alert.Of}{(by is null ? "" : $", was due on {by}")}", "Ask the supplier for the return. The results that its absence leads to stand until it comes."),
            (AlertFamily.Return, AlertEvent.ReturnDueToday) => ($"Return due today: {alert.Of}, {by}", "Ask the supplier whether it will come today. From tomorrow on it is overdue."),
            (AlertFamily.Return, AlertEvent.ReturnRefused) => ($"Return refused: {alert.Of}{(by is null ? "" : $", due by {by}")}", "Its sender has been told every error. Ask the supplier to put them right and to send it again."),
            (AlertFamily.Return, AlertEvent.NothingReported) => ($"Nothing reported: {alert.Of}", "Ask the supplier whether there was no activity indeed. Nothing of the period counts as a failure for want of it."),
            (AlertFamily.Return, _) => ($"Return due: {alert.Of}{(by is null ? "" : $", by {by}")}", "There is nothing to do while the supplier is in time."),
            (AlertFamily.ContractDate, AlertEvent.NoticeDue) => ($"{FirstClause(alert.Text)} by {by}", "Decide, give the notice in time, and record it."),
            (AlertFamily.ContractDate, AlertEvent.MilestoneDue) => ($"Due by {by}: {FirstClause(alert.Text)}", "See to it in time, and record it once it is done."),
            (AlertFamily.ContractDate, AlertEvent.ContractEnded) => ($"Contract ended on {by}", "Settle what is open."),
            (AlertFamily.ContractDate, _) => ($"Contract ends on {by}", "Decide in time whether to extend, replace or let it end."),
            (AlertFamily.Calendar, _) => ($"Bank holidays: {alert.Of} is out", "See what it would move with 'sla calendar impact', then decide whether the next version of the contract adopts it."),
            var other => throw new InvalidOperationException($"Nothing is said of {other}."),
        };
    }

    /// <summary>What a trigger's sentence says before it says why.</summary>
    private static string FirstClause(string text) => text.Split(':')[0];

    private const string CheckTheResult = "Look at the result and its Working, then raise it with the supplier.";

    private static IEnumerable<(string, string)> Facts(AlertNotice notice)
    {
        var alert = notice.Alert;
        yield return ("Contract", $"{OneLine(notice.Title)} ({notice.Contract})");
        if (notice.Event.Family() is not (AlertFamily.ContractDate or AlertFamily.Calendar) && alert.Of != RefusedReturn.NoPeriod) yield return ("Service Period", alert.Of);
        if (alert.Working.Select(w => w.Clause).OfType<string>().Distinct().ToList() is { Count: > 0 } clauses) yield return ("Clause", OneLine(string.Join("; ", clauses)));
        if (alert.On is { } on) yield return ("Date", $"{on:d MMMM uuuu}");
        if (notice.Event.Family() == AlertFamily.ContractDate && alert.LeadTime is { } lead) yield return ("Told ahead by", lead);
        yield return ("Found", $"{alert.RaisedAt.InZone(notice.Zone).LocalDateTime:d MMMM uuuu, HH:mm} ({notice.Zone.Id}), assessment {alert.Assessment}");
        yield return ("Reference", notice.Reference);
    }

    private static string Named(OfficerRole role) => role switch
    {
        OfficerRole.ContractManager => "the manager of this contract",
        OfficerRole.Deputy => "the deputy of this contract's manager",
        OfficerRole.TeamMailbox => "the team of this contract",
        _ => "the one to whom this contract's matters are escalated",
    };

    /// <summary>1500.00 is £1,500.00; what is owed to the supplier is below zero.</summary>
    private static string Pounds(string? plain) => decimal.Parse(plain!, CultureInfo.InvariantCulture) is var sum && sum < 0
        ? $"-£{(-sum).ToString("N2", CultureInfo.InvariantCulture)}"
        : $"£{sum.ToString("N2", CultureInfo.InvariantCulture)}";

    /// <summary>Titles come from files; a line break in one must not begin a header of its own.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
