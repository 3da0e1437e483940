using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Outages;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Domain.Evaluation;

/// <summary>The level of an indicator in an earlier Service Period.</summary>
public sealed record EarlierLevel(ServicePeriod Period, Rational? Level);

/// <summary>Why no points accrue in a period.</summary>
public enum PointsStop
{
    /// <summary>Charges are withheld instead.</summary>
    ChargesWithheld,

    /// <summary>A credit holiday in which points do not accrue either.</summary>
    CreditHoliday,
}

/// <summary>One Service Period of a longer Measurement Period.</summary>
/// <param name="Alone">What the indicator comes to in it by itself.</param>
public sealed record MeasuredPeriod(ServicePeriod Period, IndicatorResult Alone);

/// <summary>
/// One indicator in one Service Period: the level, what it was compared with, the outcome and what it costs. Holds every
/// fact its <see cref="Working"/> is written from, so that the working is never a second computation.
/// </summary>
public sealed record IndicatorResult
{
    private readonly ReturnedIndicator? _figure;
    private readonly SupplierReturn? _return;
    private Particulars _particulars = Particulars.None;

    public required Indicator Indicator { get; init; }

    public required Judgement Judged { get; init; }

    public Outcome Outcome => Judged.Outcome;

    /// <inheritdoc cref="Judgement.Level"/>
    public Rational? Level => Judged.Level;

    public bool HasLevel => Judged.HasLevel;

    /// <inheritdoc cref="Judgement.LevelOrZero"/>
    public Rational LevelOrZero => Judged.LevelOrZero;

    /// <inheritdoc cref="Judgement.Compared"/>
    public Rational? Compared => Judged.Compared;

    /// <summary>The ladder of the period; null where the indicator is not judged.</summary>
    public Ladder? Ladder { get; init; }

    /// <summary>What the supplier said, and in which return.</summary>
    public FigureSource? Source
    {
        get => _figure is null ? null : new(_figure, _return!);
        init => (_figure, _return) = (value?.Figure, value?.Return);
    }

    /// <summary>The Service Periods of the Measurement Period so far, this one last; empty where it is this one alone.</summary>
    public IReadOnlyList<MeasuredPeriod> Over { get => _particulars.Over; init => _particulars = _particulars with { Over = value }; }

    /// <summary>The sums of their figures, where they are pooled.</summary>
    public Figures? Pooled { get => _particulars.Pooled; init => _particulars = _particulars with { Pooled = value }; }

    /// <summary>The true minutes of the period, or of those pooled, under the measure's calendar; null where it does not go by them, or they
    /// are not known.</summary>
    public long? AgreedMinutes { get => _particulars.AgreedMinutes; init => _particulars = _particulars with { AgreedMinutes = value }; }

    public ClaimMismatch? Mismatch { get => _particulars.Mismatch; init => _particulars = _particulars with { Mismatch = value }; }

    /// <inheritdoc cref="Judgement.FailingOfFew"/>
    public Rational? LowVolumeFailing => Judged.FailingOfFew?.Count;

    /// <summary>A composite's parts.</summary>
    public IReadOnlyList<CombinedPart> Parts { get; init; } = [];

    /// <summary>What a change is reckoned from; null where it is none, or there was no such period.</summary>
    public EarlierLevel? ChangedFrom { get => _particulars.ChangedFrom; init => _particulars = _particulars with { ChangedFrom = value }; }

    /// <summary>Consecutive failures up to and including this period.</summary>
    public int RunOfFailures => Run.After(Outcome);

    /// <summary>The factor a Repeat KPI Failure is counted by; 1 where it is none.</summary>
    public int RepeatFactor => Run.FactorOf(this);

    /// <summary>The failures in a row before this period.</summary>
    public required FailureRun Run { get; init; }

    /// <summary>Service Points of this failure's own rung.</summary>
    public int RungPoints => Judged.RungPoints;

