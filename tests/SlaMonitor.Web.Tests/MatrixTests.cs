using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests;

/// <summary>Every role at every endpoint, for its own contract and for another's. The endpoints are those that are there, and not a list;
/// what must come out follows from what each says it needs and from the table of permissions.</summary>
public sealed class MatrixTests : IAsyncLifetime
{
    private const string Own = "own-contract", Other = "other-contract", Period = "2026-03";

    private static readonly AppRole?[] Roles = [.. Enum.GetValues<AppRole>(), null];

    private readonly InstanceSetup _setup = new() { More = ProbeEveryPermission };

    private Issuer _issuer = null!;
    private Instance _instance = null!;

    public async Task InitializeAsync()
    {
        _issuer = await Issuer.Start();
        foreach (var role in Roles) _setup.Given[$"{Issuer.Tenant}/{ProgramOf(role)}"] = Assignments.To(Own);
        var hash = LinkToken.HashOf(Token);
        _setup.Links[hash] = new(Own, new(2026, 3), Issuer.Now + Duration.FromDays(1), hash);
        _instance = await Instance.Start(_issuer, _setup);
    }

    public async Task DisposeAsync()
    {
        await _instance.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    private static string Token => LinkToken.Make(count => new byte[count]);

    private static string ProgramOf(AppRole? role) => $"66666666-6666-4666-8666-66666666666{(role is null ? 9 : (int)role)}";

    /// <summary>So that every permission is tried in every place even while few endpoints need it.</summary>
    private static void ProbeEveryPermission(WebApplication app)
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            app.MapGet($"/api/v1/probes/{permission}", () => "").Needs(permission);
            app.MapGet($"/api/v1/contracts/{{anything}}/probes/{permission}", () => "").Needs(permission);
            app.MapPost($"/api/v1/contracts/{{code}}/periods/{{period}}/probes/{permission}", () => "").Needs(permission);
        }
    }

    [Fact]
    public async Task Every_endpoint_answers_every_caller_by_the_table()
    {
        var cases = 0;
        var wrong = new List<string>();
        foreach (var endpoint in _instance.Endpoints)
            foreach (var (caller, authorization, role) in Callers())
                foreach (var contract in (string[])[Own, Other])
                {
                    cases++;
                    var expected = Expected(endpoint, caller, role, contract);
                    var found = await Ask(endpoint, authorization, contract);
                    if (found != expected) wrong.Add($"{endpoint.RoutePattern.RawText} as {caller} of {contract}: {found} for {expected}");
                }

        Assert.Empty(wrong);
        Assert.True(cases >= 24 * 7 * 2, $"{cases} cases");
    }

    [Fact]
    public void Only_these_endpoints_are_open() =>
        Assert.Equal(["/", "/assets/{version}/{name}", "/digests/unsubscribe", "/digests/unsubscribe", "/feeds/{token}.ics", "/healthz", "/link/{token}", "/link/{token}", "/openapi/{documentName}.json", "/readyz", "/sign-in", "/sign-out"], _instance.Endpoints
            .Where(e => e.Metadata.GetMetadata<Admission>() is Admission.Open).Select(e => e.RoutePattern.RawText).Order());

    [Fact]
    public void Every_endpoint_says_once_who_may_come_in() =>
        Assert.All(_instance.Endpoints, e => Assert.Single(e.Metadata.OfType<Admission>()));

    /// <summary>Rows that a person can check against the table, whatever the code above makes of it.</summary>
    [Theory]
    [InlineData("supplier reads own", AppRole.SupplierSubmitter, Own, Permission.ReadContract, "Admitted")]
    [InlineData("supplier reads other's", AppRole.SupplierSubmitter, Other, Permission.ReadContract, "NoSuchContract")]
    [InlineData("supplier decides", AppRole.SupplierSubmitter, Own, Permission.RecordDecision, "Forbidden")]
    [InlineData("supplier decides on other's", AppRole.SupplierSubmitter, Other, Permission.RecordDecision, "NoSuchContract")]
    [InlineData("supplier looks into the trail", AppRole.SupplierSubmitter, Own, Permission.ReadAudit, "Forbidden")]
    [InlineData("manager decides", AppRole.ContractManager, Own, Permission.RecordDecision, "Admitted")]
    [InlineData("manager operates", AppRole.ContractManager, Own, Permission.Operate, "Forbidden")]
    [InlineData("auditor sends a return", AppRole.Auditor, Own, Permission.SubmitReturn, "Forbidden")]
    [InlineData("administrator decides", AppRole.Administrator, Own, Permission.RecordDecision, "Forbidden")]
    [InlineData("administrator reads other's", AppRole.Administrator, Other, Permission.ReadContract, "NoSuchContract")]
    public async Task Known_rows(string row, AppRole role, string contract, Permission permission, string expected)
    {
        var probe = _instance.Endpoints.Single(e => e.RoutePattern.RawText == $"/api/v1/contracts/{{anything}}/probes/{permission}");
        Assert.True(expected == await Ask(probe, BearerOf(role), contract), row);
    }

    [Theory]
    [InlineData(Own, Period, "Admitted")]
    [InlineData(Own, "2026-04", "Forbidden")]
    [InlineData(Other, Period, "NoSuchContract")]
    public async Task A_link_is_good_for_one_contract_and_period(string contract, string period, string expected)
    {
        var probe = _instance.Endpoints.Single(e => e.RoutePattern.RawText!.EndsWith("/periods/{period}/probes/SubmitReturn", StringComparison.Ordinal));
        Assert.Equal(expected, await Ask(probe, $"Link {Token}", contract, period));
    }

    private IEnumerable<(string Name, string? Authorization, AppRole? Role)> Callers()
    {
        yield return ("nobody", null, null);
        yield return ("link", $"Link {Token}", null);
        foreach (var role in Roles) yield return (role?.ToString() ?? "no role", BearerOf(role), role);
    }

    private string BearerOf(AppRole? role) => $"Bearer {_issuer.Token(Issuer.Program(ProgramOf(role), role is null ? [] : [role.Value.ToString()]))}";

    private static string Expected(RouteEndpoint endpoint, string caller, AppRole? role, string contract)
    {
        var admission = endpoint.Metadata.GetMetadata<Admission>();
        var path = endpoint.RoutePattern.RawText!;
        var isOfContract = path.Contains("contracts/{", StringComparison.Ordinal);
        return (admission, caller) switch
        {
            (Admission.Open, _) => "Admitted",
            (_, "nobody") => "NotSignedIn",
            (Admission.Needing { Permission: Permission.SubmitReturn }, "link") =>
                !isOfContract || contract == Other ? "NoSuchContract"
                : path.Contains("periods/{", StringComparison.Ordinal) || endpoint.Metadata.GetMetadata<HoldsLinkToItsPeriod>() is not null ? "Admitted"
                : "Forbidden",
            (_, "link") or (_, "no role") => "Forbidden",
            (Admission.AnyRole, _) => "Admitted",
            (Admission.Needing, _) when isOfContract && contract == Other => "NoSuchContract",
            (Admission.Needing needing, _) => RolePermissions.Has(role!.Value, needing.Permission) ? "Admitted" : "Forbidden",
            _ => "Unguarded",
        };
    }

    private async Task<string?> Ask(RouteEndpoint endpoint, string? authorization, string contract, string period = Period)
    {
        var path = string.Join('/', endpoint.RoutePattern.PathSegments.Select((segment, i) => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ when Follows(endpoint, i, "contracts") => contract,
            _ when Follows(endpoint, i, "periods") => period,
            _ => "v1",
        }))));
        var method = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        using var client = _instance.Client(authorization);
        using var request = new HttpRequestMessage(new(method), "/" + path);
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes: [var type, ..] })
            request.Content = new StringContent("", null, type);
        using var response = await client.SendAsync(request);
        return response.Headers.TryGetValues(Instance.VerdictHeader, out var verdict) ? verdict.Single() : null;
    }

    private static bool Follows(RouteEndpoint endpoint, int segment, string collection) =>
        segment > 0 && endpoint.RoutePattern.PathSegments[segment - 1].Parts is
        [
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart { Content: var content },
        ] && content == collection;
}
