using System.Net;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

/// <summary>The pipeline behind one catch-all endpoint of another's, as a Functions host has it: nothing of that endpoint gets in, and
/// everything answers as on Kestrel.</summary>
public class HeadTests
{
    [Fact]
    public async Task Behind_a_catch_all_everything_answers_as_it_does_by_itself()
    {
        await using var issuer = await Issuer.Start();
        var setup = new InstanceSetup { IsBehindCatchAll = true };
        setup.Given[$"{Issuer.Tenant}/77777777-7777-4777-8777-777777777777"] = Assignments.To("riverside-ict");
        setup.Given[$"{Issuer.Tenant}/33333333-3333-4333-8333-333333333333"] = Assignments.To("riverside-ict");
        await using var behind = await Instance.Start(issuer, setup);
        await using var alone = await Instance.Start(issuer, setup with { IsBehindCatchAll = false });

        var token = issuer.Token(Issuer.Program("77777777-7777-4777-8777-777777777777", "Auditor"));
        foreach (var authorization in (string?[])[null, $"Bearer {token}"])
            foreach (var (method, path) in ((string, string)[])[("GET", "/healthz"), ("GET", "/readyz"), ("GET", "/api/v1/me"), ("GET", "/openapi/v1.json"), ("GET", "/no"), ("POST", "/healthz")])
            {
                var (here, there) = (await Ask(alone, authorization, method, path), await Ask(behind, authorization, method, path));
                Assert.Equal(here, there);
            }

        using var browser = new Browser();
        using var arrived = await browser.SignIn(behind, "/sign-in?returnUrl=/api/v1/me");
        Assert.Equal(HttpStatusCode.OK, arrived.StatusCode);
    }

    /// <summary>Status, gate's answer and body; the correlation id is the request's own.</summary>
    private static async Task<(HttpStatusCode, string?, string)> Ask(Instance instance, string? authorization, string method, string path)
    {
        using var client = instance.Client(authorization);
        using var request = new HttpRequestMessage(new(method), path);
        request.Headers.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        using var response = await client.SendAsync(request);
        return (response.StatusCode, response.Headers.TryGetValues(Instance.VerdictHeader, out var verdict) ? verdict.Single() : null, await response.Content.ReadAsStringAsync());
    }
}