    /// <summary>Why no points accrue in the period; null where they do.</summary>
    public PointsStop? PointsStopped { get => _particulars.PointsStopped; init => _particulars = _particulars with { PointsStopped = value }; }

    /// <summary>Service Points, repeats counted.</summary>
    public int Points => RungPoints == 0 || PointsStopped is not null ? 0 : RungPoints * RepeatFactor;

    /// <summary>Where a relief of it stands; null where none was claimed or granted.</summary>
    public Relief? Relief { get => _particulars.Relief; init => _particulars = _particulars with { Relief = value }; }

    /// <summary>The result as it would be without the relief; null where a relief changes nothing.</summary>
    public IndicatorResult? Without { get => _particulars.Without; init => _particulars = _particulars with { Without = value }; }

    /// <summary>Where a dispute of it stands; null where it was never disputed.</summary>
    public Dispute? Dispute { get => _particulars.Dispute; init => _particulars = _particulars with { Dispute = value }; }

    public bool IsFailure => Outcome is Outcome.Failed;

    public bool IsScored => Outcome is Outcome.Met or Outcome.Failed;

    /// <summary>What a relief puts in the place of the supplier's measurement; null where none does.</summary>
    public Measurement? UnderRelief { get => _particulars.UnderRelief; init => _particulars = _particulars with { UnderRelief = value }; }

    /// <summary>The outages that the figures were reckoned from; null where the supplier gave the figures themselves.</summary>
    public OutageLog? Outages { get => _particulars.Outages; init => _particulars = _particulars with { Outages = value }; }

    private Measurement.Measured? Reckoned => Outages is { } log ? new(log.Figures, [], (Source?.Figure.Counting(Indicator) as Measurement.Logged)?.Stated) : null;

    /// <summary>What the tickets say, and what the supplier says beside them; null where no tickets came.</summary>
    public Measurement.FromTickets? Tickets => Source?.Figure.Measurement as Measurement.FromTickets;

    public Measurement? Measurement => UnderRelief ?? Reckoned ?? Source?.Figure.Counting(Indicator);

    /// <summary>The figures the level was computed from.</summary>
    public Figures? Figures => Over.Count > 0 ? Pooled : (Measurement as Measurement.Measured)?.Figures;

    /// <summary>The level as people read it; null where there is none. Where rounding for show would put it on another rung
    /// than its own, with as many places more as tell the two apart: 99.497 % and not 99.50 % below a target of 99.5 %.</summary>
    public string? Shown => Level is { } level ? Indicator.Show(level, PlacesThatTell(level)) : null;

    /// <summary>The figure of <see cref="Shown"/> without its unit.</summary>
    public string? ShownFigure => Level is { } level ? level.ToText(PlacesThatTell(level)) : null;

    public IReadOnlyList<WorkingLine> Working() => IndicatorWorking.Of(this);

    private int PlacesThatTell(Rational level)
    {
        const int most = 9;
        var places = Indicator.Decimals;
        if (Ladder is { } ladder && Indicator.Rounding is null)
            while (places < most && ladder.RungOf(level.Round(places, RoundingMode.HalfAwayFromZero)) != ladder.RungOf(level))
                places++;
        return places;
    }

    /// <summary>What few results have, kept apart from the rest so that the others need no room for it.</summary>
    private sealed record Particulars
    {
        public static readonly Particulars None = new();

        public IReadOnlyList<MeasuredPeriod> Over { get; init; } = [];

        public Figures? Pooled { get; init; }

        public long? AgreedMinutes { get; init; }

        public ClaimMismatch? Mismatch { get; init; }

        public EarlierLevel? ChangedFrom { get; init; }

        public PointsStop? PointsStopped { get; init; }

        public Relief? Relief { get; init; }

        public IndicatorResult? Without { get; init; }

        public Dispute? Dispute { get; init; }

        public Measurement? UnderRelief { get; init; }

        public OutageLog? Outages { get; init; }
    }
}
