using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>The rows of a contract's partition as what they stand for, and back. Instants are text, so that no tick is lost.</summary>
internal static class ContractRows
{
    public static TableEntity Head(RegisteredContract contract)
    {
        var row = new TableEntity(contract.Code, RowKeys.Head)
        {
            ["AuditNumber"] = contract.Audit.Number,
            ["AuditHash"] = contract.Audit.Hash,
            ["MovedAt"] = contract.MovedAt is { } moved ? Text(moved) : null,
            ["AssessedAt"] = contract.AssessedAt is { } assessed ? Text(assessed) : null,
            ["LegalHold"] = contract.OnLegalHold,
        };
        if (contract.Current is { } current) Packed.Write(row, "Manifest", ManifestDocument.WriteJson(current));
        return row;
    }

    public static RegisteredContract WithHead(this RegisteredContract contract, TableEntity row) => contract with
    {
        Version = row.ETag.ToString(),
        Audit = new(row.GetInt64("AuditNumber")!.Value, row.GetString("AuditHash")),
        Current = Packed.Read(row, "Manifest") is { } json ? ManifestDocument.ReadJson(json) : null,
        MovedAt = Moment(row, "MovedAt"),
        AssessedAt = Moment(row, "AssessedAt"),
        OnLegalHold = row.GetBoolean("LegalHold")!.Value,
    };

    public static TableEntity Terms(string contract, RegisteredTerms terms)
    {
        var row = new TableEntity(contract, RowKeys.Terms(terms.EffectiveFrom))
        {
            ["Sha256"] = terms.Sha256,
            ["RawSha256"] = terms.RawSha256,
            ["ActivatedAt"] = Text(terms.ActivatedAt),
            ["By"] = terms.By,
        };
        Packed.Write(row, "Json", terms.Json);
        return row;
    }

    public static RegisteredTerms Terms(TableEntity row) => new(
        Day(row.RowKey.Split('~')[1]), Packed.Read(row, "Json")!, row.GetString("Sha256"), row.GetString("RawSha256"), Moment(row, "ActivatedAt")!.Value, row.GetString("By"));

    public static TableEntity Return(string contract, RegisteredReturn one)
    {
        var row = new TableEntity(contract, RowKeys.Return(one.Facts.Month, one.Facts.Revision))
        {
            ["Sha256"] = one.Sha256,
            ["RawSha256"] = one.RawSha256,
            ["Receipt"] = one.Receipt,
            ["ReceivedAt"] = Text(one.ReceivedAt),
            ["State"] = one.State.ToString(),
            ["Reason"] = one.Reason,
            ["Imported"] = one.IsImported,
            ["Extracts"] = one.Extracts.Count == 0 ? null : KeptExtract.Write(one.Extracts),
        };
        Packed.Write(row, "Facts", ReturnFile.WriteJson(one.Facts));
        return row;
    }

    public static RegisteredReturn Return(TableEntity row) => new(
        ReturnFile.ReadJson(Packed.Read(row, "Facts")!), row.GetString("Sha256"), row.GetString("RawSha256"), row.GetString("Receipt"), Moment(row, "ReceivedAt")!.Value, Word<ReturnState>(row, "State"))
    {
        Reason = row.GetString("Reason"),
        IsImported = row.GetBoolean("Imported") ?? false,
        Extracts = KeptExtract.Read(row.GetString("Extracts")),
    };

    public static TableEntity Decision(string contract, RegisteredDecision one)
    {
        var row = new TableEntity(contract, RowKeys.Decision(one.Number))
        {
            ["Sha256"] = one.Sha256,
            ["RecordedAt"] = Text(one.RecordedAt),
            ["By"] = one.By,
        };
        Packed.Write(row, "Json", DecisionFile.WriteJson(new(contract, [one.Decision])));
        return row;
    }

    public static RegisteredDecision Decision(TableEntity row) => new(
        int.Parse(row.RowKey.Split('~')[1], System.Globalization.CultureInfo.InvariantCulture), DecisionFile.ReadJson(Packed.Read(row, "Json")!).Decisions[0], row.GetString("Sha256"), Moment(row, "RecordedAt")!.Value, row.GetString("By"));

    public static TableEntity Inbox(InboxItem item)
    {
        var row = new TableEntity(item.Receipt.Contract, RowKeys.Inbox(item.Receipt.ReceivedAt, item.Receipt.Id))
        {
            ["By"] = item.Receipt.By,
            ["RawSha256"] = item.Receipt.RawSha256,
            ["Length"] = item.Receipt.Length,
            ["ReceivedAt"] = Text(item.Receipt.ReceivedAt),
            ["Confirmed"] = item.Confirmed,
            ["KeepsDates"] = item.KeepsDates,
            ["OnlyPeriod"] = item.OnlyPeriod is { } only ? Name(only) : null,
            ["Extracts"] = item.Extracts.Count == 0 ? null : KeptExtract.Write(item.Extracts),
        };
        if (item.Bytes is { } bytes) Packed.WriteBytes(row, "Bytes", bytes);
        return row;
    }

