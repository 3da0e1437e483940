using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Credits;

/// <summary>Service Periods in a row, from one to another; both null where there is none.</summary>
public readonly record struct PeriodSpan(ServicePeriod? First, ServicePeriod? Last)
{
    /// <summary>In 2024-04 to 2024-06; in 2024-04; before this period.</summary>
    public string InWords() => this switch
    {
        { First: null } => "before this period",
        _ when First == Last => $"in {First}",
        _ => $"in {First} to {Last}",
    };
}
