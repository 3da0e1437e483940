using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>A return on its way in.</summary>
/// <param name="By">The stable id of its sender.</param>
/// <param name="IdempotencyKey">The sender's own name for this sending, so that it can be repeated safely; null where there is none.</param>
public sealed record SentReturn(string Contract, string By, byte[] Bytes, string? IdempotencyKey)
{
    /// <inheritdoc cref="InboxItem.Confirmed"/>
    public string? Confirmed { get; init; }

    /// <inheritdoc cref="InboxItem.KeepsDates"/>
    public bool KeepsDates { get; init; }

    /// <inheritdoc cref="InboxItem.Extracts"/>
    public IReadOnlyList<KeptExtract> Extracts { get; init; } = [];

    /// <inheritdoc cref="InboxItem.OnlyPeriod"/>
    public YearMonth? OnlyPeriod { get; init; }

    /// <summary>The W3C traceparent of the request.</summary>
    public string? Trace { get; init; }
}

/// <summary>What a sender is told at once.</summary>
public abstract record Reception
{
    private Reception()
    {
    }

    /// <summary>It is stored and will be looked at.</summary>
    public sealed record New(Receipt Receipt) : Reception;

    /// <summary>It was sent before under the same key; this is what was said then, and how it stands now.</summary>
    public sealed record Again(Receipt Receipt) : Reception;

    /// <summary>Something else was sent before under the same key.</summary>
    public sealed record OtherUnderThatKey(Receipt Receipt) : Reception;
}

/// <summary>The step at the door: bytes stored, receipt given, work announced. Nothing is read yet, so nothing can be lost to a fault of
/// reading.</summary>
public sealed class ReceiveReturn(Stores stores, IClock clock)
{
    /// <summary>What travels in the inbox row; larger ones are read back from their blob.</summary>
    private const int BytesInRow = 192 * 1024;

    public async Task<Reception> Of(SentReturn sent)
    {
        var now = clock.GetCurrentInstant();
        var hash = Convert.ToHexStringLower(SHA256.HashData(sent.Bytes));
        // Before anything is written, so that what comes under a key that stands for something else leaves nothing behind.
        if (sent.IdempotencyKey is not null && await Earlier(sent) is { } earlier) return await Known(earlier, hash, sent.Trace);
        await stores.Raw.Put($"{sent.Contract}/{hash}", sent.Bytes, "application/octet-stream");
        return await Of(new InboxItem(new(IdOf(sent, hash, now), sent.Contract, now, sent.By, hash, sent.Bytes.Length), sent.Bytes.Length <= BytesInRow ? sent.Bytes : null)
        {
            Confirmed = sent.Confirmed,
            KeepsDates = sent.KeepsDates,
            OnlyPeriod = sent.OnlyPeriod,
            Extracts = sent.Extracts,
        }, sent.Trace);
    }

    /// <summary>The receipt given before under the same Idempotency-Key; null where there was none.</summary>
    public Task<Receipt?> Earlier(SentReturn sent) => stores.Register.Receipt(sent.Contract, IdOf(sent, "", default));

    /// <summary>Sent before. Where that was not looked at yet, whoever took it in may have died before saying so: it is announced again.</summary>
    private async Task<Reception> Known(Receipt earlier, string hash, string? trace)
    {
        if (earlier.RawSha256 != hash) return new Reception.OtherUnderThatKey(earlier);
        if (earlier.Status == ReceiptStatus.Received)
        {
            var pending = await stores.Index.Begin(earlier.Contract, earlier.ReceivedAt, earlier.Id);
            await stores.Assess.Send(new(earlier.Contract, pending.Key, trace));
        }

        return new Reception.Again(earlier);
    }

    /// <summary>Of bytes that are stored already. That the key is known is seen here only where two came at the same moment.</summary>
    private async Task<Reception> Of(InboxItem item, string? trace)
    {
        var pending = await stores.Index.Begin(item.Receipt.Contract, item.Receipt.ReceivedAt, item.Receipt.Id);
        var isNew = await stores.Register.TryReceive(item);
        await stores.Assess.Send(new(item.Receipt.Contract, pending.Key, trace));
        if (isNew)
        {
            Telemetry.ReturnsReceived.Add(1);
            return new Reception.New(item.Receipt);
        }

        var earlier = await stores.Register.Receipt(item.Receipt.Contract, item.Receipt.Id) ?? throw new InvalidOperationException($"Receipt {item.Receipt.Id} is there and is not.");
        return earlier.RawSha256 == item.Receipt.RawSha256 ? new Reception.Again(earlier) : new Reception.OtherUnderThatKey(earlier);
    }

    private static string IdOf(SentReturn sent, string hash, Instant now) =>
        ContentHash.Of($"{sent.Contract}\n{sent.By}\n{(sent.IdempotencyKey is { } key ? $"key {key}" : $"bytes {hash} at {now.ToUnixTimeTicks()}")}")[..32];
}
