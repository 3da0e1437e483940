using System.Text;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>Whoever looks for a contract knows the name it had as often as the one it has.</summary>
public class FormerNameTests
{
    [Fact]
    public async Task A_contract_is_found_by_its_names_in_all_versions()
    {
        var service = await HelpDesk.Begin();
        await service.Activate(Encoding.UTF8.GetBytes(HelpDesk.Contract.Replace("effectiveFrom: 2026-01-01", "effectiveFrom: 2026-03-01").Replace("Help desk", "Digital workplace")));
        await service.Work();
        foreach (var word in (string[])["help", "digital", "workplace", "supplier", "council", "first"])
            Assert.Equal("Digital workplace", Assert.Single((await service.Stores.Index.ByWords([word], null, 50)).Rows).Title);
        Assert.Empty((await service.Stores.Index.ByWords(["digitally"], null, 50)).Rows);
    }
}
