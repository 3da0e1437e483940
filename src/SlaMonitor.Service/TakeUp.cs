using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>What was taken from an inbox, and what became of it. Pure.</summary>
/// <param name="Returns">Every revision there is now, by period and revision.</param>
/// <param name="New">Those of them that are new.</param>
public sealed record TakeUp(IReadOnlyList<RegisteredReturn> Returns, IReadOnlyList<RegisteredReturn> New, IReadOnlyList<Receipt> Receipts, IReadOnlyList<AuditEntry> Audit)
{
    public static readonly ProblemCode NoTerms = new("no-terms-in-force", true, "Without terms in force nobody can tell what a return must say.");
    public static readonly ProblemCode TooMuch = new("return-too-large", true, "All that was ever accepted is loaded together, and rows of storage have limits.");
    public static readonly ProblemCode TooOften = new("too-many-revisions", true, "Revisions are numbered up to 999.");
    public static readonly ProblemCode OtherPeriod = new("period-not-of-link", true, "An upload link is for one Service Period.");

    public static readonly ProblemCode OfHistory = new("history-imported", true, "What the client imported as history the client alone replaces; later figures are restated by a later return.");

    public static readonly ProblemCode LeftOut = new("findings-left-out", false, "A receipt holds the first thousand findings, so that a small file cannot make a large one.");

    /// <summary>The most bytes that the facts of a return may take, gzipped: 50 indicators take about 2 KiB.</summary>
    private const int MostBytes = 256 * 1024;

    private const int MostRevisions = 999;

    /// <summary>As many as documents tell of: whoever put so many right sends it again anyway, and is told of the rest.</summary>
    private const int MostFindings = 1_000;

    /// <param name="contract">With the options exercised that are known of; null where no terms have taken effect.</param>
    /// <param name="items">In the order of receipt, with their bytes.</param>
    public static TakeUp Of(RegisteredContract stored, Contract? contract, IReadOnlyList<(InboxItem Item, byte[] Bytes, ReturnWithTickets? Tickets)> items, HolidayBasis basis, Instant now)
    {
        var taken = new TakeUp(stored.Returns, [], [], []);
        return items.Aggregate(taken, (soFar, one) => soFar.With(one.Item, one.Bytes, one.Tickets, contract, basis, now));
    }

    private TakeUp With(InboxItem item, byte[] bytes, ReturnWithTickets? tickets, Contract? contract, HolidayBasis basis, Instant now)
    {
        var receipt = item.Receipt with { TakenUpAt = now };
        if (contract is null) return Refused(receipt, [new(NoTerms, "", "terms in force", "none")]);
        var held = Held(item);
        if (held is { State: not ReturnState.AwaitsConfirmation }) return HeldAlready(receipt, held, []);
        var read = ReturnFile.Check(bytes, contract, basis, item.KeepsDates ? null : item.Receipt.ReceivedAt.InZone(contract.Latest.Zone).Date, tickets is null ? null : r => r with { Figures = tickets.Return.Figures });
        var problems = read.Problems.Concat(tickets?.Problems ?? []).Concat(ReturnFile.Placed(bytes, [.. OfOtherPeriod(item, read.Return)])).Concat(OverHistory(item, read.Return)).Concat(OfNumbers(read.Return)).Concat(BesideTheOthers(read.Return, bytes, contract, basis)).ToList();
        receipt = receipt with { FileDate = read.FileDate };
        // What it waits for is told again, so that nobody takes a return that does not count for one that does.
        if (held is not null) return HeldAlready(receipt, held, problems);
        return read.Return is { } facts && problems.All(p => !p.IsError)
            ? Taken(item, tickets?.Extracts ?? [], receipt, facts with { Revision = NextRevision(facts.Month) }, problems)
            : Refused(receipt with { Period = read.Return?.Month ?? ReturnFile.PeriodOf(bytes) ?? item.OnlyPeriod }, problems);
    }

    private TakeUp Taken(InboxItem item, IReadOnlyList<KeptExtract> extracts, Receipt receipt, SupplierReturn facts, IReadOnlyList<Problem> warnings)
    {
        var waits = warnings.Count > 0 && item.Confirmed is null;
        var one = new RegisteredReturn(
            facts, ContentHash.Of(ReturnFile.WriteJson(facts)), receipt.RawSha256, receipt.Id, receipt.ReceivedAt, waits ? ReturnState.AwaitsConfirmation : ReturnState.Accepted)
        {
            Reason = warnings.Count > 0 ? item.Confirmed : null,
            IsImported = item.KeepsDates,
            Extracts = extracts,
        };
        return And(one, receipt with
        {
            Status = waits ? ReceiptStatus.AwaitsConfirmation : ReceiptStatus.Accepted,
            Period = facts.Month,
            Revision = facts.Revision,
            DatedOn = facts.SubmittedOn,
            Findings = Kept(warnings),
        }, waits ? "return awaits confirmation" : item.KeepsDates ? "return accepted with the date in its file" : "return accepted");
    }