    public static InboxItem Inbox(TableEntity row) => new(
        new(row.RowKey.Split('~')[2], row.PartitionKey, Moment(row, "ReceivedAt")!.Value, row.GetString("By"), row.GetString("RawSha256"), row.GetInt64("Length")!.Value),
        Packed.ReadBytes(row, "Bytes"))
    {
        Confirmed = row.GetString("Confirmed"),
        KeepsDates = row.GetBoolean("KeepsDates")!.Value,
        OnlyPeriod = Period(row, "OnlyPeriod"),
        Extracts = KeptExtract.Read(row.GetString("Extracts")),
    };

    public static TableEntity Refused(string contract, RefusedReturn one) => new(contract, RowKeys.Refused(one.Name))
    {
        ["Period"] = one.Period is { } period ? Name(period) : null,
        ["Receipt"] = one.Receipt,
        ["ReceivedAt"] = Text(one.ReceivedAt),
        ["Errors"] = one.Errors,
        ["First"] = one.First,
    };

    public static RefusedReturn Refused(TableEntity row) => new(
        Period(row, "Period"), row.GetString("Receipt"), Moment(row, "ReceivedAt")!.Value, row.GetInt32("Errors")!.Value, row.GetString("First"));

    /// <param name="findingsIn">The blob that holds the findings; null where the row does.</param>
    public static TableEntity Receipt(Receipt receipt, string? findingsIn)
    {
        var row = new TableEntity(receipt.Contract, RowKeys.Receipt(receipt.Id))
        {
            ["ReceivedAt"] = Text(receipt.ReceivedAt),
            ["By"] = receipt.By,
            ["RawSha256"] = receipt.RawSha256,
            ["Length"] = receipt.Length,
            ["Status"] = receipt.Status.ToString(),
            ["TakenUpAt"] = receipt.TakenUpAt is { } at ? Text(at) : null,
            ["Period"] = receipt.Period is { } period ? Name(period) : null,
            ["Revision"] = receipt.Revision,
            ["DatedOn"] = Text(receipt.DatedOn),
            ["FileDate"] = Text(receipt.FileDate),
            ["FindingsIn"] = findingsIn,
        };
        if (findingsIn is null && receipt.Findings.Count > 0) Packed.Write(row, "Findings", FindingsJson.Write(receipt.Findings));
        return row;
    }

    /// <summary>Without the findings where a blob holds them, see <see cref="FindingsIn"/>.</summary>
    public static Receipt Receipt(TableEntity row) => new(
        row.RowKey.Split('~')[1], row.PartitionKey, Moment(row, "ReceivedAt")!.Value, row.GetString("By"), row.GetString("RawSha256"), row.GetInt64("Length")!.Value)
    {
        Status = Word<ReceiptStatus>(row, "Status"),
        TakenUpAt = Moment(row, "TakenUpAt"),
        Period = Period(row, "Period"),
        Revision = row.GetInt32("Revision"),
        DatedOn = OptionalDay(row, "DatedOn"),
        FileDate = OptionalDay(row, "FileDate"),
        Findings = FindingsJson.Read(Packed.Read(row, "Findings")),
    };

    public static string? FindingsIn(TableEntity receipt) => receipt.GetString("FindingsIn");

    public static TableEntity Assessment(string contract, Manifest manifest)
    {
        var row = new TableEntity(contract, RowKeys.Assessment(manifest.Number)) { ["MadeAt"] = Text(manifest.MadeAt), ["At"] = RowKeys.At(manifest.MadeAt) };
        Packed.Write(row, "Manifest", ManifestDocument.WriteJson(manifest));
        return row;
    }

    public static Manifest Assessment(TableEntity row) => ManifestDocument.ReadJson(Packed.Read(row, "Manifest")!);

    public static TableEntity Audit(string contract, AuditRow row) => new(contract, RowKeys.Audit(row.Number))
    {
        ["At"] = Text(row.Entry.At),
        ["By"] = row.Entry.By,
        ["What"] = row.Entry.What,
        ["To"] = row.Entry.To,
        ["Detail"] = row.Entry.Detail,
        ["Hash"] = row.Hash,
    };

