using NodaTime;

namespace SlaMonitor.Service.Register;

/// <summary>Where something that was sent in stands.</summary>
public enum ReceiptStatus
{
    /// <summary>Stored, and not looked at yet.</summary>
    Received,

    /// <summary>Without errors and counted.</summary>
    Accepted,

    /// <summary>With warnings that its sender has to confirm before it counts.</summary>
    AwaitsConfirmation,

    /// <summary>With errors; nothing of it counts.</summary>
    Refused,

    /// <summary>The same bytes stand already; nothing changed.</summary>
    AlreadyHeld,

    /// <summary>Taken back by its sender.</summary>
    Withdrawn,
}

/// <summary>A problem as it is kept and shown, independent of the version that found it.</summary>
/// <param name="Code">Its stable name.</param>
/// <param name="Path">The place within the document.</param>
/// <param name="Line">The line of the file or row of the worksheet, from 1.</param>
public sealed record Finding(string Code, bool IsError, string Path, string? Sheet, int? Line, int? Column, string Expected, string Found, string Why)
{
    public static Finding Of(Domain.Problem problem) =>
        new(problem.Code.Name, problem.IsError, problem.Path, problem.Sheet, problem.Line, problem.Column, problem.Expected, problem.Found, problem.Code.Why);
}

/// <summary>What a sender is given for what was sent, and what became of it.</summary>
/// <param name="Id">Of the sender, the contract and the bytes, with the Idempotency-Key or else the instant.</param>
/// <param name="By">The stable id of whoever sent it.</param>
/// <param name="RawSha256">Of the bytes as they came; also the name they are kept under.</param>
/// <param name="Length">In bytes.</param>
public sealed record Receipt(string Id, string Contract, Instant ReceivedAt, string By, string RawSha256, long Length)
{
    public ReceiptStatus Status { get; init; } = ReceiptStatus.Received;

    /// <summary>When it was taken up; null while it waits.</summary>
    public Instant? TakenUpAt { get; init; }

    /// <summary>The Service Period it is of, where that can be told.</summary>
    public YearMonth? Period { get; init; }

    /// <summary>The number the service gave it; null where it was refused.</summary>
    public int? Revision { get; init; }

    /// <summary>The day it counts by, in the contract's zone; null where it was refused.</summary>
    public LocalDate? DatedOn { get; init; }

    /// <summary>The day that its file bears; null where that cannot be told.</summary>
    public LocalDate? FileDate { get; init; }

    /// <summary>Every one, in the order of the file.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>Something received and not yet taken up.</summary>
/// <param name="Bytes">Null where they are too many to travel in the row; they are kept under <see cref="Receipt.RawSha256"/>.</param>
public sealed record InboxItem(Receipt Receipt, byte[]? Bytes)
{
    /// <summary>The reason its sender gave beforehand for warnings it may have; null where there was none.</summary>
    public string? Confirmed { get; init; }

    /// <summary>True where a client officer imports history: the dates in the file stand.</summary>
    public bool KeepsDates { get; init; }

    /// <summary>The ticket extracts that came with it.</summary>
    public IReadOnlyList<KeptExtract> Extracts { get; init; } = [];

    /// <summary>The only Service Period its sender may report on; null where any.</summary>
    public YearMonth? OnlyPeriod { get; init; }
}