    private TakeUp HeldAlready(Receipt receipt, RegisteredReturn held, IReadOnlyList<Problem> warnings) => And(
        null,
        receipt with { Status = ReceiptStatus.AlreadyHeld, Period = held.Facts.Month, Revision = held.Facts.Revision, DatedOn = held.Facts.SubmittedOn, Findings = Kept(warnings) },
        "return held already");

    private TakeUp Refused(Receipt receipt, IReadOnlyList<Problem> problems) =>
        And(null, receipt with { Status = ReceiptStatus.Refused, Findings = Kept(problems) }, "return refused");

    private static IReadOnlyList<Finding> Kept(IReadOnlyList<Problem> problems) => problems.Count <= MostFindings
        ? [.. problems.Select(Finding.Of)]
        : [.. problems.Take(MostFindings).Append(new(LeftOut, "", $"at most {MostFindings} findings", $"{problems.Count}")).Select(Finding.Of)];

    private TakeUp And(RegisteredReturn? one, Receipt receipt, string what)
    {
        RegisteredReturn[] added = one is null ? [] : [one];
        var to = receipt is { Period: { } period, Revision: { } revision } ? $"{ServicePeriod.NameOf(period)} revision {revision}" : $"receipt {receipt.Id}";
        var entry = new AuditEntry(receipt.TakenUpAt!.Value, receipt.By, what, to,
            $"receipt {receipt.Id} of {receipt.ReceivedAt}, bytes {receipt.RawSha256}{(one is null ? "" : $", facts {one.Sha256}")}, {receipt.Findings.Count} findings");
        return new([.. Returns, .. added], [.. New, .. added], [.. Receipts, receipt], [.. Audit, entry]);
    }

    private IEnumerable<Problem> OverHistory(InboxItem item, SupplierReturn? facts)
    {
        if (facts is null || item.KeepsDates) yield break;
        if (Returns.Where(r => r.Facts.Month == facts.Month && r.State != ReturnState.Withdrawn).MaxBy(r => r.Facts.Revision) is { IsImported: true } there)
            yield return new(OfHistory, "period", "a Service Period whose return the client did not import", $"revision {there.Facts.Revision} of {ServicePeriod.NameOf(facts.Month)}, imported by the client");
    }

    private IEnumerable<Problem> OfNumbers(SupplierReturn? facts)
    {
        if (facts is null) yield break;
        if (NextRevision(facts.Month) > MostRevisions) yield return new(TooOften, "revision", $"at most {MostRevisions}", "one more");
        if (Packed.Gzip(ReturnFile.WriteJson(facts)).Length is var length and > MostBytes) yield return new(TooMuch, "", $"facts of at most {MostBytes} bytes, gzipped", $"{length}");
    }

    /// <summary>The same bytes as the last revision of a period that was not withdrawn; what waits for its warnings to be confirmed is
    /// no such thing for one who confirms them.</summary>
    private RegisteredReturn? Held(InboxItem item) => Returns
        .Where(r => r.State != ReturnState.Withdrawn)
        .GroupBy(r => r.Facts.Month, (_, all) => all.MaxBy(r => r.Facts.Revision)!)
        .FirstOrDefault(r => r.RawSha256 == item.Receipt.RawSha256 && item.Extracts.All(r.Extracts.Contains) && (r.State == ReturnState.Accepted || item.Confirmed is null));

    private int NextRevision(YearMonth month) => 1 + Returns.Where(r => r.Facts.Month == month).Select(r => r.Facts.Revision).DefaultIfEmpty(0).Max();

    /// <summary>What looks wrong with a return beside those before it.</summary>
    private IEnumerable<Problem> BesideTheOthers(SupplierReturn? facts, byte[] bytes, Contract contract, HolidayBasis basis) => facts is null
        ? []
        : ReturnFile.Placed(bytes, EarlierReturnChecks.Of(contract, facts, Returns.Where(r => r.State == ReturnState.Accepted).Select(r => r.Facts), basis));

    private static IEnumerable<Problem> OfOtherPeriod(InboxItem item, SupplierReturn? facts)
    {
        if (item.OnlyPeriod is { } only && facts is not null && facts.Month != only)
            yield return new(OtherPeriod, "period", ServicePeriod.NameOf(only), ServicePeriod.NameOf(facts.Month));
    }
}
