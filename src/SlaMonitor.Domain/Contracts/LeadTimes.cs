namespace SlaMonitor.Domain.Contracts;

/// <summary>How long before the dates of a contract its officers are told. No contract states it: local policy.</summary>
/// <param name="End">Before the end of the term.</param>
/// <param name="Deadlines">Before the days of notices, options and milestones.</param>
public sealed record LeadTimes(IReadOnlyList<TimeLength> End, IReadOnlyList<TimeLength> Deadlines)
{
    public static readonly LeadTimes Default = new(
        [.. new[] { 24, 18, 12, 9, 6, 3, 1 }.Select(TimeLength.Months)], [.. new[] { 90, 30, 14, 7 }.Select(TimeLength.Days)]);
}
