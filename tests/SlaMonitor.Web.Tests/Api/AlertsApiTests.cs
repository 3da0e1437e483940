using System.Net;
using System.Text.Json.Nodes;
using SlaMonitor.Service.Register;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

/// <summary>What officers do with alerts, and who is told. On 10 February 2026 the contract's end, 31 December 2027, has been near since 24 months
/// before it, and the return for January is due on the 13th.</summary>
public class AlertsApiTests
{
    private const string End = "my-first/contractEnding/end/2027-12-31/24 months";

    private static string Address(string key) => $"{Contract}/alerts/{RegisteredAlert.HashOf(key)}";

    [Fact]
    public async Task An_alert_is_acknowledged_once_with_who_and_why()
    {
        await using var service = await WithContract();
        var listed = (await service.Get($"{Contract}/alerts"))["items"]!.AsArray().Single(a => (string)a!["key"]! == End)!;
        Assert.Equal(RegisteredAlert.HashOf(End), (string)listed["id"]!);
        Assert.Null((await service.Get(Address(End)))["handling"]);

        using var manager = service.As("manager");
        using var first = await manager.PostAsync($"{Address(End)}/acknowledge", Json("""{"reason":"The board decides in June."}"""));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var handling = JsonNode.Parse(await first.Content.ReadAsStringAsync())!["handling"]!;
        Assert.Equal("""{"answer":"acknowledged","by":"development/manager","at":"2026-02-10T09:00:00Z","reason":"The board decides in June.","until":null,"to":null}""", handling.ToJsonString());
        using var again = await manager.PostAsync($"{Address(End)}/acknowledge", Json("""{"reason":"The board decides in June."}"""));
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        var trail = (await service.Get($"{Contract}/audit"))["items"]!.AsArray().Where(r => (string)r!["what"]! == "alert acknowledged");
        Assert.Equal(("development/manager", $"{End}: The board decides in June."), ((string)Assert.Single(trail)!["by"]!, (string)trail.Single()!["detail"]!));
    }

    [Fact]
    public async Task An_alert_is_put_off_within_its_time_and_handed_to_one_who_is_named()
    {
        await using var service = await WithContract();
        using var manager = service.As("manager");
        Assert.Equal("422 invalid day-out-of-range", await Refusal(await manager.PostAsync($"{Address(End)}/snooze", Json("""{"reason":"Later.","until":"2026-02-10"}"""))));
        Assert.Equal("422 invalid day-out-of-range", await Refusal(await manager.PostAsync($"{Address(End)}/snooze", Json("""{"reason":"Later.","until":"2028-01-01"}"""))));
        using var put = await manager.PostAsync($"{Address(End)}/snooze", Json("""{"reason":"After the election.","until":"2026-05-11"}"""));
        var putOff = JsonNode.Parse(await put.Content.ReadAsStringAsync())!;
        Assert.Equal(("2026-05-11", "snoozed"), ((string)putOff["nextOn"]!, (string)putOff["handling"]!["answer"]!));

        Assert.Equal("422 invalid no-such-recipient", await Refusal(await manager.PostAsync($"{Address(End)}/hand-over", Json("""{"reason":"Hers now.","to":"eve"}"""))));
        await Named(service, """{"id":"eve","role":"escalationOwner","way":"mail","address":"eve@council.example","awayUntil":null}""");
        using var given = await manager.PostAsync($"{Address(End)}/hand-over", Json("""{"reason":"Hers now.","to":"eve"}"""));
        Assert.Equal("eve", (string)JsonNode.Parse(await given.Content.ReadAsStringAsync())!["handling"]!["to"]!);
    }

    [Fact]
    public async Task What_is_no_alert_or_has_ended_or_has_no_reason_is_refused()
    {
        await using var service = await WithContract();
        using var manager = service.As("manager");
        Assert.Equal("404 not-found", await Refusal(await manager.GetAsync($"{Contract}/alerts/0123456789abcdef")));
        Assert.Equal("404 not-found", await Refusal(await manager.PostAsync($"{Contract}/alerts/none/acknowledge", Json("""{"reason":"Seen."}"""))));
        Assert.Equal("404 not-found", await Refusal(await manager.PostAsync($"{Contract}/alerts/0123456789abcdef/acknowledge", Json("""{"reason":"Seen."}"""))));
        Assert.Equal("422 invalid reason-missing", await Refusal(await manager.PostAsync($"{Address(End)}/acknowledge", Json("""{"reason":" "}"""))));
        await service.Send(Sample("first-return.csv"));
        Assert.Equal("409 not-from-there", await Refusal(await manager.PostAsync($"{Address("my-first/returnDue/return/2026-01/5 working days")}/acknowledge", Json("""{"reason":"Seen."}"""))));
        using var supplier = service.As("supplier");
        Assert.Equal("403 forbidden", await Refusal(await supplier.PostAsync($"{Address(End)}/acknowledge", Json("""{"reason":"Seen."}"""))));
    }

    [Fact]
    public async Task Who_is_told_is_named_by_the_manager_and_seen_by_nobody_else()
    {
        await using var service = await WithContract();
        var before = await service.Get($"{Contract}/recipients");
        Assert.True((bool)before["fromContractFile"]!);
        var after = await Named(service, """{"id":"ann","role":"contractManager","way":"mail","address":"ann@council.example","awayUntil":"2026-02-20"}""", """{"id":"room","role":"teamMailbox","way":"screen","address":null,"awayUntil":null}""");
        Assert.False((bool)after["fromContractFile"]!);
        Assert.Equal(["ann contractManager mail ann@council.example 2026-02-20", "room teamMailbox screen  "], (await service.Get($"{Contract}/recipients"))["recipients"]!.AsArray()
            .Select(r => $"{r!["id"]} {r["role"]} {r["way"]} {r["address"]} {r["awayUntil"]}"));
        var row = (await service.Get($"{Contract}/audit"))["items"]!.AsArray().Single(r => (string)r!["what"]! == "recipients named")!;
        Assert.Equal("ann (ContractManager, Mail), room (TeamMailbox, Screen): as agreed", (string)row["detail"]!);
        Assert.DoesNotContain(service.Logs.Lines, l => l.Contains('@', StringComparison.Ordinal));

        using var manager = service.As("manager");
        Assert.Equal("422 invalid recipient-address", await Refusal(await manager.PutAsync($"{Contract}/recipients", Json("""{"reason":"x","recipients":[{"id":"ann","role":"contractManager","way":"mail","address":"nowhere","awayUntil":null}]}"""))));
        foreach (var other in (string[])["supplier", "auditor", "administrator"])
        {
            using var client = service.As(other);
            Assert.Equal("403 forbidden", await Refusal(await client.GetAsync($"{Contract}/recipients")));
        }
    }

    /// <summary>From the 10th on the next that somebody hears of is the return due on the 13th.</summary>
    [Fact]
    public async Task A_contract_says_when_somebody_hears_of_it_next()
    {
        await using var service = await WithContract();
        Assert.Equal("2026-02-13", (string)(await service.Get(Contract))["inSum"]!["nextAlertOn"]!);
    }

    private static async Task<JsonNode> Named(ApiService service, params string[] recipients)
    {
        using var manager = service.As("manager");
        using var put = await manager.PutAsync($"{Contract}/recipients", Json($$"""{"reason":"as agreed","recipients":[{{string.Join(",", recipients)}}]}"""));
        var body = await put.Content.ReadAsStringAsync();
        Assert.True(put.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!;
    }
}
