using System.Reflection;
using NodaTime;

namespace SlaMonitor.Service;

/// <summary>What a result was made with, apart from its contract and returns.</summary>
public static class Engine
{
    /// <summary>The version of the rules: the same version gives the same bytes.</summary>
    public static string Version { get; } =
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The version of the time zone data.</summary>
    public static string Tzdb { get; } = DateTimeZoneProviders.Tzdb.VersionId;
}
