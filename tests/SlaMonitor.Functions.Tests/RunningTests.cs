using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Golden;
using SlaMonitor.Service;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.TestStorage;

namespace SlaMonitor.Functions.Tests;

/// <summary>The triggers at work, as the host would call them, on real storage.</summary>
public class RunningTests
{
    [Fact]
    public async Task A_return_goes_its_way_from_trigger_to_trigger()
    {
        var (triggers, stores, services) = await Begin();
        var file = File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/first-contract.yaml"));
        var officer = new Asked("tenant/officer", "test", null);
        var terms = services.GetRequiredService<PutTerms>();
        var draft = Assert.IsType<TermsOutcome.Drafted>(await terms.Draft("my-first", new(2026, 1, 1), file, null, officer)).Draft;
        await terms.Activate("my-first", draft.EffectiveFrom, draft.Version, officer with { By = "tenant/head" });
        var receipt = Assert.IsType<Reception.New>(await services.GetRequiredService<ReceiveReturn>().Of(
            new("my-first", "tenant/supplier", File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/first-return.csv")), null) { Confirmed = "Known." })).Receipt;

        while (await stores.Assess.Receive(1, Duration.FromMinutes(1)) is [var message])
        {
            await triggers.Assess(message.Text);
            await stores.Assess.Delete(message);
        }

        Assert.Equal(ReceiptStatus.Accepted, (await stores.Register.Receipt("my-first", receipt.Id))!.Status);
        var alerts = await stores.Alerts.Receive(32, Duration.FromMinutes(1));
        Assert.NotEmpty(alerts);
        foreach (var message in alerts) await triggers.Alert(message.Text);
        Assert.Contains(await stores.Undelivered.All(), u => u.Contract == "my-first");
        await triggers.Sweep(new());
        await triggers.Watch(new());
        await triggers.Daily(new());
        Assert.NotNull(await stores.Index.Daily(SystemClock.Instance.GetCurrentInstant().InUtc().Date));
    }

    /// <summary>What the Functions host routed by must not be what our pipeline routes by.</summary>
    [Theory]
    [InlineData("/healthz", 200)]
    [InlineData("/api/v1/contracts", 401)]
    [InlineData("/no/such/page", 404)]
    public async Task Requests_reach_the_pipeline(string path, int status)
    {
        var (triggers, _, services) = await Begin();
        using var request = services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = request.ServiceProvider };
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new MemoryStream()));
        (context.Request.Method, context.Request.Path, context.Request.Scheme, context.Request.Host) = ("GET", path, "http", new("localhost"));
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Loopback;
        context.SetEndpoint(new(null, null, "of the other host"));
        context.Request.RouteValues = new RouteValueDictionary { ["path"] = path };

        await triggers.Web(context.Request);
        Assert.Equal(status, context.Response.StatusCode);
    }

    [Fact]
    public async Task The_development_sign_in_does_not_exist_in_Azure()
    {
        var builder = await Builder();
        builder.Configuration["WEBSITE_SITE_NAME"] = "sla-monitor";
        Assert.Contains("AZURE_FUNCTIONS_ENVIRONMENT", Assert.Throws<InvalidOperationException>(() => FunctionsHost.Configure(builder, SystemClock.Instance, count => new byte[count])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_storage_it_does_not_start()
    {
        var builder = await Builder();
        builder.Configuration["Storage"] = "";
        Assert.Contains("Storage__accountName", Assert.Throws<InvalidOperationException>(() => FunctionsHost.Configure(builder, SystemClock.Instance, count => new byte[count])).Message, StringComparison.Ordinal);
    }

    /// <summary>The integration with ASP.NET Core has the worker host a web application too.</summary>
    private static async Task<WebApplicationBuilder> Builder()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage"] = await AzuriteFixture.ConnectionString() });
        builder.Logging.ClearProviders();
        return builder;
    }

    private static async Task<(Triggers Triggers, Stores Stores, IServiceProvider Services)> Begin()
    {
        var builder = await Builder();
        FunctionsHost.Configure(builder, SystemClock.Instance, count => new byte[count]);
        builder.Services.AddSingleton<Triggers>();
        var services = builder.Build().Services;
        var stores = services.GetRequiredService<Stores>();
        await stores.Account.EnsureCreated();
        return (services.GetRequiredService<Triggers>(), stores, services);
    }
}
