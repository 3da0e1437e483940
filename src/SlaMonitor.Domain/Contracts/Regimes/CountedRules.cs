namespace SlaMonitor.Domain.Contracts.Regimes;

/// <summary>So much for each event, or each day that a milestone is late: whatever an indicator counts.</summary>
/// <param name="Indicator">One measured by count or stock.</param>
/// <param name="Each">What one costs.</param>
/// <param name="WithoutCount">What a period costs whose count was not supplied and counts as the worst there is.</param>
public sealed record PerEvent(string Indicator, CreditAmount Each, CreditAmount WithoutCount) : CreditRule
{
    public override IEnumerable<string> Indicators => [Indicator];

    public override IEnumerable<CreditAmount> Amounts => [Each, WithoutCount];
}

/// <summary>Which days count as late.</summary>
public enum DaysCounted
{
    All,
    Working,
}

/// <summary>So much for each day that the period's return is late, reckoned from the return itself. While it has not come, for each
/// day so far.</summary>
/// <param name="PerDay">What one day costs.</param>
/// <param name="AtMostDays">From so many days on it costs no more.</param>
public sealed record LateDays(CreditAmount PerDay, DaysCounted Days, int AtMostDays) : CreditRule
{
    public override IEnumerable<CreditAmount> Amounts => [PerDay];
}
