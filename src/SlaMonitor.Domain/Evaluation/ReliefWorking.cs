using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>Writes what was decided about a result, by whom, when and why, and what it would have been without.</summary>
internal static class ReliefWorking
{
    public static IEnumerable<WorkingLine> Of(IndicatorResult result)
    {
        if (result.Relief is not { } relief) yield break;
        if (relief.Decided is { } decided) yield return Decided(result, decided);
        if (relief is { IsOpen: true, Claimed: { } claim }) yield return new(claim.Taken.Clause, "Relief claimed", claim.Taken.InWords(), "", "not decided: changes nothing yet");
    }

    public static IEnumerable<WorkingLine> OfDispute(IndicatorResult result)
    {
        if (result.Dispute is not { } dispute) yield break;
        yield return new(dispute.Opened.Taken.Clause, "Result disputed", dispute.Opened.Taken.InWords(), "", dispute.Resolved is null ? "not resolved: changes nothing by itself" : "resolved");
        if (dispute.Resolved is { } resolved)
            yield return new(resolved.Taken.Clause, "Dispute resolved", resolved.Taken.InWords(), "", InWords(resolved.Outcome));
    }

    public static string InWords(DisputeOutcome outcome) => outcome switch
    {
        DisputeOutcome.ResultStands => "the result stands",
        DisputeOutcome.ResultChanges => "the result is to change, by a restated return or a relief",
        DisputeOutcome.Withdrawn => "withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not an outcome of a dispute."),
    };

    private static WorkingLine Decided(IndicatorResult result, Decision.ReliefDecided decided)
    {
        var rule = decided switch
        {
            Decision.ReliefAccepted => "Relief accepted",
            Decision.ReliefPartAccepted => "Relief accepted in part: the adjusted parts decide",
            _ => "Relief rejected",
        };
        var inputs = decided.Taken.InWords();
        if (result.Without is not { } without)
            return new(decided.Taken.Clause, rule, inputs, "", decided is Decision.ReliefRejected ? "changes nothing" : "nothing to relieve");
        return new(decided.Taken.Clause, rule, $"{inputs} (without it: {without.Outcome.InWords()}, {without.Points.Counted("Service Point")})", "", result.Outcome.InWords());
    }
}
