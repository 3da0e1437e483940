using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Service.Storage;

/// <summary>
/// The row keys of a contract's partition. What an assessment needs sorts before <see cref="EndOfFacts"/>, so that one range query
/// loads it. Contract codes, hashes and dates hold none of the characters that keys may not.
/// </summary>
internal static class RowKeys
{
    public const string Head = "0head";
    public const string EndOfFacts = "5";
    public const string AuditTrail = "7audit~";
    public const string OutboxPrefix = "4outbox~";
    public const string WaitingPrefix = "4waiting~";
    public const string RefusedPrefix = "4refused~";
    public const string UnansweredPrefix = "4unanswered~";
    public const string ToldPrefix = "8told~";

    /// <summary>Sorts after whatever else may follow a prefix.</summary>
    public const string AfterAll = "~";

    /// <summary>Sorts before whatever else may follow a key, and after the key itself.</summary>
    public const string Next = "!";

    /// <summary>Sorts as the instants do.</summary>
    private static readonly InstantPattern Sortable = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmssfffffff");

    public static string Terms(LocalDate effectiveFrom) => $"1terms~{effectiveFrom:uuuu-MM-dd}";

    public static string Return(YearMonth period, int revision) => $"2return~{period.ToString("uuuu-MM", null)}~{revision:D3}";

    public static string Decision(int number) => $"3decision~{number:D6}";

    public static string Inbox(Instant at, string receipt) => $"4inbox~{Sortable.Format(at)}~{receipt}";

    /// <summary>Beside what is received: what an assessment has to say and nobody has been chosen to tell.</summary>
    public static string Outbox(int assessment) => $"{OutboxPrefix}{assessment:D8}";

    /// <summary>An alert on its way to an officer. Here only until it is settled, so that the range of facts does not grow with history.</summary>
    public static string Waiting(string delivery) => $"{WaitingPrefix}{delivery}";

    /// <summary>The last return refused for a period, until a better one follows.</summary>
    public static string Refused(string period) => $"{RefusedPrefix}{period}";

    /// <summary>An alert that waits to be acknowledged, by the hash of its key.</summary>
    public static string Unanswered(string alert) => $"{UnansweredPrefix}{alert}";

    public static string Receipt(string receipt) => $"5receipt~{receipt}";

    public static string Assessment(int number) => $"6assessment~{number:D8}";

    public static string Audit(long number) => $"{AuditTrail}{number:D10}";

    public static string Alert(string hash) => $"8alert~{hash}";

    /// <summary>What became of it: all of an alert together.</summary>
    public static string Told(string alert, string delivery) => $"{ToldPrefix}{alert}~{delivery}";

    public static string Draft(LocalDate effectiveFrom) => $"9draft~{effectiveFrom:uuuu-MM-dd}";

    /// <summary>The rows whose keys begin so, as a filter.</summary>
    public static string Under(string partition, string prefix) => Between(partition, prefix, $"{prefix}{AfterAll}");

    /// <summary>From the first key on, without the last.</summary>
    public static string Between(string partition, string from, string before) =>
        $"PartitionKey eq '{Quoted(partition)}' and RowKey ge '{Quoted(from)}' and RowKey lt '{Quoted(before)}'";

    /// <summary>A code that came with a request must not become a part of the filter.</summary>
    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    public static string At(Instant instant) => Sortable.Format(instant);
}
