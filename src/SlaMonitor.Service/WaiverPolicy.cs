using SlaMonitor.Domain;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>Who may give up a Service Credit. Local policy, as no contract says it.</summary>
/// <param name="MostAlone">Up to so much ex VAT one person may; what is above it one proposes and another waives.</param>
public sealed record WaiverPolicy(Money MostAlone)
{
    public static readonly ProblemCode SecondPerson = new("waiver-needs-second-person", true, "Money above a limit is given up by two people: one proposes it, and another waives it.");

    public static WaiverPolicy Local { get; } = new(new Money(100_000));

    /// <summary>True where this person may waive this sum now: it is within the limit, or somebody else proposed it and nothing has been
    /// waived since.</summary>
    public bool Allows(RegisteredContract stored, Decision.CreditWaived waiver, string by) =>
        waiver.Amount <= MostAlone
        || stored.Decisions.Where(d => IsOf(d.Decision, waiver))
            .MaxBy(d => d.Number) is { Decision: Decision.CreditWaiverProposed proposed } last && proposed.Amount == waiver.Amount && last.By != by;

    private static bool IsOf(Decision decision, Decision.CreditWaived waiver) => decision switch
    {
        Decision.CreditWaiverProposed proposed => proposed.Month == waiver.Month,
        Decision.CreditWaived waived => waived.Month == waiver.Month,
        _ => false,
    };
}
