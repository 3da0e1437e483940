using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Web.Api;

/// <summary>What a sender is given for what was sent, and what became of it.</summary>
/// <param name="Sha256">Of the bytes as they came.</param>
/// <param name="Length">In bytes.</param>
/// <param name="InWords">The same as the status, for people.</param>
/// <param name="Delayed">Whether it has waited for more than 5 minutes.</param>
/// <param name="TakenUpAt">When it was looked at; null while it waits.</param>
/// <param name="Period">The Service Period it is of; null where that cannot be told.</param>
/// <param name="Revision">The number it was given; null where it was refused.</param>
/// <param name="DatedOn">The day it counts by, in the contract's zone: that of its receipt, or of an import its file's own; null where it was refused.</param>
/// <param name="ReplacedBy">The revision that counts in its place; null where there is none.</param>
/// <param name="Notes">What is worth knowing and asks for nothing, such as that the file's own date is not used.</param>
/// <param name="Findings">Everything that was found, in the order of the file.</param>
public sealed record ReceiptAnswer(
    string Id, string Contract, Instant ReceivedAt, string Sha256, long Length, ReceiptStatus Status, string InWords, bool Delayed,
    Instant? TakenUpAt, string? Period, int? Revision, LocalDate? DatedOn, int? ReplacedBy, IReadOnlyList<string> Notes, IReadOnlyList<FindingAnswer> Findings)
{
    /// <summary>A return waits for seconds; what waits longer than this is worth saying.</summary>
    public static readonly Duration UsualWait = Duration.FromMinutes(5);

    /// <param name="replacedBy">See <see cref="ReplacedBy"/>.</param>
    public static ReceiptAnswer Of(Receipt receipt, Instant now, int? replacedBy = null)
    {
        var isDelayed = receipt.Status == ReceiptStatus.Received && now - receipt.ReceivedAt > UsualWait;
        return new(
            receipt.Id, receipt.Contract, receipt.ReceivedAt, receipt.RawSha256, receipt.Length, receipt.Status,
            isDelayed ? "Received and safe, but not looked at for more than 5 minutes. You need not send it again." : InWordsOf(receipt, replacedBy), isDelayed,
            receipt.TakenUpAt, receipt.Period is { } period ? ServicePeriod.NameOf(period) : null, receipt.Revision,
            receipt.DatedOn, replacedBy, [.. NotesOf(receipt)], [.. receipt.Findings.Select(FindingAnswer.Of)]);
    }

    private static IEnumerable<string> NotesOf(Receipt receipt)
    {
        if (receipt is { DatedOn: { } dated, FileDate: { } own } && dated != own)
            yield return $"The file's own date, {own:d MMMM uuuu}, is not used: the return counts by {dated:d MMMM uuuu}, the day it was received.";
    }

    /// <summary>As it was given at the door.</summary>
    public static ReceiptAnswer AtTheDoor(Receipt receipt) => Of(new(receipt.Id, receipt.Contract, receipt.ReceivedAt, receipt.By, receipt.RawSha256, receipt.Length), receipt.ReceivedAt);

    private static string InWordsOf(Receipt receipt, int? replacedBy) => receipt.Status switch
    {
        ReceiptStatus.Received => "Received. It will be looked at within seconds.",
        ReceiptStatus.Accepted when replacedBy is { } later => $"Accepted, and replaced since: revision {later} counts.",
        ReceiptStatus.Accepted => "Accepted.",
        ReceiptStatus.AwaitsConfirmation => "It has warnings and counts once they are confirmed.",
        ReceiptStatus.Refused => "Refused, as it has errors. Nothing of it counts; put them right and send it again.",
        ReceiptStatus.AlreadyHeld when receipt.Findings.Count > 0 => "The same file has come before and counts once its warnings are confirmed. Nothing has changed.",
        ReceiptStatus.AlreadyHeld => "The same file stands already. Nothing has changed.",
        ReceiptStatus.Withdrawn => "Withdrawn.",
        _ => throw new ArgumentOutOfRangeException(nameof(receipt), receipt.Status, "Not a status."),
    };
}
