using System.Net;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

public class HealthTests
{
    [Fact]
    public async Task Alive_is_one_thing_and_ready_another()
    {
        var setup = new InstanceSetup();
        await using var issuer = await Issuer.Start();
        await using var instance = await Instance.Start(issuer, setup);
        using var client = instance.Client();
        Assert.Equal("""{"ready":true,"degraded":false,"checks":[{"name":"tables","isReady":true,"isDegraded":false},{"name":"queues","isReady":true,"isDegraded":false}]}""", await client.GetStringAsync("/readyz"));

        setup.Readiness.Now = [new("tables", true), new("queues", true, IsDegraded: true)];
        Assert.Equal("""{"ready":true,"degraded":true,"checks":[{"name":"tables","isReady":true,"isDegraded":false},{"name":"queues","isReady":true,"isDegraded":true}]}""", await client.GetStringAsync("/readyz"));

        setup.Readiness.Now = [new("tables", true), new("queues", false)];
        using var response = await client.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(
            """{"ready":false,"degraded":true,"checks":[{"name":"tables","isReady":true,"isDegraded":false},{"name":"queues","isReady":false,"isDegraded":false}]}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("""{"status":"alive"}""", await client.GetStringAsync("/healthz"));
    }
}
