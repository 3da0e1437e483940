using System.Globalization;
using NodaTime;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>
/// The list of 5,000 contracts, written as the assess step writes it. Every hundredth has a return overdue, which makes 50, and every tenth of the
/// others a breach. They are of five clients, of which the council of Riverside has 1,000, and of 100 suppliers.
/// </summary>
public class FiveThousandContractsTests
{
    private const int Contracts = 5_000, AtOnce = 16, Most = 4;

    private static readonly string[] Clients = ["Riverside Council", "Hilltop Council", "Seaside Council", "Woodland Council", "Marsh Council"];

    private static readonly string[] Services = ["Help desk", "Network", "Data centre", "Payroll system", "Telephony", "Printing", "Website"];

    [Fact]
    public async Task They_open_at_what_needs_attention_and_all_are_searched()
    {
        await using var service = await ApiService.Start();
        await Parallel.ForEachAsync(Enumerable.Range(0, Contracts), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await service.Stores.Index.Update(Row(number), null, ApiService.February));
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("manager", "/contracts");
        Assert.Equal(Numbers(0, 2_400, 100), await Listed(person));
        await person.HasNoBarrier();
        Assert.Equal(1, await Cost(() => person.Follow("Next page")));
        Assert.Equal(Numbers(2_500, 4_900, 100), await Listed(person));
        Assert.Equal(1, await Cost(() => person.Follow("Next page")));
        Assert.Equal([.. Numbers(10, 90, 10), .. Numbers(110, 190, 10), .. Numbers(210, 270, 10)], await Listed(person));
        await person.Picture("five-thousand");

        // One of the last: by its title, by its code, and with one of the words begun only.
        foreach (var sought in (string[])["Payroll system 4994", "c-4994", "4994 pay"])
        {
            Assert.Equal(1, await Cost(() => Find(person, sought)));
            Assert.Equal([4_994], await Listed(person));
        }

        // 1,000 of one client, of which 50 have one supplier, and as many a return overdue.
        Assert.Equal(1, await Cost(() => Find(person, "riverside")));
        Assert.Equal(Numbers(0, 120, 5), await Listed(person));
        Assert.Equal(1, await Cost(() => person.Follow("Next page")));
        Assert.Equal(Numbers(125, 245, 5), await Listed(person));
        Assert.Equal(1, await Cost(() => Find(person, "Supplier No40, Riverside")));
        Assert.Equal(Numbers(40, 2_440, 100), await Listed(person));
        await person.HasNoBarrier();
        await person.Picture("five-thousand-found");
        await person.Follow("Next page");
        Assert.Equal(Numbers(2_540, 4_940, 100), await Listed(person));
        Assert.Equal(0, await person.Page.GetByText("Next page").CountAsync());
        Assert.InRange(await Cost(() => Find(person, "Riverside", "ReturnOverdue")), 1, Most);
        Assert.Equal(Numbers(0, 2_400, 100), await Listed(person));

        // All 5,000 have both words: 3,000 are looked through for one page, and the rest for the next.
        Assert.Equal(3, await Cost(() => Find(person, "council supplier no42")));
        Assert.Equal(Numbers(42, 2_442, 100), await Listed(person));
        Assert.Equal(3, await Cost(() => person.Follow("Next page")));
        Assert.Equal(Numbers(2_542, 4_942, 100), await Listed(person));
        Assert.Equal(3, await Cost(() => Find(person, "supplier of all")));
        await person.Says("Very many contracts have one of these words, and none of those looked through so far fits “supplier of all”.");
        await person.HasNoBarrier();
        Assert.Equal(2, await Cost(() => person.Follow("Next page")));
        await person.Says("No contract fits “supplier of all”.");
        Assert.Equal(0, await Cost(() => Find(person, "?!")));
        await person.Says("No contract fits “?!”.");

        async Task<int> Cost(Func<Task> what)
        {
            service.Requests.Forget();
            await what();
            return service.Requests.Kept.Count;
        }
    }

    private static async Task Find(Person person, string words, string attention = "")
    {
        await person.Fill("Find a contract", words);
        await person.Page.GetByLabel("Why it needs attention").SelectOptionAsync(attention);
        await person.Press("Show");
    }

    /// <summary>The numbers at the end of the titles shown.</summary>
    private static async Task<IReadOnlyList<int>> Listed(Person person) =>
        [.. (await person.Page.Locator("tbody th a").AllInnerTextsAsync()).Select(t => int.Parse(t[^4..], CultureInfo.InvariantCulture))];

    private static IEnumerable<int> Numbers(int first, int last, int step) => Enumerable.Range(0, ((last - first) / step) + 1).Select(i => first + (i * step));

    private static PortfolioRow Row(int number)
    {
        var attention = number % 100 == 0 ? Attention.ReturnOverdue : number % 10 == 0 ? Attention.Breach : Attention.Nothing;
        return new(
            $"c-{number:0000}", $"{Services[number % Services.Length]} {number:0000}", Clients[number % Clients.Length], $"Supplier no{number % 100:00} Ltd", attention,
            attention == Attention.ReturnOverdue ? "The return for 2026-01 has not come." : attention == Attention.Breach ? "KPI1 failed." : "Nothing needs attention.",
            new(2030, 3, 31), "2026-01", 0, Money.Zero, attention == Attention.Nothing ? 0 : 1, 1, new LocalDate(2026, 2, 10), null, AuditLink.First);
    }
}
