using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Web.Pages.Breaches;
using SlaMonitor.Web.Pages.Layout;

namespace SlaMonitor.Web.Pages.Ledger;

/// <summary>The fields of a step, and the decision that they make.</summary>
internal static class CreditForm
{
    public const string Amount = "amount", Invoice = "invoice", Reason = "reason";

    private const int MostCharactersOfInvoice = 100;

    /// <summary>With what is still unclaimed, or what somebody else proposed to waive.</summary>
    public static Filled Begun(CreditStep step, CreditModel credit) =>
        Filled.With((Amount, ((step.Key == "waive" ? credit.Entry.Proposed?.Amount : null) ?? credit.Entry.Unclaimed!.Value).ToPlainText()));

    public static (Decision? Decision, Filled Filled) Read(CreditStep step, CreditModel credit, Filled filled)
    {
        var left = credit.Entry.Unclaimed!.Value;
        Money? amount = Scalars.TryMoney(filled[Amount].TrimStart('£').Replace(",", "", StringComparison.Ordinal), out var read) ? read : null;
        if (step.AsksAmount)
            filled = filled.And(Amount, AmountProblem(amount, left));
        if (step.AsksInvoice)
            filled = filled.And(Invoice, InvoiceProblem(filled[Invoice]));
        filled = filled.And(Reason, step.AsksInvoice && filled[Reason].Length == 0 ? null : Reasons.Missing(filled[Reason], $"Enter {char.ToLowerInvariant(step.Ask[0])}{step.Ask[1..]}"));
        if (!filled.IsFine) return (null, filled);
        var reason = filled[Reason] is { Length: > 0 } said ? DecisionForm.OneLine(said) : $"on invoice {filled[Invoice]}";
        var taken = new Taken(credit.Contract.Code, credit.Contract.Today, DecisionForm.By, reason, null);
        return (step.Taking(credit, amount ?? Money.Zero, DecisionForm.OneLine(filled[Invoice]), taken), filled);
    }

    private static string? AmountProblem(Money? amount, Money left) =>
        amount is not { } given || given == Money.Zero ? "Enter an amount in pounds and pence, like 1250.00"
        : given > left ? $"The amount must be {left} or less, which is what is unclaimed"
        : null;

    private static string? InvoiceProblem(string invoice) =>
        invoice.Length == 0 ? "Enter the number of the invoice"
        : invoice.Length > MostCharactersOfInvoice ? $"The number of the invoice must be {MostCharactersOfInvoice} characters or less"
        : null;
}
