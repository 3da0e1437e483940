using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Regimes;

/// <summary>What a part of a step costs.</summary>
public enum PartOfStep
{
    /// <summary>Nothing: only whole steps count.</summary>
    Dropped,

    /// <summary>As much as a whole one.</summary>
    CountsWhole,

    /// <summary>Its share of one.</summary>
    ProRata,
}

/// <summary>So much for each step that a level falls short of its target.</summary>
public sealed record Linear : CreditRule
{
    /// <param name="step">In the indicator's unit: 1 for a percentage point.</param>
    /// <param name="each">What one step costs.</param>
    /// <param name="withoutLevel">What a failure costs that has no level, as its figure was not supplied.</param>
    /// <exception cref="ContradictionException">A step of nothing.</exception>
    public Linear(string indicator, Rational step, CreditAmount each, PartOfStep partOfStep, CreditAmount withoutLevel)
    {
        Indicator = indicator;
        Step = step;
        Each = each;
        PartOfStep = partOfStep;
        WithoutLevel = withoutLevel;
        ContradictionException.ThrowIfAny(step.Sign > 0 ? [] : [new(ContractProblems.StepsIncomplete, "step", "more than nothing", $"{step}")]);
    }

    public string Indicator { get; }

    public Rational Step { get; }

    public CreditAmount Each { get; }

    public PartOfStep PartOfStep { get; }

    public CreditAmount WithoutLevel { get; }

    public override IEnumerable<string> Indicators => [Indicator];

    public override IEnumerable<CreditAmount> Amounts => [Each, WithoutLevel];

    public override bool HasLeast => PartOfStep != PartOfStep.ProRata;

    /// <summary>The steps that a distance from the target counts.</summary>
    public Rational StepsIn(Rational distance) => PartOfStep switch
    {
        PartOfStep.Dropped => (distance / Step).Round(0, RoundingMode.Down),
        PartOfStep.CountsWhole => (distance / Step).Round(0, RoundingMode.Up),
        PartOfStep.ProRata => distance / Step,
        _ => throw new InvalidOperationException("The set of rules for part steps is closed."),
    };
}
