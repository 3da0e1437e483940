using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Service.Register;

/// <summary>What one Service Period came to, without its Working.</summary>
/// <param name="Period">Such as <c>2024-03</c>.</param>
/// <param name="Return">Where its return stands, in words.</param>
/// <param name="Payable">The Service Credit, ex VAT; null where there is none or it cannot be told.</param>
/// <param name="Open">Why points or credit may still change; null where both are final.</param>
/// <param name="Withheld">Charges withheld in their place, ex VAT; null where none are, or they are not known.</param>
/// <param name="Failures">In the contract's order.</param>
public sealed record PeriodInSum(string Period, string Return, int Points, Money? Payable, string? Open, Money? Withheld, IReadOnlyList<FailureInSum> Failures)
{
    /// <summary>Reliefs and disputes that stood open, each in a sentence's words.</summary>
    public IReadOnlyList<string> Undecided { get; init; } = [];

    /// <summary>Where its return stands; earlier versions of the rules wrote "received on time" and "received late".</summary>
    public ReturnStatus Status => Enum.GetValues<ReturnStatus>().First(s => Return == s.InWords() || Return == $"received {s.InWords()}");

    public static PeriodInSum Of(PeriodAssessment period) => new(
        period.Period.Name, period.Status.InWords(), period.Points, period.Credit?.Payable, period.Credit?.CannotTell ?? period.OpenPoints,
        period.Withholding?.Withheld, [.. period.Results.Where(r => r.IsFailure).Select(FailureInSum.Of)])
    {
        Undecided = [.. period.Results.SelectMany(StillOpen)],
    };

    private static IEnumerable<string> StillOpen(IndicatorResult result)
    {
        if (result.Relief is { IsOpen: true, Claimed: { } claimed }) yield return $"the relief claimed for {result.Indicator.Code} on {claimed.On:d MMMM uuuu} is not decided";
        if (result.Dispute is { Resolved: null, Opened: { } opened }) yield return $"the result of {result.Indicator.Code} is disputed since {opened.On:d MMMM uuuu}";
    }
}

/// <summary>An indicator that failed in a Service Period.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Level">As people read it; null where it failed without one.</param>
/// <param name="Outcome">The rung it fell to, in the contract's words, with the reason where no level decided.</param>
/// <param name="InARow">Consecutive failures up to this one.</param>
public sealed record FailureInSum(string Indicator, string? Level, string Outcome, int Points, int InARow)
{
    /// <summary>The rung that the words are of.</summary>
    public RungName Rung => Enum.GetValues<RungName>().First(r => Outcome == r.InWords() || Outcome.StartsWith($"{r.InWords()}:", StringComparison.Ordinal));

    public static FailureInSum Of(IndicatorResult result) =>
        new(result.Indicator.Code, result.Shown, result.Outcome.InWords(), result.Points, result.RunOfFailures);
}
