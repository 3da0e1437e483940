using SlaMonitor.Pages.Tests.Hosting;

namespace SlaMonitor.Pages.Tests;

/// <summary>What becomes of the Service Credits of samples/msc-ladder: £62,379.99 in two years, £4,800.00 of them of June 2024.</summary>
public class LedgerTests
{
    private const string June = $"{Riverside.Page}/periods/2024-06/credit";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_credit_is_told_agreed_deducted_and_the_rest_waived(bool hasScript)
    {
        await using var service = await Riverside.Start(decisions: false);
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("manager", $"{Riverside.Page}/credits");
        // £46,500.00 of the first year and £15,879.99 of the second.
        await person.Says("Unclaimed £62,379.99");
        await person.HasNoBarrier();
        await person.Picture($"credits-{hasScript}");

        await person.Follow("June 2024");
        Assert.Equal(June, person.Path);
        await person.Says("Owed £4,800.00 ex VAT");
        await person.HasNoBarrier();
        await Step("Record that the supplier was told", "How they were told", "By letter.", "Supplier told of £4,800.00");
        await Step("Record that the supplier disputes it", "What they dispute", "The cause.", "Disputed");
        await Step("Record that the supplier agrees", "Where they agreed", "Service review of 20 April.", "Agreed");

        await person.Follow("Record a deduction on an invoice");
        await person.Fill("Amount in pounds, ex VAT", "5000");
        await person.Press("Record");
        await person.SaysProblem("The amount must be £4,800.00 or less, which is what is unclaimed", "Enter the number of the invoice");
        await person.HasNoBarrier();
        await person.Fill("Amount in pounds, ex VAT", "£4,000.00");
        await person.Fill("Invoice number", "INV-2041");
        await person.Press("Record");
        await person.Says("£4,000.00 deducted on INV-2041");
        await person.Says("Unclaimed £800.00");
        // £1,000.00 may be waived alone.
        await Step("Waive it", "Why it is given up", "Settled with the move.", "£800.00 waived");
        await person.Says("Unclaimed £0.00");
        await person.HasNoBarrier();
        await person.Picture($"credit-{hasScript}");

        async Task Step(string link, string field, string reason, string says)
        {
            await person.Follow(link);
            await person.Fill(field, reason);
            await person.HasNoBarrier();
            await person.Press("Record");
            await person.Says(says);
        }
    }

    [Fact]
    public async Task What_is_above_the_limit_one_proposes_and_another_waives()
    {
        await using var service = await Riverside.Start(decisions: false);
        await using var person = await Person.At(service, hasScript: false);
        await person.SignIn("manager", June);
        Assert.DoesNotContain("Waive it", await person.Text(), StringComparison.Ordinal);
        await person.Follow("Propose to waive it");
        await person.Fill("Why it should be given up", "The whole service is given back.");
        await person.Press("Record");
        await person.Says("It takes another person to waive it.");
        Assert.DoesNotContain("Waive it", await person.Text(), StringComparison.Ordinal);
        Assert.Equal(404, await person.Open($"{June}/waive"));

        // Nor by a file, where it is the same person who hands it in.
        using var manager = service.As("manager");
        const string waiver = """{"contract":"riverside-ict","decisions":[{"creditWaived":{"period":"2024-06","amount":"4800.00","on":"2026-04-20","by":"contract manager","reason":"as proposed"}}]}""";
        using var refused = await manager.PostAsync($"{Riverside.Api}/decisions", Web.Tests.Api.ApiService.Json(waiver));
        Assert.Equal("422 invalid waiver-needs-second-person", await Web.Tests.Api.ApiService.Refusal(refused));
    }

    [Fact]
    public async Task A_form_that_something_has_overtaken_is_looked_at_again()
    {
        await using var service = await Riverside.Start(decisions: false);
        await using var person = await Person.At(service, hasScript: false);
        await person.SignIn("manager", $"{June}/deduct");
        await Riverside.Decide(service, """
            contract: riverside-ict
            decisions:
              - creditDeducted: { period: 2024-06, amount: 1000.00, invoice: INV-1, on: 2026-04-20, by: contract manager, reason: as agreed }
            """);
        await person.Fill("Invoice number", "INV-2");
        await person.Press("Record");
        await person.SaysProblem("The contract was changed since this form was shown. Look at it, and send it again if it still holds");
        await person.Says("Unclaimed: £3,800.00 ex VAT.");
        Assert.Single((await service.Stores.Register.Load("riverside-ict")).Decisions);
        await person.Fill("Amount in pounds, ex VAT", "3800.00");
        await person.Press("Record");
        await person.Says("£3,800.00 deducted on INV-2");
        await person.Says("Unclaimed £0.00");
    }
}
