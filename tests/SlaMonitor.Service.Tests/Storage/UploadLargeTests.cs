using System.Net;
using NodaTime;
using SlaMonitor.Golden;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Storage;

public class UploadLargeTests
{
    private const string Supplier = "tenant/supplier";

    private static byte[] FirstReturn => File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/first-return.csv"));

    [Fact]
    public async Task A_file_put_straight_into_storage_is_received_like_any_other_and_once()
    {
        var (service, upload) = await Begin();
        var begun = await upload.Begin("my-first", Supplier);
        Assert.Equal(HttpStatusCode.Created, await Put(begun.Address, FirstReturn));

        var first = Assert.IsType<Reception.New>(Assert.IsType<UploadDone.Received>(await upload.Done(begun.Id, Sent())).Reception);
        var second = Assert.IsType<Reception.Again>(Assert.IsType<UploadDone.Received>(await upload.Done(begun.Id, Sent())).Reception);
        Assert.Equal(first.Receipt.Id, second.Receipt.Id);
        await service.Work();
        Assert.Equal(ReceiptStatus.Accepted, (await service.Stores.Register.Receipt("my-first", first.Receipt.Id))!.Status);
        Assert.Null(await service.Stores.Uploads.Length($"my-first/{begun.Id}"));
    }

    [Fact]
    public async Task Its_leave_is_to_create_that_one_blob_once_and_for_minutes()
    {
        var (service, upload) = await Begin();
        var begun = await upload.Begin("my-first", Supplier);
        Assert.Equal(begun.Until, service.Clock.GetCurrentInstant() + Duration.FromMinutes(15));
        Assert.Equal(HttpStatusCode.Created, await Put(begun.Address, FirstReturn));
        Assert.NotEqual(HttpStatusCode.Created, await Put(begun.Address, [1]));
        using var http = new HttpClient();
        Assert.False((await http.GetAsync(begun.Address)).IsSuccessStatusCode);
        Assert.NotEqual(HttpStatusCode.Created, await Put(new(begun.Address.ToString().Replace(begun.Id, "other", StringComparison.Ordinal)), [1]));

        service.Clock.Reset(Now() - Duration.FromHours(1));
        Assert.Equal(HttpStatusCode.Forbidden, await Put((await upload.Begin("my-first", Supplier)).Address, FirstReturn));
    }

    [Fact]
    public async Task What_was_not_uploaded_or_by_somebody_else_is_not_there()
    {
        var (_, upload) = await Begin();
        var begun = await upload.Begin("my-first", Supplier);
        Assert.IsType<UploadDone.NothingThere>(await upload.Done(begun.Id, Sent()));
        await Put(begun.Address, FirstReturn);
        Assert.IsType<UploadDone.NothingThere>(await upload.Done(begun.Id, Sent() with { By = "tenant/other" }));
        Assert.IsType<UploadDone.NothingThere>(await upload.Done("../../other", Sent()));
    }

    private static SentReturn Sent() => new("my-first", Supplier, [], null) { Confirmed = "Known." };

    /// <summary>The emulator holds leave against the true time.</summary>
    private static Instant Now() => SystemClock.Instance.GetCurrentInstant();

    private static async Task<(TestService Service, UploadLarge Upload)> Begin()
    {
        var service = await TestService.Begin(Now());
        await service.Activate("first-contract.yaml");
        return (service, new(service.Stores, service.Receive, service.Clock));
    }

    private static async Task<HttpStatusCode> Put(Uri address, byte[] bytes)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(bytes) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        return (await http.SendAsync(request)).StatusCode;
    }
}
