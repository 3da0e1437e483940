using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Charges of a period withheld for an Unacceptable KPI Failure, in place of its Service Points and Service Credits.</summary>
/// <param name="Trigger">The trigger that gave the right to it.</param>
/// <param name="Amount">In pounds ex VAT before rounding; null where it is the whole of charges that are not known.</param>
public sealed record Withholding(Decision.ChargesWithheld Decision, TriggerEvent Trigger, Rational? Amount)
{
    /// <summary>The amount to pence; a part of a penny stays with the supplier.</summary>
    public Money? Withheld => Amount is { } amount ? Money.Round(amount, RoundingMode.Down) : null;

    public IReadOnlyList<WorkingLine> Working() =>
    [
        Trigger.Working,
        new(Decision.Taken.Clause, "Charges withheld: no Service Points and no Service Credit accrue", Decision.Taken.InWords(), Decision.Amount is null ? "the whole of the period's Service Charges" : "", Withheld is { } sum ? $"{sum} withheld, ex VAT" : "the charges are not known"),
    ];
}
