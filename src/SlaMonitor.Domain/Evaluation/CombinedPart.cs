using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>One part of a composite as it entered the reckoning.</summary>
public readonly record struct CombinedPart
{
    private readonly Rational _score;
    private readonly Rational _weight;
    private readonly bool _hasScore;
    private readonly bool _hasWeight;

    internal CombinedPart(IndicatorResult result, Rational? score, Rational? weight, bool counted)
    {
        Result = result;
        (_hasScore, _score) = (score.HasValue, score.GetValueOrDefault());
        (_hasWeight, _weight) = (weight.HasValue, weight.GetValueOrDefault());
        Counted = counted;
    }

    /// <summary>What the part came to in the same period.</summary>
    public IndicatorResult Result { get; }

    /// <summary>Its level on the composite's scale, where the composite has scales.</summary>
    public Rational? Score => _hasScore ? _score : null;

    /// <summary><see cref="Score"/>, and zero where it has none.</summary>
    public Rational ScoreOrZero => _score;

    public Rational? Weight => _hasWeight ? _weight : null;

    /// <summary><see cref="Weight"/>, and zero where it has none.</summary>
    public Rational WeightOrZero => _weight;

    /// <summary>False where it was left out.</summary>
    public bool Counted { get; }

    public Indicator Indicator => Result.Indicator;

    public Outcome Outcome => Result.Outcome;

    public Rational? Level => Result.Level;

    /// <summary><see cref="Level"/>, and zero where it has none.</summary>
    public Rational LevelOrZero => Result.LevelOrZero;

    /// <summary>The counts it was measured from, for pooling.</summary>
    public Figures? Figures => Result.Figures;
}
