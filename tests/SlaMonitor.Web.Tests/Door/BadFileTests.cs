using System.Text;
using static SlaMonitor.Web.Tests.Api.ApiService;

namespace SlaMonitor.Web.Tests.Door;

/// <summary>A file is told apart by what it holds when it is looked at. What is wrong with it stands in its receipt, and nothing of it counts.</summary>
public sealed class BadFileTests(DoorService door) : IClassFixture<DoorService>
{
    private const string Returns = $"{Contract}/returns";

    public static TheoryData<string, string, string> Files => new()
    {
        { "very deep JSON", "document-too-deep", new string('[', 100_000) },
        { "JSON with a key twice", "document-duplicate-key", """{"contract":"my-first","contract":"my-first"}""" },
        { "JSON of very many values", "document-too-many-nodes", $"[{string.Concat(Enumerable.Repeat("0,", 200_001))}0]" },
        { "JSON that breaks off", "json-syntax", """{"contract":"my-first""" },
        { "a table of very many rows", "table-too-many-rows", "indicator,figure,value\n" + string.Concat(Enumerable.Repeat("KPI1,of,1\n", 100_001)) },
        { "a table with very much wrong with it", "findings-left-out", "indicator,figure,value\n" + string.Concat(Enumerable.Repeat("KPI1,of,1\n", 5_000)) },
        { "a table of very many columns", "table-too-many-columns", $"indicator,figure,value{new string(',', 500)}\n" },
        { "a page", "column-missing", "<!doctype html><script>alert(1)</script>" },
        { "a document of another kind", "table-not-csv", "%PDF-1.7" },
        { "an archive", "table-not-csv", "\u001f\u008b\u0008" },
        { "zeros", "table-nul-byte", "indicator,figure,value\nKPI1,of,\0\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_a_file_holds_too_much_of_or_should_not_hold_is_said_in_its_receipt(string name, string code, string file)
    {
        using var supplier = door.Api.As("supplier");
        var assessed = await Assessed();
        // Whatever it is called and said to be.
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.Latin1.GetBytes(file)), "file", "../../raw/january.csv" } };
        using var sent = await supplier.PostAsync(Returns, form);
        await door.Api.Work();
        var receipt = await door.Api.Get(supplier, sent.Headers.Location!.ToString());
        Assert.Equal("refused", (string)receipt["status"]!);
        Assert.InRange(receipt["findings"]!.AsArray().Count, 1, 1_001);
        Assert.True(receipt["findings"]!.AsArray().Any(f => (string)f!["code"]! == code), $"{name}: {receipt["findings"]!.ToJsonString()}");
        Assert.Single((await door.Api.Get(Returns))["items"]!.AsArray());
        Assert.Equal(assessed, await Assessed());
        Assert.DoesNotContain(await Hosting.Everything.In(door.Api.Stores.Account), line => line.Contains("january.csv"));
        door.ExpectsNothingUnexpected();
    }

    /// <summary>What the contract comes to and from what; that a refusal is told makes an assessment of its own.</summary>
    private async Task<string> Assessed()
    {
        var current = (await door.Api.Get($"{Contract}/assessments/current")).AsObject();
        Assert.True(current.Remove("inSum"));
        return current.ToJsonString();
    }
}
