using System.Text.RegularExpressions;
using SlaMonitor.Cli.Local;
using SlaMonitor.Golden;

namespace SlaMonitor.Cli.Tests;

public class DemoTests
{
    /// <summary>The whole text a newcomer sees. Its figures are worked by hand in the samples' READMEs, and held against
    /// those by the sample tests.</summary>
    [Fact]
    public void The_demo_says_what_it_has_always_said()
    {
        var demo = Terminal.Run("demo", "--no-serve");
        Assert.Equal(ExitCode.Fine, demo.Code);
        Assert.Empty(demo.Error);
        GoldenFile.AssertSame("tests/SlaMonitor.Cli.Tests/demo.txt", TrailingSpaceless(demo.Out));
    }

    /// <summary>What the files say needs no service.</summary>
    [Fact]
    public void Without_Node_it_says_what_to_install_and_assesses_the_samples_all_the_same()
    {
        var demo = Terminal.RunOn(new Machine("", Path.GetTempPath()), "", "demo");
        Assert.Equal(ExitCode.Fine, demo.Code);
        Assert.Equal("Node.js was not found, which the storage emulator needs: install Node.js 20 or later with npm (https://nodejs.org).\n", demo.Error);
        var whole = GoldenFile.Read("tests/SlaMonitor.Cli.Tests/demo.txt");
        var (service, next) = (whole.IndexOf("\n── The same through the service", StringComparison.Ordinal), whole.IndexOf("\n── What to try next", StringComparison.Ordinal));
        Assert.Equal(whole[..service] + whole[next..], TrailingSpaceless(demo.Out));
    }

    [Fact]
    public void The_demo_names_files_that_are_there()
    {
        var named = GoldenFile.Read("tests/SlaMonitor.Cli.Tests/demo.txt").Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Where(w => w.StartsWith("samples/", StringComparison.Ordinal)).Select(w => w.Split(':')[0]).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.True(Path.Exists(Terminal.InRepository(name)), name));
    }

    /// <summary>The mails are files of the user's own; they can be opened.</summary>
    [Fact]
    public void The_mails_it_names_are_there()
    {
        var demo = Terminal.RunOn(new Machine("", Path.GetTempPath()), "", "demo");
        var index = Regex.Match(demo.Out, "Begin with (.*)").Groups[1].Value;
        var mails = Directory.GetFiles(Path.GetDirectoryName(index)!, "*.eml");
        Assert.Contains($"The {mails.Length} mails it would have sent", demo.Out, StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.True(File.Exists(Path.ChangeExtension(mail, ".html")) && File.Exists(Path.ChangeExtension(mail, ".txt")), mail));
        Assert.Contains(mails, mail => mail.EndsWith("-ContractEnding.eml", StringComparison.Ordinal));
        Assert.Contains("contract.manager@council.example", File.ReadAllText(mails[0]), StringComparison.Ordinal);
    }

    /// <summary>Tables are padded to the width of the screen; a checked-in file has no such padding, and no folder of anybody's.</summary>
    private static string TrailingSpaceless(string text) =>
        string.Join('\n', Regex.Replace(text, @"\S+demo-mails", "FOLDER").Split('\n').Select(line => line.TrimEnd(' ')));
}
