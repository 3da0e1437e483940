using NodaTime;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts;

/// <summary>A level to be reached by a day.</summary>
public sealed record Milestone(LocalDate By, Rational Target);

/// <summary>What the target is between two milestones.</summary>
public enum BetweenMilestones
{
    /// <summary>The last milestone that has fallen due.</summary>
    Step,

    /// <summary>The straight line between the two, by days.</summary>
    Linear,
}

/// <summary>A target that moves with the date, for instance 100 % by 31 December 2005.</summary>
public sealed record Trajectory
{
    /// <exception cref="ContradictionException">No milestones, milestones out of order, or nearest-to.</exception>
    public Trajectory(Polarity better, IReadOnlyList<Milestone> milestones, BetweenMilestones between, int failedPoints)
    {
        Better = better;
        Milestones = milestones;
        Between = between;
        FailedPoints = failedPoints;
        ContradictionException.ThrowIfAny(Contradictions());
    }

    public Polarity Better { get; }

    public IReadOnlyList<Milestone> Milestones { get; }

    public BetweenMilestones Between { get; }

    /// <summary>Service Points for missing the target of the day.</summary>
    public int FailedPoints { get; }

    /// <summary>The target on a day, or null before the first milestone falls due.</summary>
    public Rational? TargetOn(LocalDate day)
    {
        var due = Milestones.LastOrDefault(m => m.By <= day);
        var next = Milestones.FirstOrDefault(m => m.By > day);
        if (due is null || next is null || Between == BetweenMilestones.Step) return due?.Target;
        var elapsed = Rational.Of(Period.DaysBetween(due.By, day), Period.DaysBetween(due.By, next.By));
        return due.Target + ((next.Target - due.Target) * elapsed);
    }

    /// <summary>Target and failure as they stand on a day, or null before the first milestone falls due.</summary>
    public Ladder? LadderOn(LocalDate day) =>
        TargetOn(day) is { } target ? Ladder.TargetOnly(Better, target, FailedPoints) : null;

    private IEnumerable<Problem> Contradictions()
    {
        if (Milestones.Count == 0)
            yield return new(ContractProblems.LadderIncomplete, "milestones", "at least one milestone", "none");
        if (Better == Polarity.NearestTo)
            yield return new(ContractProblems.BoundDirection, "", "higher or lower is better", "nearest-to");
        for (var i = 1; i < Milestones.Count; i++)
        {
            var (before, after) = (Milestones[i - 1], Milestones[i]);
            if (after.By <= before.By)
                yield return new(ContractProblems.MilestoneOrder, $"milestones[{i}].by", $"a day after {before.By:uuuu-MM-dd}", $"{after.By:uuuu-MM-dd}");
        }
    }
}
