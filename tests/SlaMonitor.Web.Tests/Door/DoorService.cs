using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaMonitor.Web.Tests.Api;
using SlaMonitor.Web.Tests.Hosting;

namespace SlaMonitor.Web.Tests.Door;

/// <summary>One service with a contract and an accepted return, for tests of which none changes what is stored.</summary>
public sealed class DoorService : IAsyncLifetime
{
    /// <summary>190 of 200 are the 95 % it claims.</summary>
    public static readonly string Sound = ApiService.Sample("first-return.csv").Replace("188", "190");

    public ApiService Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Api = await ApiService.WithContract(
            settings: new() { ["Web:Limits:RequestsPerMinute"] = "100000", ["Web:Limits:RequestsPerMinuteOfAddress"] = "100000", ["Web:Limits:UploadsPerMinute"] = "100000" },
            // A body may begin for so long before its pace counts; the server takes no less than a second.
            also: services => services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Limits.MinRequestBodyDataRate = new(240, TimeSpan.FromSeconds(1.1))));
        await Api.Send(Sound);
    }

    public async Task DisposeAsync() => await Api.DisposeAsync();

    /// <summary>Does something, and holds what is stored afterwards against what was stored before.</summary>
    public async Task LeavesNothing(Func<Task> act)
    {
        var before = await Everything.In(Api.Stores.Account);
        await act();
        Assert.Equal(before, await Everything.In(Api.Stores.Account));
    }

    /// <summary>Nothing came to the service as something unforeseen. The server's own word of a connection that was cut is its own.</summary>
    public void ExpectsNothingUnexpected() => Assert.DoesNotContain(Api.Logs.Lines, line => line.StartsWith("Error SlaMonitor", StringComparison.Ordinal));
}
