using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Writes how a Service Credit is settled: its VAT, and the invoice it is deducted from.</summary>
internal static class SettlementWorking
{
    public static IEnumerable<WorkingLine> Of(ServiceCreditStatement statement, string? clause)
    {
        if (statement.Payable is not { } payable || payable == Money.Zero) yield break;
        if (statement.Terms.Vat is { } vat)
            yield return new(clause, $"VAT at {vat.Rate}, to pence {vat.Rounding.InWords()}", $"{payable} ex VAT", $"{vat.Rate} x {payable}, to {statement.Vat}", $"{statement.WithVat} including VAT");
        if (Where(statement) is { } where)
            yield return new(clause, $"{(payable < Money.Zero ? "Added to" : "Deducted from")} {(statement.Terms.Invoice == CreditedInvoice.Next ? "the next invoice" : "the period's own invoice")}", "", "", $"{Plain(statement.WithVat ?? payable)} {where}");
    }

    private static Money Plain(Money sum) => sum < Money.Zero ? Money.Zero - sum : sum;

    /// <summary>Null where the contract does not say.</summary>
    public static string? Where(ServiceCreditStatement statement) => statement.Terms.Invoice is null ? null
        : statement.Invoice is { } month ? $"{(statement.Payable < Money.Zero ? "on" : "off")} the invoice of {ServicePeriod.NameOf(month)}"
        : "to be paid, as no invoice follows";
}
