using System.Text.RegularExpressions;
using SlaMonitor.Golden;

namespace SlaMonitor.Web.Tests;

/// <summary>What DECISIONS.md says of the verification standard names tests, and they are there.</summary>
public partial class AsvsTests
{
    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var section = GoldenFile.Read("DECISIONS.md").Split("\n## ").Single(s => s.StartsWith("Against ASVS 5.0\n", StringComparison.Ordinal));
        var sources = Directory.EnumerateFiles(Path.Combine(GoldenFile.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")).ToLookup(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);
        var named = NamedTest().Matches(section).Select(m => (Class: m.Groups[1].Value, Method: m.Groups[2].Value)).Distinct().ToList();
        Assert.True(named.Count >= 35, $"{named.Count} tests are named.");
        Assert.All(named, test => Assert.True(sources[test.Class].Any(text => text.Contains($" {test.Method}(", StringComparison.Ordinal)), $"{test.Class}.{test.Method}"));
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex NamedTest();
}
