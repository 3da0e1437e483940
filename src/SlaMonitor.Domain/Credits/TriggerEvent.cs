using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Credits;

/// <summary>A trigger that was reached in a period.</summary>
/// <param name="Ground">Which condition of the trigger was reached, in a few words that stay the same from period to period,
/// for instance "50 points in 3 periods" or "cap". Tells two triggers of one kind apart.</param>
/// <param name="Subject">The code of the indicator that reached it; null where it is the contract as a whole.</param>
/// <param name="Due">By when something must be done about it; null where nothing is, or the day is not known.</param>
public sealed record TriggerEvent(Trigger Trigger, string Ground, string? Subject, LocalDate? Due, WorkingLine Working);
