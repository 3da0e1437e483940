using NodaTime;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>The list of contracts reads as many as it shows. Sixty of them: the last ten by code have a return overdue, the others nothing.</summary>
public class ManyContractsTests
{
    [Fact]
    public async Task Contracts_are_shown_a_page_at_a_time_what_needs_attention_first()
    {
        await using var service = await ApiService.Start();
        foreach (var number in Enumerable.Range(1, 60)) await service.Stores.Index.Update(Row(number), null, ApiService.February);
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("manager", "/contracts");
        var first = await Listed(person);
        Assert.Equal(25, first.Count);
        Assert.Equal(["Contract 51", "Contract 60", "Contract 01"], [first[0], first[9], first[10]]);
        await person.HasNoBarrier();
        service.Requests.Forget();
        await person.Follow("Next page");
        Assert.Single(service.Requests.Kept);
        Assert.Equal("Contract 16", (await Listed(person))[0]);
        await person.Follow("Next page");
        Assert.Equal(10, (await Listed(person)).Count);
        await person.Follow("To the start");

        await person.Page.GetByLabel("Why it needs attention").SelectOptionAsync("ReturnOverdue");
        await person.Press("Show");
        Assert.Equal(10, (await Listed(person)).Count);
        Assert.Equal(400, await person.Open("/contracts?cursor=nonsense"));
    }

    /// <summary>Whoever has been given a few searches their titles and suppliers as well, and sees nobody else's.</summary>
    [Fact]
    public async Task A_few_contracts_are_searched_by_their_words()
    {
        await using var service = await ApiService.Start();
        foreach (var number in Enumerable.Range(1, 6)) await service.Stores.Index.Update(Row(number), null, ApiService.February);
        service.Given["development/manager"] = Assignments.To("contract-01", "contract-02", "contract-03", "contract-04");
        await using var person = await Person.At(service, hasScript: false);
        await person.SignIn("manager", "/contracts");
        Assert.Equal(4, (await Listed(person)).Count);
        await person.Fill("Find a contract", "supplier 3");
        await person.Press("Show");
        Assert.Equal(["Contract 03"], await Listed(person));
        await person.Fill("Find a contract", "supplier 5");
        await person.Press("Show");
        await person.Says("No contract fits “supplier 5”.");
    }

    private static async Task<IReadOnlyList<string>> Listed(Person person) => await person.Page.Locator("tbody th a").AllInnerTextsAsync();

    private static PortfolioRow Row(int number) => new(
        $"contract-{number:00}", $"Contract {number:00}", "Riverside Council", $"Supplier {number}", number > 50 ? Attention.ReturnOverdue : Attention.Nothing,
        number > 50 ? "The return for 2026-01 has not come." : "Nothing needs attention.", new(2030, 3, 31), "2026-01", 0, Money.Zero, number > 50 ? 1 : 0, 1, new LocalDate(2026, 2, 10), null, AuditLink.First);
}
