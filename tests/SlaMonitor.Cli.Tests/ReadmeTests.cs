using System.Text.RegularExpressions;
using SlaMonitor.Golden;

namespace SlaMonitor.Cli.Tests;

/// <summary>What the README tells a reader to type works as typed.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string Readme = GoldenFile.Read("README.md");
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public ReadmeTests()
    {
        File.WriteAllText(Path.Combine(_folder, "my-first.yaml"), Block("yaml"));
        File.WriteAllText(Path.Combine(_folder, "2026-01.csv"), Block("csv"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_contract_is_the_one_among_the_samples()
    {
        Assert.Equal(GoldenFile.Read("samples/first-contract.yaml"), Block("yaml"));
        Assert.Equal(GoldenFile.Read("samples/first-return.csv"), Block("csv"));
    }

    /// <summary>188 of 200 is 94 %, not 95 %.</summary>
    [Fact]
    public void Its_commands_run_as_typed()
    {
        var commands = Command().Matches(Readme).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(["lint", "explain", "check", "assess"], commands.Select(c => c.Split(' ')[0]));
        foreach (var command in commands)
        {
            var ran = Terminal.Run([.. command.Split(' ').Select(Located)]);
            Assert.True(ran.Code == ExitCode.Fine, command + ran.Error);
            if (command.StartsWith("check", StringComparison.Ordinal)) Assert.Contains("94.00 %", ran.Out, StringComparison.Ordinal);
            if (command.StartsWith("assess", StringComparison.Ordinal)) Assert.Contains("target missed", ran.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_verb_is_in_its_table_and_no_other()
    {
        var told = Verb().Matches(Readme).Select(m => m.Groups[1].Value).Distinct().Order();
        var there = HelpVerb().Matches(Terminal.Run("--help").Out).Select(m => m.Groups[1].Value).Order();
        Assert.Equal(there, told);
    }

    private string Located(string word) => File.Exists(Path.Combine(_folder, word)) ? Path.Combine(_folder, word) : word;

    private static string Block(string language) => Regex.Match(Readme, $"```{language}\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

    [GeneratedRegex("^    sla ((?:lint|explain|check|assess) my-first.*)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^\| `sla (\w+)", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"^  (\w+) .*?(?:<|  )", RegexOptions.Multiline)]
    private static partial Regex HelpVerb();
}
