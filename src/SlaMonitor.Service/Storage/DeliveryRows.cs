using System.Text.Json;
using Azure.Data.Tables;
using NodaTime.Text;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Storage;

/// <summary>Alerts on their way to officers, as rows and back. Recipients are ids.</summary>
internal static class DeliveryRows
{
    /// <summary>An alert with its day and instant as text, so that no tick is lost.</summary>
    private sealed record Line(string Key, string Event, string Subject, string Of, string? LeadTime, string? On, string Text, int Assessment, string RaisedAt, IReadOnlyList<WorkingLine>? Working = null);

    public static TableEntity Outbox(string contract, OutboxItem item)
    {
        var row = new TableEntity(contract, RowKeys.Outbox(item.Assessment));
        Packed.Write(row, "Alerts", JsonSerializer.Serialize(item.Alerts.Select(ToLine)));
        return row;
    }

    public static OutboxItem Outbox(TableEntity row) => new(
        int.Parse(row.RowKey.Split('~')[1], System.Globalization.CultureInfo.InvariantCulture),
        [.. JsonSerializer.Deserialize<Line[]>(Packed.Read(row, "Alerts")!)!.Select(FromLine)],
        row.ETag.ToString());

    public static TableEntity Waiting(string contract, Delivery one)
    {
        var row = new TableEntity(contract, RowKeys.Waiting(one.Id))
        {
            ["Recipient"] = one.Recipient,
            ["NotBefore"] = ContractRows.Text(one.NotBefore),
            ["ClaimedUntil"] = one.ClaimedUntil is { } until ? ContractRows.Text(until) : null,
            ["Tries"] = one.Tries,
            ["Why"] = one.Why,
            ["Turn"] = one.Turn,
            ["InDigest"] = one.InDigest,
            ["Because"] = one.Because,
        };
        Packed.Write(row, "Alert", JsonSerializer.Serialize(ToLine(one.Alert)));
        return row;
    }

    public static Delivery Waiting(TableEntity row) => Read(row) with { Version = row.ETag.ToString() };

    public static TableEntity Told(string contract, Delivery one)
    {
        var row = Waiting(contract, one);
        row.RowKey = RowKeys.Told(one.Alert.Hash, one.Id);
        row["State"] = one.State.ToString();
        row["SettledAt"] = ContractRows.Text(one.SettledAt!.Value);
        return row;
    }

    public static Delivery Told(TableEntity row) => Read(row) with
    {
        State = ContractRows.Word<DeliveryState>(row, "State"),
        SettledAt = ContractRows.Moment(row, "SettledAt"),
    };

    private static Delivery Read(TableEntity row) => new(FromLine(JsonSerializer.Deserialize<Line>(Packed.Read(row, "Alert")!)!), row.GetString("Recipient"))
    {
        NotBefore = ContractRows.Moment(row, "NotBefore")!.Value,
        ClaimedUntil = ContractRows.Moment(row, "ClaimedUntil"),
        Tries = row.GetInt32("Tries")!.Value,
        Why = row.GetString("Why"),
        Turn = row.GetInt32("Turn") ?? 0,
        Because = row.GetString("Because"),
        InDigest = row.GetBoolean("InDigest") ?? false,
    };

    public static TableEntity Unanswered(string contract, UnansweredAlert one)
    {
        var row = new TableEntity(contract, RowKeys.Unanswered(one.Alert.Hash))
        {
            ["Since"] = LocalDatePattern.Iso.Format(one.Since),
            ["Level"] = one.Level.ToString(),
            ["SnoozedUntil"] = one.SnoozedUntil is { } until ? LocalDatePattern.Iso.Format(until) : null,
            ["HandedTo"] = one.HandedTo,
            ["Turn"] = one.Turn,
        };
        Packed.Write(row, "Alert", JsonSerializer.Serialize(ToLine(one.Alert)));
        return row;
    }

    public static UnansweredAlert Unanswered(TableEntity row) => new(
        FromLine(JsonSerializer.Deserialize<Line>(Packed.Read(row, "Alert")!)!), LocalDatePattern.Iso.Parse(row.GetString("Since")).Value, ContractRows.Word<OfficerRole>(row, "Level"))
    {
        SnoozedUntil = row.GetString("SnoozedUntil") is { } until ? LocalDatePattern.Iso.Parse(until).Value : null,
        HandedTo = row.GetString("HandedTo"),
        Turn = row.GetInt32("Turn")!.Value,
        Version = row.ETag.ToString(),
    };

    private static Line ToLine(RegisteredAlert alert) => new(
        alert.Key, alert.Event, alert.Subject, alert.Of, alert.LeadTime, alert.On is { } on ? LocalDatePattern.Iso.Format(on) : null, alert.Text, alert.Assessment, ContractRows.Text(alert.RaisedAt),
        alert.Working.Count > 0 ? alert.Working : null);

    private static RegisteredAlert FromLine(Line line) => new(
        line.Key, line.Event, line.Subject, line.Of, line.On is { } on ? LocalDatePattern.Iso.Parse(on).Value : null, line.Text, line.Assessment, InstantPattern.ExtendedIso.Parse(line.RaisedAt).Value, true)
    {
        LeadTime = line.LeadTime,
        Working = line.Working ?? [],
    };
}
