using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Golden;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Notices;

namespace SlaMonitor.Service.Tests.Notices;

public class RecipientsTests
{
    private static readonly LocalDate Today = new(2026, 2, 10);

    private static readonly Recipient
        Ann = Mail("ann", OfficerRole.ContractManager),
        Ben = Mail("ben", OfficerRole.Deputy),
        Team = Mail("team", OfficerRole.TeamMailbox),
        Head = Mail("head", OfficerRole.EscalationOwner);

    [Fact]
    public void The_manager_is_told_and_while_away_the_deputy_then_the_team_then_whoever_is_above()
    {
        Assert.Equal(["ann"], Told(Ann, Ben, Team, Head));
        Assert.Equal(["ben"], Told(Away(Ann), Ben, Team, Head));
        Assert.Equal(["team"], Told(Away(Ann), Away(Ben), Team, Head));
        Assert.Equal(["head"], Told(Away(Ann), Away(Ben), Head));
        Assert.Equal(["ann"], Told(Away(Ann), Away(Ben)));
        Assert.Equal(["ann", "eve"], Told(Ann, Mail("eve", OfficerRole.ContractManager), Ben));
        Assert.Equal(["ann"], Told(Ann with { AwayUntil = Today.PlusDays(-1) }, Ben));
        Assert.Empty(Told());
    }

    [Theory]
    [InlineData(NoticeWay.Mail, "ann@council.example", true)]
    [InlineData(NoticeWay.Mail, "Ann <ann@council.example>", false)]
    [InlineData(NoticeWay.Mail, "ann@council.example\r\nBcc: x@y.example", false)]
    [InlineData(NoticeWay.Mail, null, false)]
    [InlineData(NoticeWay.Webhook, "https://hooks.example/a", true)]
    [InlineData(NoticeWay.Webhook, "http://hooks.example/a", false)]
    [InlineData(NoticeWay.Webhook, "http://127.0.0.1:8080/a", true)]
    [InlineData(NoticeWay.Webhook, "https://user:word@hooks.example/a", false)]
    [InlineData(NoticeWay.Screen, null, true)]
    [InlineData(NoticeWay.Screen, "ann@council.example", false)]
    public void An_address_must_suit_its_way(NoticeWay way, string? address, bool suits) =>
        Assert.Equal(suits, !new Recipients([new("ann", OfficerRole.ContractManager, way, address)]).Problems().Any());

    [Fact]
    public void Ids_are_no_addresses_and_the_supplier_is_not_told()
    {
        var problems = new Recipients([Ann, Ann, Mail("a@b.example", OfficerRole.SupplierManager)]).Problems().ToList();
        Assert.Equal(["recipient-twice", "recipient-id", "recipient-of-supplier"], problems.Select(p => p.Code.Name));
        Assert.DoesNotContain(problems, p => p.Found.Contains("b.example", StringComparison.Ordinal));
        Assert.DoesNotContain("@", Ann.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The file names a contract manager and a supplier's manager.</summary>
    [Fact]
    public void Where_nobody_has_been_named_the_contract_file_says_who()
    {
        var file = File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/msc-ladder/contract-2024-04.yaml"));
        var recipient = Assert.Single(Recipients.Of(ContractFile.Read(file, HolidayBasis.Adopted).Terms!).All);
        Assert.Equal(new Recipient("contractManager-1", OfficerRole.ContractManager, NoticeWay.Mail, "ict-contracts@riverside.example.org"), recipient);
    }

    private static IEnumerable<string> Told(params Recipient[] all) => new Recipients(all).ToTell(Today).Select(r => r.Id);

    private static Recipient Away(Recipient recipient) => recipient with { AwayUntil = Today };

    private static Recipient Mail(string id, OfficerRole role) => new(id, role, NoticeWay.Mail, $"{id.Split('@')[0]}@council.example");
}
