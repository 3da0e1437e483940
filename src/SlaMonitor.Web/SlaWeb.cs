using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.OpenApi;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Layout;
using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web;

public static class SlaWeb
{
    /// <summary>What the endpoints need. The host registers besides: <see cref="IClock"/>, <see cref="RandomBytes"/>,
    /// <see cref="IAssignments"/>, <see cref="IUploadLinks"/>, <see cref="IReadiness"/>, and <see cref="IXmlRepository"/> for the keys of
    /// cookies; the start fails where one is missing.</summary>
    /// <param name="configuration">Its section <c>Web</c> is <see cref="SlaWebOptions"/>, checked on start.</param>
    public static IServiceCollection AddSlaWeb(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(SlaWebOptions.Section);
        services.AddSingleton<IValidateOptions<SlaWebOptions>, SlaWebOptionsCheck>();
        services.AddOptions<SlaWebOptions>().Bind(section).ValidateOnStart();
        services.AddHostedService<PortsCheck>();
        services.TryAddSingleton<TimeProvider, ClockTime>();
        // The framework would write every address asked for, the code of a sign-in and the token of an upload link among them.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning));
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, ServerLimits>();
        services.AddSingleton<ReadFeed>();
        services.AddRouting();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(options => Strict(options.SerializerOptions));
        AccessSetup.Add(services, section.GetSection(nameof(SlaWebOptions.SignIn)).Get<SignInOptions>());
        services.AddSingleton<OpenContract>();
        // In place of what the steps have by themselves, see AddSlaSteps.
        var isDevelopment = DevelopmentSignIn.IsIn(services);
        services.AddSingleton(s => new TermsPolicy(s.GetRequiredService<IOptions<SlaWebOptions>>().Value.TermsNeedSecondPerson ?? !isDevelopment));
        FormGuard.Add(services, isDevelopment);
        RateLimits.Add(services);
        ApiDescription.Add(services);
        return services;
    }

    /// <summary>What a body says is taken as it stands or refused: no number from a text, no key twice, none unknown.</summary>
    private static void Strict(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectRequiredConstructorParameters = true;
        json.RespectNullableAnnotations = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.Converters.Add(new MoneyInJson());
        json.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    /// <summary>The framework's time is the service's clock, so that sessions and tokens end by the same one.</summary>
    private sealed class ClockTime(IClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
    }

    /// <summary>Has a missing port end the start, and not the first request that needs it.</summary>
    private sealed class PortsCheck(IServiceProvider services) : IHostedService
    {
        private static readonly Type[] Ports =
            [typeof(IClock), typeof(RandomBytes), typeof(IAssignments), typeof(IUploadLinks), typeof(IReadiness), typeof(IXmlRepository)];

        public Task StartAsync(CancellationToken cancellationToken)
        {
            foreach (var port in Ports) services.GetRequiredService(port);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
