namespace SlaMonitor.Cli.Local;

/// <summary>What starting the emulator needs to know of the machine.</summary>
/// <param name="SearchPath">The folders where programs are looked for, as in PATH.</param>
/// <param name="CacheFolder">Where programs keep, for one user, what can be fetched again.</param>
public sealed record Machine(string SearchPath, string CacheFolder)
{
    /// <summary>Where programs keep, for one user, what is to last.</summary>
    public string DataFolder { get; init; } = CacheFolder;

    /// <param name="variable">Reads an environment variable; null where it is not set.</param>
    public static Machine From(Func<string, string?> variable) =>
        new(variable("PATH") ?? "", Cache(variable)) { DataFolder = Data(variable) };

    /// <summary>The full path of a program, or null where it is not on the search path.</summary>
    public string? Find(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        return SearchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private static string Data(Func<string, string?> variable) =>
        variable("XDG_DATA_HOME") is { } data && Path.IsPathFullyQualified(data) ? data
        : variable("LOCALAPPDATA") is { Length: > 0 } local ? local
        : variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".local", "share")
        : Path.GetTempPath();

    /// <summary>XDG Base Directory Specification: a relative path there is to be ignored.</summary>
    private static string Cache(Func<string, string?> variable) =>
        variable("XDG_CACHE_HOME") is { } cache && Path.IsPathFullyQualified(cache) ? cache
        : variable("LOCALAPPDATA") is { Length: > 0 } local ? local
        : variable("HOME") is { Length: > 0 } home ? Path.Combine(home, ".cache")
        : Path.GetTempPath();
}