    public static AuditRow Audit(TableEntity row) => new(
        long.Parse(row.RowKey.Split('~')[1], System.Globalization.CultureInfo.InvariantCulture),
        new(Moment(row, "At")!.Value, row.GetString("By"), row.GetString("What"), row.GetString("To"), row.GetString("Detail")), row.GetString("Hash"));

    public static TableEntity Alert(string contract, RegisteredAlert alert) => new(contract, RowKeys.Alert(RegisteredAlert.HashOf(alert.Key)))
    {
        ["Key"] = alert.Key,
        ["Event"] = alert.Event,
        ["Subject"] = alert.Subject,
        ["Of"] = alert.Of,
        ["On"] = alert.On is { } on ? LocalDatePattern.Iso.Format(on) : null,
        ["Text"] = alert.Text,
        ["Assessment"] = alert.Assessment,
        ["RaisedAt"] = Text(alert.RaisedAt),
        ["LeadTime"] = alert.LeadTime,
        ["Reach"] = alert.Reach.ToString(),
        // What was done with it when it stood before is over: merging leaves what is not named.
        ["Answer"] = "",
    };

    /// <summary>What was done with an alert, to be merged with its row.</summary>
    public static TableEntity Handled(string contract, RegisteredAlert alert)
    {
        var handling = alert.Handling!;
        return new(contract, RowKeys.Alert(alert.Hash))
        {
            ["Answer"] = handling.Answer.ToString(),
            ["AnsweredBy"] = handling.By,
            ["AnsweredAt"] = Text(handling.At),
            ["AnsweredWhy"] = handling.Reason,
            ["AnsweredUntil"] = handling.Until is { } until ? LocalDatePattern.Iso.Format(until) : "",
            ["AnsweredTo"] = handling.To ?? "",
        };
    }

    /// <summary>What an alert says by now, to be merged with its row.</summary>
    public static TableEntity Said(string contract, RegisteredAlert alert) => new(contract, RowKeys.Alert(alert.Hash))
    {
        ["On"] = alert.On is { } on ? LocalDatePattern.Iso.Format(on) : null,
        ["Text"] = alert.Text,
    };

    /// <param name="standing">The alerts that the assessment that stands names.</param>
    public static RegisteredAlert Alert(TableEntity row, IReadOnlySet<string> standing) => new(
        row.GetString("Key"), row.GetString("Event"), row.GetString("Subject"), row.GetString("Of"), row.GetString("On") is { } on ? Day(on) : null, row.GetString("Text"),
        row.GetInt32("Assessment")!.Value, Moment(row, "RaisedAt")!.Value, standing.Contains(row.RowKey.Split('~')[1]))
    {
        LeadTime = row.GetString("LeadTime"),
        Reach = Word<Reach>(row, "Reach"),
        Handling = Handling(row),
    };

    private static AlertHandling? Handling(TableEntity row) => row.GetString("Answer") is not { Length: > 0 } answer ? null : new(
        Enum.Parse<HandlingKind>(answer), row.GetString("AnsweredBy"), Moment(row, "AnsweredAt")!.Value, row.GetString("AnsweredWhy"),
        row.GetString("AnsweredUntil") is { Length: > 0 } until ? Day(until) : null, row.GetString("AnsweredTo") is { Length: > 0 } to ? to : null);

    public static TableEntity Draft(string contract, DraftTerms draft)
    {
        var row = new TableEntity(contract, RowKeys.Draft(draft.EffectiveFrom))
        {
            ["RawSha256"] = draft.RawSha256,
            ["PutAt"] = Text(draft.PutAt),
            ["By"] = draft.By,
        };
        if (draft.Findings.Count > 0) Packed.Write(row, "Findings", FindingsJson.Write(draft.Findings));
        return row;
    }

    public static DraftTerms Draft(TableEntity row) => new(
        Day(row.RowKey.Split('~')[1]), row.GetString("RawSha256"), Moment(row, "PutAt")!.Value, row.GetString("By"), FindingsJson.Read(Packed.Read(row, "Findings")), row.ETag.ToString());

    public static string Name(YearMonth period) => Domain.Calendars.ServicePeriod.NameOf(period);

    public static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    internal static Instant? Moment(TableEntity row, string name) => row.GetString(name) is { } text ? InstantPattern.ExtendedIso.Parse(text).Value : null;

    private static string? Text(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static LocalDate? OptionalDay(TableEntity row, string name) => row.GetString(name) is { } text ? Day(text) : null;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static YearMonth? Period(TableEntity row, string name) =>
        row.GetString(name) is { } text && Scalars.TryMonth(text, out var month) ? month : null;

    internal static E Word<E>(TableEntity row, string name)
        where E : struct, Enum => Enum.Parse<E>(row.GetString(name));
}
