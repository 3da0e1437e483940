using SlaMonitor.Golden;

namespace SlaMonitor.Cli.Tests;

public class DemoTests
{
    /// <summary>The whole text a newcomer sees. Its figures are worked by hand in the samples' READMEs, and held against
    /// those by the sample tests.</summary>
    [Fact]
    public void The_demo_says_what_it_has_always_said()
    {
        var demo = Terminal.Run("demo");
        Assert.Equal(ExitCode.Fine, demo.Code);
        Assert.Empty(demo.Error);
        GoldenFile.AssertSame("tests/SlaMonitor.Cli.Tests/demo.txt", TrailingSpaceless(demo.Out));
    }

    [Fact]
    public void The_demo_names_files_that_are_there()
    {
        var named = Terminal.Run("demo").Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.StartsWith("samples/", StringComparison.Ordinal)).Select(w => w.Split(':')[0]).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(Path.Exists(Terminal.InRepository(name)), name));
    }

    /// <summary>Tables are padded to the width of the screen; a checked-in file has no such padding.</summary>
    private static string TrailingSpaceless(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.TrimEnd(' ')));
}
