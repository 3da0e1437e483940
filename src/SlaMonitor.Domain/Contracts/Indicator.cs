using NodaTime;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts;

/// <summary>MSC Schedule 2.2 tells a KPI (with Service Points) from a Subsidiary Performance Indicator (measured and
/// published, never costing money by itself).</summary>
public enum IndicatorKind
{
    Kpi,
    SubsidiaryPi,
    InformationOnly,
    Composite,
}

/// <summary>What a level is counted in. Per cent is the one unit that changes arithmetic: a share of 0.5 is shown as 50.</summary>
public sealed record Unit(string Name)
{
    public static Unit PerCent { get; } = new("%");

    public bool IsPerCent => Name == "%";

    public override string ToString() => Name;
}

/// <summary>Rounding the contract orders before a level is compared with the ladder. Most order none.</summary>
public sealed record ComparisonRounding(int Decimals, RoundingMode Mode);

/// <summary>Below a stated number of cases the percentage gives way to an allowance of failing cases.</summary>
public sealed record LowVolume(int Under, int Allow);

/// <summary>The dimension by which an indicator's figures are given apart, and its members where the contract lists them.</summary>
public sealed record Breakdown(string By, IReadOnlyList<string> Members);

/// <summary>What the contract makes of a period in which there was nothing to measure.</summary>
public enum NoActivityRule
{
    NotScored,
    Met,
}

/// <summary>One indicator of a contract, as its schedule describes it.</summary>
public sealed record Indicator
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required IndicatorKind Kind { get; init; }

    public required IndicatorSource Source { get; init; }

    public string? Clause { get; init; }

    public string? Group { get; init; }

    /// <summary>The first day it applies; null is from the start.</summary>
    public LocalDate? Introduced { get; init; }

    /// <summary>The last day it applies; null is to the end.</summary>
    public LocalDate? Retired { get; init; }

    /// <summary>Null where more is neither better nor worse, as for volumes.</summary>
    public Polarity? Better { get; init; }

    public required Unit Unit { get; init; }

    /// <summary>How many decimal places a level is shown to. Comparison is exact all the same.</summary>
    public int Decimals { get; init; }

    public ComparisonRounding? Rounding { get; init; }

    public Ladder? Ladder { get; init; }

    public Trajectory? Trajectory { get; init; }

    public LowVolume? LowVolume { get; init; }

    public Breakdown? Breakdown { get; init; }

    /// <summary>True where triggers look at it: a KPI, or a composite that costs points as one does.</summary>
    public bool IsTriggering => Kind == IndicatorKind.Kpi || (Kind == IndicatorKind.Composite && CarriesPoints);

    /// <summary>How far the number of cases may differ from that of the period before without a finding; null where any may.</summary>
    public Percentage? PopulationTolerance { get; init; }

    public NoActivityRule WhenNoActivity { get; init; }

    /// <summary>Null where it is the Service Period.</summary>
    public MeasurementPeriod? MeasurementPeriod { get; init; }

    /// <summary>How its figures are counted from a ticket extract; null where they are the supplier's own.</summary>
    public TicketRule? Evidence { get; init; }

    public Measure? Measure => Source as Measure;

    public Combination? Combination => Source as Combination;

    /// <summary>Yes/no sources without a ladder are met by yes.</summary>
    public bool IsAnswer => Source is YesNo or Combination { IsAnswer: true };

    /// <summary>What a share of 1 is in this indicator's unit.</summary>
    public Rational ShareScale => Unit.IsPerCent ? 100 : 1;

    /// <summary>True where failing costs Service Points.</summary>
    public bool CarriesPoints => (Ladder?.Worst.Points ?? Trajectory?.FailedPoints ?? 0) > 0;

    /// <summary>An indicator applies to the Service Periods whose first day it is in force on.</summary>
    public bool AppliesOn(LocalDate day) => !(Introduced > day) && !(Retired < day);

    /// <summary>True where figures of the two can be taken together.</summary>
    public bool IsMeasuredAs(Indicator other) => Equals(Measure, other.Measure) && Equals(MeasurementPeriod, other.MeasurementPeriod);

    /// <summary>True where a level can be met or failed. An information figure never is, yes/no or not.</summary>
    public bool HasTarget => Ladder is not null || Trajectory is not null || (IsAnswer && Kind != IndicatorKind.InformationOnly);

    /// <summary>The ladder a level is judged by on the last day of a period; null where it is not judged.</summary>
    public Ladder? LadderOn(LocalDate day) =>
        Ladder ?? Trajectory?.LadderOn(day) ?? (IsAnswer && HasTarget ? YesIsMet : null);

    /// <summary>Whether a period without activity is on target: the contract says so, and there is a target.</summary>
    /// <param name="ladder">Of that period; null where it is not judged.</param>
    public bool IsMetWithoutActivity(Ladder? ladder) => ladder is not null && WhenNoActivity == NoActivityRule.Met;

    /// <summary>A level as people read it: 96.50 %, 4.86, yes.</summary>
    public string Show(Rational level) => Show(level, Decimals);

    /// <summary>The same to so many decimal places.</summary>
    public string Show(Rational level, int decimals) => IsAnswer ? (level.IsZero ? "no" : "yes") : WithUnit(level.ToText(decimals));

    /// <summary>A bound of the ladder, in full and never rounded.</summary>
    public string ShowBound(Rational bound) => IsAnswer ? Show(bound) : WithUnit(bound.ToString());

    private string WithUnit(string figure) => Unit.Name.Length == 0 ? figure : $"{figure} {Unit.Name}";

    private static Ladder YesIsMet { get; } = Ladder.TargetOnly(Polarity.Higher, Rational.One, 0);
}
