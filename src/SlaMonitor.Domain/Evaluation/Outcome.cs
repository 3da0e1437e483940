using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Why an indicator has no score, or failed without a level.</summary>
public enum Reason
{
    /// <summary>It is for information, or has no target yet.</summary>
    NoTarget,

    /// <summary>There was nothing to measure.</summary>
    NoActivity,

    /// <summary>The return came without its figure.</summary>
    FigureMissing,

    /// <summary>The return is overdue.</summary>
    ReturnMissing,

    /// <summary>The return is not due yet.</summary>
    ReturnAwaited,

    /// <summary>A composite lacks a part.</summary>
    PartMissing,

    /// <summary>Its Measurement Period runs on.</summary>
    MeasurementPeriodOpen,

    /// <summary>A rolling Measurement Period or a change takes more Service Periods than have passed.</summary>
    HistoryTooShort,

    /// <summary>A change in per cent of nothing has no figure.</summary>
    FromZero,

    /// <summary>A level that was to be pooled came without its parts.</summary>
    PartsNotSupplied,

    /// <summary>A relief for it was accepted.</summary>
    Relieved,

    /// <summary>Working days are needed in a year whose bank holidays are not known.</summary>
    HolidaysUnknown,
}

/// <summary>What an indicator comes to in one period. A closed set.</summary>
public abstract record Outcome
{
    private static readonly Outcome[] FailedByLevel = [.. Enum.GetValues<RungName>().Select(rung => new Failed(rung, null))];

    private Outcome()
    {
    }

    internal static Outcome OnTarget { get; } = new Met();

    /// <param name="because">Null where a level decided.</param>
    internal static Outcome Of(RungName rung, Reason? because) =>
        rung == RungName.Target ? OnTarget : because is null ? FailedByLevel[(int)rung] : new Failed(rung, because);

    /// <summary>The Target Performance Level was reached, or the contract says so for a period without activity.</summary>
    public sealed record Met : Outcome;

    /// <param name="Because">Null where a level decided; otherwise why the contract counts it as failed.</param>
    public sealed record Failed(RungName Rung, Reason? Because) : Outcome;

    public sealed record NotScored(Reason Because) : Outcome;

    public sealed record CannotTell(Reason Because) : Outcome;

    /// <summary>met; Minor KPI Failure; not scored: no activity.</summary>
    public string InWords() => this switch
    {
        Met => "met",
        Failed { Because: null } failed => failed.Rung.InWords(),
        Failed failed => $"{failed.Rung.InWords()}: {InWords(failed.Because.Value)}",
        NotScored notScored => $"not scored: {InWords(notScored.Because)}",
        CannotTell cannotTell => $"cannot tell: {InWords(cannotTell.Because)}",
        _ => throw new InvalidOperationException("The set of outcomes is closed."),
    };

    public static string InWords(Reason reason) => reason switch
    {
        Reason.NoTarget => "no target applies",
        Reason.NoActivity => "nothing to measure",
        Reason.FigureMissing => "its figure was not supplied",
        Reason.ReturnMissing => "the return was not supplied",
        Reason.ReturnAwaited => "the return is not due yet",
        Reason.PartMissing => "a part is missing",
        Reason.MeasurementPeriodOpen => "its Measurement Period has not ended",
        Reason.HistoryTooShort => "fewer Service Periods have passed than it takes",
        Reason.FromZero => "a change from zero has no figure in per cent",
        Reason.PartsNotSupplied => "a level to be pooled was stated without its parts",
        Reason.Relieved => "relieved",
        Reason.HolidaysUnknown => "the bank holidays of that year are not known",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason."),
    };
}
