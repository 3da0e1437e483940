using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Credits;

/// <summary>A trigger that was reached in a period.</summary>
/// <param name="Subject">The code of the indicator that reached it; null where it is the contract as a whole.</param>
/// <param name="Due">By when something must be done about it; null where nothing is, or the day is not known.</param>
public sealed record TriggerEvent(Trigger Trigger, string? Subject, LocalDate? Due, WorkingLine Working);
