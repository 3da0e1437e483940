using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Credits;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Credits;

/// <summary>One KPI at 97.5 %, two points at 0.5 % of the charges each.</summary>
public class SettlementTests
{
    /// <summary>2 x 0.5 % x £100,000.00 = £1,000.00; 20 % of it £200.00.</summary>
    [Fact]
    public void Vat_is_added_to_what_is_payable_and_the_next_invoice_is_named()
    {
        var credit = Credit(CreditedInvoice.Next, "20");
        Assert.Equal(("1000.00", "200.00", "1200.00"), (credit.Payable!.Value.ToPlainText(), credit.Vat!.Value.ToPlainText(), credit.WithVat!.Value.ToPlainText()));
        Assert.Equal(Month("2024-05"), credit.Invoice);
        Assert.Equal("£1,000.00 payable, ex VAT; with 20 % VAT £1,200.00; off the invoice of 2024-05", credit.InWords());
        Assert.Equal(
            ["£1,000.00", "£1,000.00 payable, ex VAT", "£1,200.00 including VAT", "£1,200.00 off the invoice of 2024-05"], credit.Working().Select(l => l.Outcome));
    }

    /// <summary>1 % of £1,234.50 is £12.345, rounded to £12.35; 17.5 % of £12.35 is £2.16125, and down £2.16. Of the £12.345 it would
    /// have been £2.160375: VAT is of the sum on the invoice.</summary>
    [Fact]
    public void Vat_has_a_rounding_of_its_own()
    {
        var credit = Credit(null, "17.5", "1234.50");
        Assert.Equal(("12.35", "2.16"), (credit.Payable!.Value.ToPlainText(), credit.Vat!.Value.ToPlainText()));
        Assert.Equal("2.17", new CreditVat(Percent("17.5"), RoundingMode.Up).On(Pounds("12.35")).ToPlainText());
    }

    /// <summary>A cap of 0.9 % of £100,000.00 leaves £900.00 ex VAT, whatever the VAT on it.</summary>
    [Fact]
    public void Caps_are_reckoned_without_vat()
    {
        var draft = Contract(Kpi("KPI1")).Crediting("0.5", CapOfPeriod("0.9")).Settling(null, "20");
        var credit = draft.Assessed("2024-06-05", Return("2024-04").Stating("KPI1", "97.5")).Periods[0].Credit!;
        Assert.Equal(("900.00", "1080.00"), (credit.Payable!.Value.ToPlainText(), credit.WithVat!.Value.ToPlainText()));
    }

    [Fact]
    public void A_contract_that_says_nothing_of_either_has_neither()
    {
        var credit = Credit(null, null);
        Assert.Equal((null, null, null), (credit.Vat, credit.WithVat, credit.Invoice));
        Assert.Equal("£1,000.00 payable, ex VAT", credit.InWords());
    }

    [Fact]
    public void The_invoice_may_be_that_of_the_period_itself() => Assert.Equal(Month("2024-04"), Credit(CreditedInvoice.SamePeriod, null).Invoice);

    /// <summary>One month of contract: April 2024 is the last.</summary>
    [Fact]
    public void After_the_last_period_there_is_no_invoice_to_deduct_from()
    {
        var draft = Contract(Kpi("KPI1")).Lasting("2024-04-01", "1 month").Crediting("0.5").Settling(CreditedInvoice.Next);
        var credit = draft.Assessed("2024-06-05", Return("2024-04").Stating("KPI1", "97.5")).Periods[0].Credit!;
        Assert.Null(credit.Invoice);
        Assert.Equal("£1,000.00 payable, ex VAT; to be paid, as no invoice follows", credit.InWords());
    }

    /// <summary>A month on target.</summary>
    [Fact]
    public void Nothing_payable_has_no_invoice_in_its_working()
    {
        var draft = Contract(Kpi("KPI1")).Crediting("0.5").Settling(CreditedInvoice.Next, "20");
        Assert.Equal(["£0.00"], draft.Assessed("2024-06-05", Return("2024-04").Stating("KPI1", "99.5")).Periods[0].Credit!.Working().Select(l => l.Outcome));
    }

    private static ServiceCreditStatement Credit(CreditedInvoice? invoice, string? vat, string charges = "100000.00") =>
        Contract(Kpi("KPI1")).Charging(charges).Crediting("0.5").Settling(invoice, vat)
            .Assessed("2024-06-05", Return("2024-04").Stating("KPI1", "97.5")).Periods[0].Credit!;
}
