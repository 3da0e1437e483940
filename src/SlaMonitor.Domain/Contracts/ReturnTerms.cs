namespace SlaMonitor.Domain.Contracts;

/// <summary>What the contract makes of a figure that was not supplied, or of a whole return that was not.</summary>
public enum Absence
{
    /// <summary>The indicator fails at its worst rung.</summary>
    WorstRung,

    /// <summary>The level counts as zero.</summary>
    Zero,

    /// <summary>The indicator is not scored in that period.</summary>
    NotScored,

    /// <summary>The contract does not say: nobody can tell.</summary>
    CannotTell,
}

/// <summary>When a return is due after the end of its Service Period, and what its absence means.</summary>
/// <param name="WhenMissing">When the whole return is overdue.</param>
/// <param name="WhenFigureMissing">When a return came without one indicator's figure.</param>
public sealed record ReturnTerms(TimeLength Due, Absence WhenMissing, Absence WhenFigureMissing, string? Clause)
{
    /// <summary>What the contract makes of a return without a single figure.</summary>
    public NothingToReport NothingToReport { get; init; } = NothingToReport.Taken;
}

/// <summary>Whether a supplier may say of a whole Service Period that there was nothing to report.</summary>
public enum NothingToReport
{
    /// <summary>With a warning that has to be confirmed, and an alert.</summary>
    Taken,

    /// <summary>Each figure has to be given, or said not to be supplied.</summary>
    Refused,
}

/// <summary>Where the Service Charges of a period come from, ex VAT.</summary>
public abstract record Charges
{
    private Charges()
    {
    }

    /// <summary>What the whole first contract year is expected to cost; stands in for a rolling base in that year.</summary>
    public Numbers.Money? EstimatedFirstYear { get; init; }

    /// <summary>The same sum every Service Period.</summary>
    /// <param name="PartPeriods">Null where the contract does not say: charged whole, and lint asks.</param>
    public sealed record Fixed(Numbers.Money PerPeriod, PartPeriodCharge? PartPeriods) : Charges;

    /// <summary>Each return states the charges of its period.</summary>
    public sealed record FromReturn : Charges;
}

/// <summary>What a first or last partial Service Period is charged.</summary>
public enum PartPeriodCharge
{
    Whole,
    ByDays,
}
