using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Regimes;

/// <summary>What so many points in one period cost.</summary>
public sealed record PointStep(int Points, Percentage Credit);

/// <summary>What a number of points between two steps costs.</summary>
public enum BetweenSteps
{
    /// <summary>As much as the step below.</summary>
    Floor,

    /// <summary>As much as the step above.</summary>
    Ceiling,

    /// <summary>A share in between, on the straight line.</summary>
    Interpolate,
}

/// <summary>The points of the period pick a rate. Fewer points than the first step cost nothing, more than the last as much as it.</summary>
public sealed record PointLadder : CreditRule
{
    /// <exception cref="ContradictionException">No steps, steps out of order, or more points that cost less.</exception>
    public PointLadder(IReadOnlyList<PointStep> steps, BetweenSteps between)
    {
        Steps = steps;
        Between = between;
        ContradictionException.ThrowIfAny(Contradictions());
    }

    public IReadOnlyList<PointStep> Steps { get; }

    public BetweenSteps Between { get; }

    public override bool GoesByPoints => true;

    public override IEnumerable<CreditAmount> Amounts => Steps.Select(s => new CreditAmount.Share(s.Credit));

    public override bool HasLeast => Between != BetweenSteps.Interpolate;

    /// <summary>The last step reached and the next one, where there are any.</summary>
    public (PointStep? Below, PointStep? Above) Around(int points) =>
        (Steps.LastOrDefault(s => s.Points <= points), Steps.FirstOrDefault(s => s.Points > points));

    /// <summary>The rate that so many points pick.</summary>
    public Percentage RateOf(int points) => Around(points) switch
    {
        (null, _) => new(Rational.Zero),
        ({ } below, null) => below.Credit,
        ({ } below, _) when below.Points == points || Between == BetweenSteps.Floor => below.Credit,
        (_, { } above) when Between == BetweenSteps.Ceiling => above.Credit,
        ({ } below, { } above) => new(below.Credit.Percent + ((above.Credit.Percent - below.Credit.Percent) * Rational.Of(points - below.Points, above.Points - below.Points))),
    };

    private IEnumerable<Problem> Contradictions()
    {
        if (Steps.Count == 0)
            yield return new(ContractProblems.StepsIncomplete, "steps", "at least one step", "none");
        for (var i = 1; i < Steps.Count; i++)
        {
            var (before, after) = (Steps[i - 1], Steps[i]);
            if (after.Points <= before.Points)
                yield return new(ContractProblems.StepsOutOfOrder, $"steps[{i}].points", $"more than {before.Points}", $"{after.Points}");
            if (after.Credit.Percent < before.Credit.Percent)
                yield return new(ContractProblems.CreditNotRising, $"steps[{i}].credit", $"at least {before.Credit}, as fewer points cost", $"{after.Credit}");
        }
    }
}
