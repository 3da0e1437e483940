using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Regimes;

/// <summary>Which invoice a Service Credit is deducted from.</summary>
public enum CreditedInvoice
{
    /// <summary>That of the Service Period itself.</summary>
    SamePeriod,

    /// <summary>That of the Service Period after it; after the last one there is none, and the credit is paid.</summary>
    Next,
}

/// <summary>The VAT on a Service Credit. Credits and caps are reckoned ex VAT; it comes last, on what is payable.</summary>
/// <param name="Rounding">Its own rounding to pence.</param>
public sealed record CreditVat(Percentage Rate, RoundingMode Rounding)
{
    public Money On(Money payable) => Money.Round(Rate.Factor * payable.Pounds, Rounding);
}
