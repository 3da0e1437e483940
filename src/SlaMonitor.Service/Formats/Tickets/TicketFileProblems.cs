using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>What can be wrong with a ticket extract, beyond what can be with any table. Names are stable. What is wrong with a row leaves that
/// row out and no other.</summary>
public static class TicketFileProblems
{
    public static readonly ProblemCode HeaderMissing = Error("ticket-header-missing", "Without this column of the contract's the tickets cannot be counted.");
    public static readonly ProblemCode NumberMissing = Error("ticket-number-missing", "A ticket without a number cannot be named or found twice.");
    public static readonly ProblemCode NumberTooLong = Error("ticket-number-too-long", "No tool numbers its tickets like this.");
    public static readonly ProblemCode OpenedMissing = Error("ticket-opened-missing", "No clock can run from nowhere.");
    public static readonly ProblemCode UpdatedMissing = Error("ticket-updated-missing", "An update without its time or place has no order among the others.");
    public static readonly ProblemCode TimeUnreadable = Error("ticket-time-unreadable", "A time in another form than the contract's may be another day.");
    public static readonly ProblemCode TimeRefused = Error("ticket-time-refused", "The contract gives no meaning to a local time that a clock change skips or repeats.");
    public static readonly ProblemCode TimeDoubtful = new("ticket-time-doubtful", false, "A clock change skips or repeats this local time; the contract's rule decided.");
    public static readonly ProblemCode EndsBeforeOpened = Error("ticket-ends-before-opened", "Nothing is resolved before it comes in.");
    public static readonly ProblemCode StateUnknown = Error("ticket-state-unknown", "A state that the contract does not know may be open or closed.");
    public static readonly ProblemCode PriorityUnknown = Error("ticket-priority-unknown", "A priority that the contract does not know has no target.");
    public static readonly ProblemCode NotANumber = Error("ticket-count-unreadable", "What is counted is a whole number.");
    public static readonly ProblemCode NotAnAnswer = Error("ticket-answer-unreadable", "Yes and no are written yes, no, true, false, 1 or 0.");
    public static readonly ProblemCode AffectedExceedUsers = Error("ticket-affected-exceed-users", "An outage affects no more users than there are.");
    public static readonly ProblemCode Duplicate = Error("ticket-twice", "A ticket counts once; its first row does.");
    public static readonly ProblemCode RecordTooLong = Error("ticket-record-too-long", "A row this long is a quote that was never closed, or an attempt to exhaust the service.");

    private static ProblemCode Error(string name, string why) => new(name, true, why);
}
