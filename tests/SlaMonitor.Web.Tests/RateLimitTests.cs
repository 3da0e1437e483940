using SlaMonitor.Service.Access;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Requests;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

public class RateLimitTests
{
    private const string One = "77777777-7777-4777-8777-777777777777", Two = "88888888-8888-4888-8888-888888888888";

    private static readonly InstanceSetup Setup = new()
    {
        More = app => app.MapPost("/api/v1/contracts/{code}/probes", () => "").Needs(Permission.SubmitReturn).CountsAsUpload(),
        Given = new() { [$"{Issuer.Tenant}/{One}"] = Assignments.Every, [$"{Issuer.Tenant}/{Two}"] = Assignments.Every },
    };

    [Fact]
    public async Task One_caller_at_the_limit_keeps_no_other_out()
    {
        await using var issuer = await Issuer.Start();
        await using var instance = await Instance.Start(issuer, Setup with { Settings = new() { ["Web:Limits:RequestsPerMinute"] = "3" } });
        using var one = instance.Client($"Bearer {issuer.Token(Issuer.Program(One, "Auditor"))}");
        using var two = instance.Client($"Bearer {issuer.Token(Issuer.Program(Two, "Auditor"))}");
        Assert.Equal([200, 200, 200, 429], await Statuses(4, () => one.GetAsync("/api/v1/me")));
        Assert.Equal([200], await Statuses(1, () => two.GetAsync("/api/v1/me")));
        using var refused = await one.GetAsync("/api/v1/me");
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Uploads_are_counted_by_themselves()
    {
        await using var issuer = await Issuer.Start();
        await using var instance = await Instance.Start(issuer, Setup with { Settings = new() { ["Web:Limits:UploadsPerMinute"] = "2" } });
        using var client = instance.Client($"Bearer {issuer.Token(Issuer.Program(One, "SupplierSubmitter"))}");
        Assert.Equal([200, 200, 429], await Statuses(3, () => client.PostAsync("/api/v1/contracts/riverside-ict/probes", null)));
        Assert.Equal([200], await Statuses(1, () => client.GetAsync("/api/v1/me")));
    }

    [Fact]
    public async Task An_address_is_limited_before_anybody_is_looked_up()
    {
        await using var issuer = await Issuer.Start();
        // One of them is the client's own look at the description.
        await using var instance = await Instance.Start(issuer, Setup with { Settings = new() { ["Web:Limits:RequestsPerMinuteOfAddress"] = "4" } });
        using var client = instance.Client("Bearer guess");
        Assert.Equal([401, 401, 401, 429], await Statuses(4, () => client.GetAsync("/api/v1/me")));
    }

    private static async Task<List<int>> Statuses(int times, Func<Task<HttpResponseMessage>> ask)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var response = await ask();
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
