using NodaTime;

namespace SlaMonitor.Domain.Decisions;

/// <summary>Decisions that cannot all stand. Claim and decision, dispute and resolution take turns, each on its day or a
/// later one, and so do a Rectification Plan required and received; an option is exercised, its notice given, a milestone done and
/// charges of a period withheld once. What has been paid is told once a day.</summary>
internal static class DecisionContradictions
{
    /// <param name="asOf">Decisions after that day do not count.</param>
    public static IEnumerable<Problem> Of(IReadOnlyList<Decision> decisions, LocalDate asOf)
    {
        var known = decisions.Select((d, i) => (Decision: d, Path: Path(i))).Where(d => d.Decision.On <= asOf)
            .OrderBy(d => d.Decision.On).ThenBy(d => Turn(d.Decision)).ToList();
        foreach (var sameThing in known.GroupBy(d => Thing(d.Decision)))
        {
            (Decision Decision, string Path)? before = null;
            foreach (var one in sameThing)
            {
                if (Against(one.Decision, before?.Decision) is { } problem)
                {
                    if (before is { } other) yield return new(DecisionProblems.Contradicts, other.Path, "no decision that contradicts it", $"another of {Day(one.Decision)}");
                    yield return problem.Under(one.Path);
                }

                before = one;
            }
        }
    }

    public static string Path(int index) => $"decisions[{index}]";

    /// <summary>What is asked comes before what answers it on the same day.</summary>
    public static int Turn(Decision decision) => decision is Decision.ReliefClaimed or Decision.DisputeOpened or Decision.PlanRequired or Decision.CreditWaiverProposed ? 0 : 1;

    /// <summary>What a decision is about; only decisions about the same thing can contradict each other.</summary>
    private static object Thing(Decision decision) => decision switch
    {
        Decision.ReliefClaimed or Decision.ReliefDecided => ("relief", Result(decision)),
        Decision.DisputeOpened or Decision.DisputeResolved => ("dispute", Result(decision)),
        Decision.PlanRequired or Decision.PlanReceived => ("plan", Result(decision)),
        Decision.BreachAcknowledged => ("acknowledged", Result(decision)),
        Decision.BreachClosed => ("closed", Result(decision)),
        Decision.OfCredit credit => ("credit", credit.Month),
        Decision.OptionExercised option => ("option", option.Option),
        Decision.NoticeGiven notice => ("notice", notice.Option),
        Decision.Terminated => "terminated",
        Decision.MilestoneDone milestone => ("milestone", milestone.Milestone),
        Decision.ChargesWithheld withheld => ("withheld", withheld.Month),
        Decision.ChargesPaid paid => ("paid", paid.Month),
        _ => throw new InvalidOperationException("The set of decisions is closed."),
    };

    private static (YearMonth, string) Result(Decision decision) => decision is Decision.OfResult result ? (result.Month, result.Indicator) : default;

    private static Problem? Against(Decision decision, Decision? before) => (decision, before) switch
    {
        (Decision.DisputeResolved, not Decision.DisputeOpened) => new(DecisionProblems.Contradicts, "", "a dispute opened before it is resolved", before is null ? "none opened" : $"one resolved on {Day(before)}"),
        (Decision.PlanReceived, not Decision.PlanRequired) => new(DecisionProblems.Contradicts, "", "a Rectification Plan required before it is received", before is null ? "none required" : $"one received on {Day(before)}"),
        (_, null) => null,
        (Decision.PlanRequired, Decision.PlanRequired) => new(DecisionProblems.Contradicts, "", $"one Rectification Plan at a time; that required on {Day(before)} has not been received", $"another of {Day(decision)}"),
        (Decision.ReliefClaimed, Decision.ReliefClaimed) => new(DecisionProblems.Contradicts, "", $"one claim at a time; that of {Day(before)} is not decided", $"another of {Day(decision)}"),
        (Decision.ReliefDecided, Decision.ReliefDecided) => new(DecisionProblems.Contradicts, "", $"a new claim after the decision of {Day(before)}", $"another decision of {Day(decision)} without one"),
        (Decision.DisputeOpened, Decision.DisputeOpened) => new(DecisionProblems.Contradicts, "", $"one dispute at a time; that of {Day(before)} is not resolved", $"another of {Day(decision)}"),
        (Decision.OptionExercised, _) => new(DecisionProblems.Contradicts, "", $"an option exercised once, as recorded on {Day(before)}", $"again, recorded on {Day(decision)}"),
        (Decision.ChargesPaid paid, Decision.ChargesPaid other) when paid.On == other.On => new(DecisionProblems.Contradicts, "", "one sum a day of what has been paid of a period", $"another of {Day(paid)}"),
        (Decision.NoticeGiven, _) => new(DecisionProblems.Contradicts, "", $"notice of an option given once, as recorded on {Day(before)}", $"again, recorded on {Day(decision)}"),
        (Decision.Terminated, _) when before.On == decision.On => new(DecisionProblems.Contradicts, "", "one termination on a day; a later one takes its place", $"another of {Day(decision)}"),
        (Decision.MilestoneDone, _) => new(DecisionProblems.Contradicts, "", $"a milestone done once, as recorded on {Day(before)}", $"again, recorded on {Day(decision)}"),
        (Decision.ChargesWithheld, _) => new(DecisionProblems.Contradicts, "", $"charges of a period withheld once, as decided on {Day(before)}", $"again on {Day(decision)}"),
        _ => null,
    };

    private static string Day(Decision decision) => $"{decision.On:uuuu-MM-dd}";
}
