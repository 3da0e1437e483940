using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts;

/// <summary>
/// An example from the contract's own schedule: levels in consecutive Service Periods and what must come of them. Run
/// before the terms may take effect.
/// </summary>
/// <param name="Given">Levels by indicator code, one a period; every list has the same length.</param>
/// <param name="Charges">The charges of each period; empty to take the contract's own.</param>
/// <param name="Rungs">The rung each period must land on, by code.</param>
/// <param name="Points">The points each period must cost, by code.</param>
/// <param name="Payable">What each period must be credited; empty where the example is of points alone.</param>
public sealed record WorkedExample(
    string? Title,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<Rational>>> Given,
    IReadOnlyList<Money> Charges,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<RungName>>> Rungs,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<int>>> Points,
    IReadOnlyList<Money> Payable)
{
    public int Periods => Given.Count == 0 ? 0 : Given[0].Value.Count;
}
