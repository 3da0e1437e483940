using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Api;

public class ReturnsApiTests
{
    private const string Returns = $"{Contract}/returns";

    /// <summary>It claims 95 % where 188 of 200 are 94 %: a warning.</summary>
    private static readonly string File = Sample("first-return.csv");

    /// <summary>190 of 200 are the 95 % it claims.</summary>
    private static readonly string Sound = File.Replace("188", "190");

    [Fact]
    public async Task A_return_is_received_and_its_receipt_says_what_became_of_it()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        using var sent = await supplier.PostAsync(Returns, Csv(Sound));
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        var receipt = JsonNode.Parse(await sent.Content.ReadAsStringAsync())!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sound))), (string)receipt["sha256"]!);
        Assert.Equal(("received", "2026-02-10T09:00:00Z", false), ((string)receipt["status"]!, (string)receipt["receivedAt"]!, (bool)receipt["delayed"]!));

        using var waiting = await supplier.GetAsync(sent.Headers.Location);
        Assert.Equal("2", waiting.Headers.RetryAfter!.ToString());
        service.Clock.AdvanceMinutes(5);
        Assert.False((bool)(await service.Get(supplier, sent.Headers.Location!.ToString()))["delayed"]!);
        service.Clock.AdvanceSeconds(1);
        Assert.True((bool)(await service.Get(supplier, sent.Headers.Location!.ToString()))["delayed"]!);

        await service.Work();
        using var done = await supplier.GetAsync(sent.Headers.Location);
        Assert.Null(done.Headers.RetryAfter);
        receipt = JsonNode.Parse(await done.Content.ReadAsStringAsync())!;
        Assert.Equal(("accepted", "2026-01", 1, 0), ((string)receipt["status"]!, (string)receipt["period"]!, (int)receipt["revision"]!, receipt["findings"]!.AsArray().Count));
        Assert.Equal("404 not-found", await Refusal(await supplier.GetAsync($"{Returns}/receipts/{new string('0', 32)}")));
        Assert.Equal("404 not-found", await Refusal(await supplier.GetAsync($"{Returns}/receipts/latest")));
    }

    [Fact]
    public async Task The_same_key_and_body_get_the_same_answer_and_another_body_is_refused()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        using var first = await supplier.SendAsync(Request(HttpMethod.Post, Returns, Csv(Sound), ("Idempotency-Key", "january")));
        await service.Work();
        service.Clock.AdvanceMinutes(1);
        using var again = await supplier.SendAsync(Request(HttpMethod.Post, Returns, Csv(Sound), ("Idempotency-Key", "january")));
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal("422 idempotency-key-reused", await Refusal(await supplier.SendAsync(Request(HttpMethod.Post, Returns, Csv(File), ("Idempotency-Key", "january")))));
        Assert.Equal("400 bad-idempotency-key", await Refusal(await supplier.SendAsync(Request(HttpMethod.Post, Returns, Csv(File), ("Idempotency-Key", "with space")))));
        await service.Work();
        Assert.Single((await service.Get(Returns))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_form_brings_one_file_and_may_confirm_its_warnings()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        using var form = new MultipartFormDataContent { { new StringContent(File), "file", "january.csv" }, { new StringContent("Known – see the note."), "confirmWarnings" } };
        using var sent = await supplier.PostAsync(Returns, form);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        await service.Work();
        var receipt = await service.Get(supplier, sent.Headers.Location!.ToString());
        Assert.Equal("accepted", (string)receipt["status"]!);
        Assert.Equal("Known – see the note.", (string)(await service.Get(Returns))["items"]![0]!["reason"]!);

        using var two = new MultipartFormDataContent { { new StringContent("a"), "file", "a.csv" }, { new StringContent("b"), "file", "b.csv" } };
        Assert.Equal("400 bad-request", await Refusal(await supplier.PostAsync(Returns, two)));
        Assert.Equal("400 bad-request", await Refusal(await supplier.PostAsync(Returns, Csv(""))));
    }

    [Fact]
    public async Task Findings_come_all_of_them_and_as_CSV()
    {
        await using var service = await WithContract();
        var receipt = await service.Send(Sound.Replace("190", "many").Replace("KPI1,to,200", "KPI9,to,200"));
        Assert.Equal("refused", (string)receipt["status"]!);
        Assert.True(receipt["findings"]!.AsArray().Count(f => (bool)f!["isError"]!) >= 2);
        using var supplier = service.As("supplier");
        using var csv = await supplier.SendAsync(Request(HttpMethod.Get, $"{Returns}/receipts/{receipt["id"]}", null, ("Accept", "text/csv")));
        var rows = (await csv.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("severity,code,pointer,sheet,cell,line,column,expected,found,why", rows[0]);
        Assert.Equal(receipt["findings"]!.AsArray().Count + 1, rows.Length);
        Assert.Empty((await service.Get(Returns))["items"]!.AsArray());
    }

    [Fact]
    public async Task Warnings_are_confirmed_revisions_replaced_and_withdrawn()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        Assert.Equal("awaitsConfirmation", (string)(await service.Send(File, confirm: null))["status"]!);
        using var anew = await supplier.SendAsync(Request(HttpMethod.Post, Returns, Csv(File), ("Idempotency-Key", "anew")));
        await service.Work();
        var repeated = await service.Get(supplier, anew.Headers.Location!.ToString());
        Assert.Equal("alreadyHeld", (string)repeated["status"]!);
        Assert.Equal("The same file has come before and counts once its warnings are confirmed. Nothing has changed.", (string)repeated["inWords"]!);
        Assert.Equal(["1 awaitsConfirmation"], await States());

        Assert.Equal("422 invalid reason-missing", await Refusal(await supplier.PostAsync($"{Returns}/2026-01/1/confirm", Json("""{"reason":""}"""))));
        using var confirmed = await supplier.PostAsync($"{Returns}/2026-01/1/confirm", Json("""{"reason":"known"}"""));
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        using var again = await supplier.PostAsync($"{Returns}/2026-01/1/confirm", Json("""{"reason":"known"}"""));
        Assert.Equal((HttpStatusCode.OK, "true"), (again.StatusCode, again.Headers.GetValues("Idempotency-Replayed").Single()));
        Assert.Equal("409 not-from-there", await Refusal(await supplier.PostAsync($"{Returns}/2026-01/1/confirm", Json("""{"reason":"other"}"""))));

        await service.Send(Sound);
        Assert.Equal(["1 replaced", "2 accepted"], await States());
        using var withdrawn = await supplier.PostAsync($"{Returns}/2026-01/2/withdraw", Json("""{"reason":"wrong month"}"""));
        Assert.Equal("withdrawn", (string)JsonNode.Parse(await withdrawn.Content.ReadAsStringAsync())!["state"]!);
        Assert.Equal(["1 accepted", "2 withdrawn"], await States());
        Assert.Equal("409 not-from-there", await Refusal(await supplier.PostAsync($"{Returns}/2026-01/2/confirm", Json("""{"reason":"no"}"""))));
        Assert.Equal("404 not-found", await Refusal(await supplier.PostAsync($"{Returns}/2026-01/9/withdraw", Json("""{"reason":"no"}"""))));

        var one = await service.Get($"{Returns}/2026-01/1");
        Assert.Equal(("2026-02-10", "known"), ((string)one["return"]!["submittedOn"]!, (string)one["return"]!["reason"]!));
        Assert.Equal("my-first", (string)one["facts"]!["contract"]!);
        Assert.Equal("404 not-found", await Refusal(await supplier.GetAsync($"{Returns}/2026-01/3")));
        var page = await service.Get($"{Returns}?limit=1");
        Assert.Equal("2", (await service.Get($"{Returns}?limit=1&cursor={page["next"]}"))["items"]![0]!["revision"]!.ToJsonString());

        async Task<IEnumerable<string>> States() => (await service.Get(Returns))["items"]!.AsArray().Select(r => $"{r!["revision"]} {r["state"]}");
    }

    /// <summary>A sender can make a file that a browser would take for a page; it comes back as it came and is never shown.</summary>
    [Fact]
    public async Task The_file_of_a_revision_comes_back_as_it_came_and_is_never_shown()
    {
        await using var service = await WithContract();
        var page = Sound + ",comment,<script>alert(1)</script>\n";
        await service.Send(page);
        using var supplier = service.As("supplier");
        using var file = await supplier.GetAsync($"{Returns}/2026-01/1/file");
        Assert.Equal(Encoding.UTF8.GetBytes(page), await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename=my-first-2026-01-1.csv; filename*=UTF-8''my-first-2026-01-1.csv", file.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(["nosniff"], file.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["default-src 'none'; sandbox"], file.Headers.GetValues("Content-Security-Policy"));
        foreach (var none in (string[])["2026-01/2", "2026-02/1", "2026-01/0", "january/1"])
            Assert.Equal("404 not-found", await Refusal(await supplier.GetAsync($"{Returns}/{none}/file")));
    }

    [Fact]
    public async Task Nothing_to_report_is_a_return()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        using var sent = await supplier.PostAsync($"{Returns}/2026-01/nothing", null);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        await service.Work();
        var waiting = await service.Get(supplier, sent.Headers.Location!.ToString());
        Assert.Equal(("awaitsConfirmation", "nothing-to-report"), ((string)waiting["status"]!, (string)waiting["findings"]![0]!["code"]!));
        service.Clock.AdvanceMinutes(1);
        using var confirmed = await supplier.SendAsync(Request(HttpMethod.Post, $"{Returns}/2026-01/nothing", null, ("Confirm-Warnings", "The office was closed.")));
        await service.Work();
        Assert.Equal("accepted", (string)(await service.Get(supplier, confirmed.Headers.Location!.ToString()))["status"]!);
        Assert.Equal("404 not-found", await Refusal(await supplier.PostAsync($"{Returns}/2025-01/nothing", null)));
        Assert.Equal("404 not-found", await Refusal(await supplier.PostAsync($"{Returns}/january/nothing", null)));
    }

    [Fact]
    public async Task The_client_imports_history_with_the_dates_in_the_file()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        Assert.Equal("403 forbidden", await Refusal(await supplier.PostAsync($"{Returns}?history=true", Csv(Sound))));
        service.Clock.AdvanceDays(90);
        using var manager = service.As("manager");
        using var sent = await manager.PostAsync($"{Returns}?history=true", Csv(Sound));
        await service.Work();
        Assert.Equal("2026-02-10", (string)(await service.Get(Returns))["items"]![0]!["submittedOn"]!);
    }

    /// <summary>The sample is dated 10 February; received on the 11th it counts by the 11th.</summary>
    [Fact]
    public async Task A_receipt_says_by_which_day_the_return_counts_and_which_revision_replaced_it()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        service.Clock.AdvanceDays(1);
        var receipt = await service.Send(Sound);
        Assert.Equal("2026-02-11", (string)receipt["datedOn"]!);
        Assert.Equal(
            ["The file's own date, 10 February 2026, is not used: the return counts by 11 February 2026, the day it was received."], receipt["notes"]!.AsArray().Select(n => (string)n!));
        Assert.Equal(("Accepted.", null), ((string)receipt["inWords"]!, (int?)receipt["replacedBy"]));

        var second = await service.Send(File.Replace("2026-02-10", "2026-02-11"));
        Assert.Empty(second["notes"]!.AsArray());
        var first = await service.Get(supplier, $"{Returns}/receipts/{receipt["id"]}");
        Assert.Equal(("Accepted, and replaced since: revision 2 counts.", 2), ((string)first["inWords"]!, (int)first["replacedBy"]!));
        using var withdrawn = await supplier.PostAsync($"{Returns}/2026-01/2/withdraw", Json("""{"reason":"wrong"}"""));
        Assert.Equal("Accepted.", (string)(await service.Get(supplier, $"{Returns}/receipts/{receipt["id"]}"))["inWords"]!);
    }

    [Fact]
    public async Task What_the_client_imported_the_client_alone_replaces_and_withdraws()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        using var manager = service.As("manager");
        using var imported = await manager.PostAsync($"{Returns}?history=true", Csv(Sound));
        await service.Work();
        Assert.Empty((await service.Get(manager, imported.Headers.Location!.ToString()))["notes"]!.AsArray());
        var refused = await service.Send(File);
        Assert.Equal(("refused", "history-imported"), ((string)refused["status"]!, (string)refused["findings"]!.AsArray().Single(f => (bool)f!["isError"]!)!["code"]!));
        Assert.Equal("403 forbidden", await Refusal(await supplier.PostAsync($"{Returns}/2026-01/1/withdraw", Json("""{"reason":"ours"}"""))));
        Assert.Equal(["1 accepted True"], await States());
        using var withdrawn = await manager.PostAsync($"{Returns}/2026-01/1/withdraw", Json("""{"reason":"the supplier sends it"}"""));
        Assert.Equal(HttpStatusCode.OK, withdrawn.StatusCode);
        service.Clock.AdvanceMinutes(1);
        Assert.Equal("accepted", (string)(await service.Send(File))["status"]!);
        Assert.Equal(["1 withdrawn True", "2 accepted False"], await States());

        async Task<IEnumerable<string>> States() => (await service.Get(Returns))["items"]!.AsArray().Select(r => $"{r!["revision"]} {r["state"]} {(bool)r["imported"]!}");
    }

    [Fact]
    public async Task A_link_sends_for_its_period_and_sees_what_it_sent()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        using var january = service.ByLink(await LinkFor("2026-01"));
        using var sent = await january.PostAsync(Returns, Csv(Sound));
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        using var others = await supplier.PostAsync(Returns, Csv(File));
        await service.Work();
        Assert.Equal("accepted", (string)(await service.Get(january, sent.Headers.Location!.ToString()))["status"]!);
        Assert.Equal("404 not-found", await Refusal(await january.GetAsync(others.Headers.Location!.ToString().Replace("/receipts/", "/sent/"))));
        Assert.Equal("403 forbidden", await Refusal(await january.GetAsync(others.Headers.Location)));
        Assert.Equal("403 forbidden", await Refusal(await january.GetAsync(Returns)));
        Assert.Equal("404 no-such-contract", await Refusal(await january.PostAsync("/api/v1/contracts/other/returns", Csv(Sound))));

        using var february = service.ByLink(await LinkFor("2026-02"));
        Assert.Equal("403 forbidden", await Refusal(await february.PostAsync($"{Returns}/2026-01/nothing", null)));
        using var wrong = await february.PostAsync(Returns, Csv(Sound));
        await service.Work();
        var refused = await service.Get(february, wrong.Headers.Location!.ToString());
        Assert.Equal(("refused", "period-not-of-link"), ((string)refused["status"]!, (string)refused["findings"]![0]!["code"]!));
        Assert.Equal(3, (int)refused["findings"]![0]!["line"]!);

        async Task<string> LinkFor(string period)
        {
            using var given = await supplier.PostAsync($"{Returns}/{period}/links", null);
            return (string)JsonNode.Parse(await given.Content.ReadAsStringAsync())!["token"]!;
        }
    }

    [Fact]
    public async Task A_large_file_goes_straight_into_storage()
    {
        // Storage goes by its own clock when it looks at the leave.
        await using var service = await WithContract(SystemClock.Instance.GetCurrentInstant());
        using var supplier = service.As("supplier");
        using var begun = await supplier.PostAsync($"{Returns}/uploads", null);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var upload = JsonNode.Parse(await begun.Content.ReadAsStringAsync())!;
        Assert.Equal("404 not-found", await Refusal(await supplier.PostAsync(begun.Headers.Location, null)));
        // As the README has it of workbooks, and 'sla check' of every file.
        Assert.Equal("""{"csv":16777216,"workbook":16777216,"json":4194304}""", upload["mostBytesByKind"]!.ToJsonString());
        Assert.Equal(16 * 1024 * 1024, (long)upload["mostBytes"]!);
        using var storage = new HttpClient();
        using var put = await storage.SendAsync(Request(HttpMethod.Put, (string)upload["address"]!, Csv(Sound), ("x-ms-blob-type", "BlockBlob")));
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        using var done = await supplier.PostAsync(begun.Headers.Location, null);
        await service.Work();
        Assert.Equal("accepted", (string)(await service.Get(supplier, done.Headers.Location!.ToString()))["status"]!);
        using var again = await supplier.PostAsync(begun.Headers.Location, null);
        Assert.Equal((HttpStatusCode.Accepted, done.Headers.Location), (again.StatusCode, again.Headers.Location));
    }

    [Fact]
    public async Task What_is_too_large_or_of_no_contract_is_not_taken()
    {
        await using var service = await WithContract();
        using var supplier = service.As("supplier");
        Assert.Equal("413 too-large", await Refusal(await supplier.PostAsync(Returns, Csv(new string(' ', (4 * 1024 * 1024) + 1)))));
        using var large = await supplier.PostAsync($"{Contract}/returns/2026-01/1/withdraw", Json($$"""{"reason":"{{new string('x', 8 * 1024 * 1024)}}"}"""));
        Assert.Matches("^At most [0-9]+ bytes are taken[.]$", (string)JsonNode.Parse(await large.Content.ReadAsStringAsync())!["detail"]!);
        using var unread = await supplier.GetAsync($"{Returns}?limit=abc");
        Assert.Contains("A value in the address", (string)JsonNode.Parse(await unread.Content.ReadAsStringAsync())!["detail"]!);
        Assert.Equal("404 no-such-contract", await Refusal(await supplier.PostAsync("/api/v1/contracts/none-such/returns", Csv(Sound))));
        Assert.Equal("404 no-such-contract", await Refusal(await supplier.PostAsync("/api/v1/contracts/none-such/returns/uploads", null)));
        using var auditor = service.As("auditor");
        Assert.Equal("403 forbidden", await Refusal(await auditor.PostAsync(Returns, Csv(Sound))));
    }
}
