using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts;

/// <summary>Which way an indicator is better.</summary>
public enum Polarity
{
    Higher,
    Lower,
    NearestTo,
}

/// <summary>The rungs of a performance ladder, best first. MSC Schedule 2.2 Part A names the failures; <see cref="Failed"/>
/// is a failure the contract does not grade.</summary>
public enum RungName
{
    Target,
    Minor,
    Serious,
    Severe,
    BelowThreshold,
    Failed,
}

/// <summary>One rung.</summary>
/// <param name="Bound">Where the rung begins: its floor where higher is better, its ceiling where lower is, the greatest
/// distance from the best level where nearest is. Null on the last rung, which takes all that is left.</param>
/// <param name="OuterEdge">The edge towards the better rung where the contract prints it too (exclusive); it must be
/// the better rung's bound.</param>
/// <param name="Points">Service Points for landing here.</param>
public sealed record Rung(RungName Name, Rational? Bound, Rational? OuterEdge, int Points);

/// <summary>
/// Target Performance Level and severity ladder of one indicator, as half-open rungs: every level lands on exactly one.
/// </summary>
public sealed record Ladder
{
    private readonly Rung[] _rungs;

    /// <param name="best">The level nearest to which is best; only for <see cref="Polarity.NearestTo"/>.</param>
    /// <param name="rungs">In any order; kept best first.</param>
    /// <exception cref="ContradictionException">The rungs leave gaps, overlap, or cost more where performance is better.</exception>
    public Ladder(Polarity better, Rational? best, IReadOnlyList<Rung> rungs)
    {
        Better = better;
        Best = best;
        _rungs = [.. rungs.OrderBy(r => r.Name)];
        ContradictionException.ThrowIfAny(LadderChecks.Of(this));
    }

    public Polarity Better { get; }

    public Rational? Best { get; }

    public IReadOnlyList<Rung> Rungs => _rungs;

    public Rung Target => Rungs[0];

    public Rung Worst => Rungs[^1];

    /// <summary>Target and a single ungraded failure below it.</summary>
    public static Ladder TargetOnly(Polarity better, Rational target, int failedPoints) =>
        new(better, null, [new(RungName.Target, target, null, 0), new(RungName.Failed, null, null, failedPoints)]);

    /// <summary>The rung a level lands on: the first, best first, whose bound it reaches.</summary>
    public Rung RungOf(in Rational level)
    {
        foreach (var rung in _rungs)
            if (rung.Bound is not { } bound || Reaches(level, bound))
                return rung;
        throw new InvalidOperationException("The last rung takes all that is left.");
    }

    /// <summary>The best rung that is not the target.</summary>
    public Rung MildestFailure => Rungs[1];

    /// <summary>How far a level falls short of the target; zero or less where it does not.</summary>
    public Rational ShortOfTarget(Rational level) => Better switch
    {
        Polarity.Higher => Target.Bound!.Value - level,
        Polarity.Lower => level - Target.Bound!.Value,
        _ => Rational.Abs(level - Best!.Value) - Target.Bound!.Value,
    };

    private bool Reaches(in Rational level, in Rational bound) => Better switch
    {
        Polarity.Higher => level >= bound,
        Polarity.Lower => level <= bound,
        _ => Rational.Abs(level - Best!.Value) <= bound,
    };
}
