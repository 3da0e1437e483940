using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using SlaMonitor.Service;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Storage;
using SlaMonitor.Web;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Functions;

/// <summary>What the triggers need, from the settings of the function app.</summary>
public static class FunctionsHost
{
    /// <summary>The connection of the queue triggers: a connection string for the emulator, or <c>Storage__accountName</c> in Azure.</summary>
    public const string Storage = "Storage";

    /// <exception cref="InvalidOperationException">The settings name no storage, or would open the development sign-in in Azure.</exception>
    public static void Configure(IHostApplicationBuilder builder, IClock clock, RandomBytes random)
    {
        var services = builder.Services;
        services.AddSingleton(clock);
        services.AddSingleton(random);
        services.AddSlaWork(Account(builder.Configuration), builder.Configuration);
        services.AddSlaObservability(builder.Configuration, "sla-functions");
        services.AddSingleton<IUploadLinks>(s => s.GetRequiredService<AccessTable>());
        services.AddSingleton<IReadiness, StorageReadiness>();
        services.AddSingleton<IXmlRepository, CookieKeys>();
        AddSignIn(builder);
        services.AddSlaWeb(builder.Configuration);
        services.AddSingleton<CatchAll>();
    }

    private static StorageAccount Account(IConfiguration settings) =>
        settings[$"{Storage}:accountName"] is { Length: > 0 } account ? StorageAccount.InAzure(account, new(), new())
        : settings[Storage] is { Length: > 0 } connection ? StorageAccount.Emulated(connection, new(), new())
        : throw new InvalidOperationException($"No storage: set {Storage}__accountName, or {Storage} to the emulator's connection string.");

    /// <summary>Every request reaches a worker from its own machine, so the address alone does not tell a developer's from Azure's.</summary>
    private static void AddSignIn(IHostApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) builder.Services.AddSingleton<IAssignments, BelievedAssignments>();
        else if (builder.Configuration["WEBSITE_INSTANCE_ID"] is null && builder.Configuration["WEBSITE_SITE_NAME"] is null) builder.Services.AddDevelopmentSignIn(builder.Environment);
        else throw new InvalidOperationException("AZURE_FUNCTIONS_ENVIRONMENT is Development in Azure: the development sign-in would let everybody in.");
    }
}
