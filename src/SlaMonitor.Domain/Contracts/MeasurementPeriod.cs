using NodaTime;

namespace SlaMonitor.Domain.Contracts;

/// <summary>How the Service Periods of one Measurement Period are taken together.</summary>
public enum TakenTogether
{
    /// <summary>Their parts are added up, and the level is worked out once, from the sums.</summary>
    Pooled,

    /// <summary>The mean of the levels of those that have one, each counting alike.</summary>
    Averaged,

    /// <summary>The return of the last one gives the figures of them all.</summary>
    ReportedAtEnd,
}

/// <summary>What a rolling Measurement Period is while fewer Service Periods have passed than it takes.</summary>
public enum UntilFull
{
    NotScored,

    /// <summary>It is measured over those there are.</summary>
    WithWhatThereIs,
}

/// <summary>A Measurement Period longer than a Service Period (MSC Schedule 2.2: the period one KPI is measured over). It is
/// made of whole Service Periods; the indicator is scored in the one that it ends in. A closed set.</summary>
public abstract record MeasurementPeriod
{
    private MeasurementPeriod(TakenTogether taken) => Taken = taken;

    public TakenTogether Taken { get; }

    /// <summary>One after another, so many months each: quarters, half-years, contract years.</summary>
    /// <param name="AnchorMonth">A month (1 to 12) in which one begins; null is the month the contract begins in, so that they
    /// are those of the contract year.</param>
    public sealed record Every(int Months, int? AnchorMonth, TakenTogether Taken) : MeasurementPeriod(Taken)
    {
        /// <summary>A number that the Service Periods of one Measurement Period share.</summary>
        /// <param name="month">The name of a Service Period.</param>
        /// <param name="firstMonth">That of the contract's first.</param>
        internal int NumberOf(YearMonth month, YearMonth firstMonth) =>
            ((month.Year * 12) + month.Month - (AnchorMonth ?? firstMonth.Month) + 12) / Months;
    }

    /// <summary>The last so many Service Periods, over again in each.</summary>
    public sealed record Rolling(int Periods, UntilFull UntilFull, TakenTogether Taken) : MeasurementPeriod(Taken);
}
