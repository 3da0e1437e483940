using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Returns;

/// <summary>A level as the supplier stated it: the figure and the decimal places it was stated to.</summary>
public sealed record StatedLevel(Rational Level, int Decimals)
{
    /// <summary>True where the figure was written with a per cent sign.</summary>
    public bool IsPerCent { get; init; }

    /// <summary>True where it was written as yes or no.</summary>
    public bool IsAnswer { get; init; }

    public override string ToString() => IsAnswer ? (Level.IsZero ? "no" : "yes") : Level.ToText(Decimals);
}

/// <summary>What a return says of one indicator. A closed set: an absent figure is never zero by itself.</summary>
public abstract record Measurement
{
    private Measurement()
    {
    }

    /// <summary>The figures the level is made from, for the whole or by member of a breakdown, and the level the supplier
    /// states, if it does.</summary>
    public sealed record Measured(Figures Figures, IReadOnlyList<KeyValuePair<string, Figures>> Members, StatedLevel? Stated) : Measurement;

    /// <summary>The outages that an availability is reckoned from, and the level the supplier states, if it does.</summary>
    public sealed record Logged(IReadOnlyList<Outage> Outages, StatedLevel? Stated) : Measurement;

    /// <summary>A level without the figures it was made from.</summary>
    public sealed record StatedOnly(StatedLevel Stated) : Measurement;

    /// <summary>There was nothing to measure.</summary>
    public sealed record NoActivity : Measurement;

    /// <summary>No figure came.</summary>
    public sealed record NotSupplied : Measurement;

    /// <summary>A relief was accepted, so that the figure is not judged, whatever it is. No return can say so; a recorded
    /// decision does.</summary>
    public sealed record Relieved : Measurement;
}
