namespace SlaMonitor.Service.Tests;

/// <summary>Files of the repository that tests hold their results against. Run the tests with RECORD_GOLDEN=1 to write
/// them anew, then read the difference before you keep it.</summary>
internal static class GoldenFile
{
    private static readonly bool Recording = Environment.GetEnvironmentVariable("RECORD_GOLDEN") == "1";

    public static readonly string Root = RepositoryRoot();

    /// <param name="path">From the root of the repository.</param>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <inheritdoc cref="Read"/>
    public static void AssertSame(string path, string actual)
    {
        var file = Path.Combine(Root, path);
        if (Recording) File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"{path} is missing; RECORD_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SlaMonitor.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
