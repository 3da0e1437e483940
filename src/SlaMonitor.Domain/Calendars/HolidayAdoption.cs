namespace SlaMonitor.Domain.Calendars;

/// <summary>The version of the bank holidays that a contract's terms go by, and why they left the one before.</summary>
/// <param name="Reason">Needed for every version but the first.</param>
public sealed record HolidayAdoption(int Version, string? Reason)
{
    /// <summary>What terms go by that say nothing: the first version, so that a newer one moves nothing in silence.</summary>
    public static HolidayAdoption Baseline { get; } = new(1, null);

    public bool LacksReason => Version != Baseline.Version && string.IsNullOrWhiteSpace(Reason);
}
