using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Outages;
using SlaMonitor.Domain.Tickets;

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

    /// <summary>What the tickets of an extract come to, and what the supplier says of the same.</summary>
    /// <param name="Claim">What the return itself says, tickets apart.</param>
    public sealed record FromTickets(TicketEvidence Tickets, Measurement Claim) : Measurement
    {
        /// <summary>More places than any percentile is shown to.</summary>
        private const int PlacesOfLevel = 4;

        /// <summary>The level the supplier states, if it does.</summary>
        public StatedLevel? Stated => Claim switch
        {
            Measured measured => measured.Stated,
            StatedOnly only => only.Stated,
            _ => null,
        };

        /// <summary>The figures the supplier gives, if it does.</summary>
        public Figures? Claimed => (Claim as Measured)?.Figures;

        /// <summary>The level it states, to so many decimals; null where it states none.</summary>
        public (Rational Level, int Decimals)? ClaimedLevel => Stated is { } level ? (level.Level, level.Decimals) : null;

        /// <summary>Whether the supplier's figures are those of its tickets; true where it gives none.</summary>
        public bool Agrees(Indicator indicator) => ClaimAgainstTickets.Agrees(indicator, Tickets, Claimed, ClaimedLevel);

        /// <summary>Which of the two counts: by the contract, that of the tickets unless it says otherwise.</summary>
        public Measurement Deciding(TicketRule? rule) => rule?.Decides == EvidenceDecides.Stated ? Claim : Counted;

        /// <summary>What the tickets say: figures, the level of a percentile, or that there was nothing.</summary>
        private Measurement Counted => Tickets switch
        {
            { Outages: { } outages } => new Logged(outages, Stated),
            { Level: { } level } => new StatedOnly(new(level, PlacesOfLevel)),
            { Counts.Counted: 0, Counts.OpenOverdue: 0 } when Tickets.Figures.Has("to") || Tickets.Figures.Has("cases") || !Tickets.Figures.All.Any() => new NoActivity(),
            _ => new Measured(Tickets.Figures, [], Stated),
        };
    }

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
