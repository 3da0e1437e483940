using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>The level of one indicator in one Service Period that helped to earn a credit back.</summary>
public sealed record SustainedLevel(ServicePeriod Period, Rational Level);

/// <summary>What is returned of an earlier period's Service Credit, for one indicator under one regime.</summary>
/// <param name="Of">The Service Period that was credited.</param>
/// <param name="Credited">The indicator's part of what was then credited, in pounds.</param>
/// <param name="Returned">To pence, a part of a penny staying with the client.</param>
/// <param name="Sustained">The levels that earned it.</param>
public sealed record EarnedBack(
    ServicePeriod Of, CreditRegime Regime, Indicator Indicator, EarnBack Terms, Rational Credited, Money Returned, IReadOnlyList<SustainedLevel> Sustained);
