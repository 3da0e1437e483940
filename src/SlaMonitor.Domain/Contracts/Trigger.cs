namespace SlaMonitor.Domain.Contracts;

/// <summary>A consequence beyond credits that results bring about. A closed set; each goes by its name in the file.</summary>
public abstract record Trigger(string? Clause)
{
    /// <summary>The name in sentences.</summary>
    public abstract string Title { get; }

    /// <summary>A Critical Performance Failure: so many points in a window of periods, or credits that meet a cap.</summary>
    public sealed record CriticalPerformanceFailure(int? Points, int WithinPeriods, bool CapMet, string? Clause) : Trigger(Clause)
    {
        public override string Title => "Critical Performance Failure";
    }

    /// <summary>A KPI failure at this rung or worse obliges the supplier to draft a Rectification Plan. A failure the
    /// contract does not grade always does.</summary>
    /// <param name="Due">After the end of the Service Period in which the failure occurred.</param>
    public sealed record RectificationPlan(RungName From, TimeLength Due, string? Clause) : Trigger(Clause)
    {
        public override string Title => "Rectification Plan";
    }

    /// <summary>Below the threshold on more than this share of the KPIs measured in the period.</summary>
    public sealed record UnacceptableKpiFailure(Percentage MoreThan, string? Clause) : Trigger(Clause)
    {
        /// <summary>True where a KPI counts as measured, and as below its threshold, that failed only because no figure came.</summary>
        public bool CountsMissing { get; init; }

        public override string Title => "Unacceptable KPI Failure";
    }

    /// <summary>The same KPI failed so often in a rolling window of its periods: of its Measurement Periods, where those are longer
    /// than a Service Period.</summary>
    public sealed record PersistentFailure(int Failures, int WithinPeriods, string? Clause) : Trigger(Clause)
    {
        public override string Title => "Persistent failure";
    }

    /// <summary>The same KPI failed so often in a row. What a period without a score does to the run the repeat rule says;
    /// where there is none it breaks it.</summary>
    public sealed record ConsecutiveFailure(int Failures, string? Clause) : Trigger(Clause)
    {
        public override string Title => "Consecutive failure";
    }
}
