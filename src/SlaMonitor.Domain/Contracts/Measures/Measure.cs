using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Measures;

/// <summary>Where an indicator's level comes from: a measure of the supplier's figures, or other indicators.</summary>
public abstract record IndicatorSource;

/// <summary>What one figure of a measure may be.</summary>
public enum PartKind
{
    /// <summary>A whole number, zero or more.</summary>
    Count,

    /// <summary>Minutes, zero or more, not longer than the Service Period.</summary>
    Minutes,

    /// <summary>Any figure of zero or more.</summary>
    Amount,

    /// <summary>Yes (1) or no (0).</summary>
    Answer,
}

/// <summary>One of the figures a measure is made from.</summary>
/// <param name="Key">Its name in a return: of, to, downtime.</param>
/// <param name="Label">What the contract calls it.</param>
public sealed record Part(string Key, string Label, PartKind Kind, bool IsOptional = false);

/// <summary>The figures of one indicator by part key.</summary>
public sealed class Figures(IEnumerable<KeyValuePair<string, Rational>> parts)
{
    private readonly KeyValuePair<string, Rational>[] _parts = [.. parts.ToDictionary().OrderBy(p => p.Key, StringComparer.Ordinal)];

    public IEnumerable<KeyValuePair<string, Rational>> All => _parts;

    /// <summary>The figure of a part; an optional part left out is zero.</summary>
    public Rational this[string part]
    {
        get
        {
            foreach (var (key, figure) in _parts)
                if (key == part)
                    return figure;
            return Rational.Zero;
        }
    }

    public bool Has(string part) => Array.Exists(_parts, p => p.Key == part);

    /// <summary>Part by part sums, for an indicator broken down by a dimension.</summary>
    public static Figures Sum(IEnumerable<Figures> members) => new(members
        .SelectMany(m => m.All)
        .GroupBy(p => p.Key, (key, figures) => KeyValuePair.Create(key, figures.Aggregate(Rational.Zero, (sum, f) => sum + f.Value))));
}

/// <summary>A way to compute a level that a set of figures allows.</summary>
/// <param name="Formula">In letters and numbers, for instance "143 / (143 + 5)".</param>
public sealed record Reading(string Formula, Rational Level);

/// <summary>How an indicator is measured. A closed set: one file each in this folder.</summary>
public abstract record Measure : IndicatorSource
{
    private protected Measure()
    {
    }

    /// <summary>The figures a return gives for it.</summary>
    public abstract IReadOnlyList<Part> Parts { get; }

    /// <summary>True where the level is a share of a whole, shown in per cent where the unit is per cent.</summary>
    public virtual bool IsShare => false;

    /// <summary>True where the figures of several Service Periods add up to those of the whole.</summary>
    public virtual bool AddsUp => false;

    /// <summary>True where the figures say how many cases the level is over.</summary>
    public virtual bool HasVolume => false;

    /// <summary>True where a period may pass without anything to measure. A service, a stock and a question are there in every one.</summary>
    public virtual bool MayHaveNoActivity => true;

    /// <summary>How many cases the level is over; only where there is such a number.</summary>
    public virtual Rational Volume(Figures figures) => throw new InvalidOperationException("These figures have no number of cases.");

    /// <summary>In the contract's words, how the level is worked out.</summary>
    public abstract string Rule { get; }

    /// <summary>The level (a share is between 0 and 1), or null where there was no activity to measure.</summary>
    /// <param name="agreedMinutes">The true minutes of the Service Period under the measure's calendar.</param>
    public abstract Rational? Level(Figures figures, long agreedMinutes);

    /// <summary>The arithmetic of <see cref="Level"/> with the figures put in.</summary>
    public abstract string Arithmetic(Figures figures, long agreedMinutes);

    /// <summary>The measure of so many Service Periods pooled.</summary>
    public virtual Measure Over(int periods) => this;

    /// <summary>The figures of one Service Period as they enter the sum of several.</summary>
    public virtual Figures Pooling(Figures figures) => figures;

    /// <summary>What else somebody might have computed from the same figures.</summary>
    public virtual IEnumerable<Reading> OtherReadings(Figures figures, long agreedMinutes) => [];

    /// <summary>What makes figures impossible for this measure beyond what each part's kind says. Paths are part keys.</summary>
    public virtual IEnumerable<Problem> Impossible(Figures figures, long agreedMinutes) => [];
}
