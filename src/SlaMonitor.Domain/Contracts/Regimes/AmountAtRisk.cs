namespace SlaMonitor.Domain.Contracts.Regimes;

/// <summary>Each failed indicator costs its weight of an amount at risk. Weights may add up to more than 100 %; the amount at risk
/// is the most that is ever credited.</summary>
/// <param name="AtRisk">The amount at risk.</param>
/// <param name="Weights">By the code of an indicator.</param>
public sealed record AmountAtRisk(CreditAmount AtRisk, IReadOnlyList<KeyValuePair<string, Percentage>> Weights) : CreditRule
{
    public override IEnumerable<string> Indicators => Weights.Select(w => w.Key);

    public override IEnumerable<CreditAmount> Amounts => Weights.Select(w => AtRisk switch
    {
        CreditAmount.Share share => CreditAmount.Percent(share.Rate.Percent * w.Value.Factor),
        _ => AtRisk,
    });
}
