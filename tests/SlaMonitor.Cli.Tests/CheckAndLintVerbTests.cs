using System.Text.Json;

namespace SlaMonitor.Cli.Tests;

public class CheckAndLintVerbTests
{
    private static readonly string Nottinghamshire = Terminal.InRepository("samples/nottinghamshire");
    private static readonly string Barnet = Terminal.InRepository("samples/barnet");
    private static readonly string FirstContract = Terminal.InRepository("samples/first-contract.yaml");
    private static readonly string FirstReturn = Terminal.InRepository("samples/first-return.csv");

    /// <summary>143 - 5 = 138; 138 / 143 = 96.503... %; 143 / 148 = 96.621... %, which is what was stated.</summary>
    [Fact]
    public void Check_recomputes_what_is_stated()
    {
        var check = Terminal.Run("check", Nottinghamshire);
        Assert.Equal(ExitCode.Fine, check.Code);
        Assert.Contains("expected  96.50 % from its parts", check.Out, StringComparison.Ordinal);
        Assert.Contains("143 / (143 + 5)", check.Out, StringComparison.Ordinal);
        Assert.Contains("would be accepted", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_refuses_adjectives()
    {
        var check = Terminal.Run("check", Barnet);
        Assert.Equal(ExitCode.Findings, check.Code);
        Assert.Contains("would be refused, and nothing of it applied", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_gives_findings_as_json()
    {
        using var json = JsonDocument.Parse(Terminal.Run("check", Barnet, "--json").Out);
        var refused = json.RootElement.EnumerateArray().Single(f => !f.GetProperty("accepted").GetBoolean());
        Assert.Equal(3, refused.GetProperty("findings").EnumerateArray().Count(f => f.GetProperty("code").GetString() == "words-for-figure"));
    }

    [Fact]
    public void Check_wants_a_contract_and_a_return()
    {
        Assert.Equal(ExitCode.Usage, Terminal.Run("check", FirstContract).Code);
        Assert.Equal(ExitCode.Usage, Terminal.Run("check", FirstReturn).Code);
        Assert.Equal(ExitCode.Fine, Terminal.Run("check", FirstContract, FirstReturn).Code);
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("explain")]
    public void A_folder_without_a_contract_is_not_passed_over_in_silence(string verb)
    {
        var said = Terminal.Run(verb, Terminal.InRepository("samples/msc-ladder/returns"));
        Assert.Equal((ExitCode.Usage, "", "There is no contract file among the files."), (said.Code, said.Out, said.Error.Trim()));
    }

    [Fact]
    public void Lint_says_that_a_sound_contract_is_sound()
    {
        var lint = Terminal.Run("lint", FirstContract);
        Assert.Equal(ExitCode.Fine, lint.Code);
        Assert.Contains("sound", lint.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_points_at_the_line_and_ends_with_1()
    {
        var contract = File.ReadAllText(FirstContract).Replace("contract:", "contrakt:", StringComparison.Ordinal);
        var lint = Terminal.RunWith(contract, "lint", "-");
        Assert.Equal(ExitCode.Findings, lint.Code);
        Assert.Contains("unknown-key at contrakt", lint.Out, StringComparison.Ordinal);
        Assert.Contains("expected  'contract'", lint.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lint_of_a_return_says_that_it_is_no_contract() =>
        Assert.Equal(ExitCode.Findings, Terminal.Run("lint", FirstReturn).Code);

    [Fact]
    public void Explain_says_the_contract_in_English() =>
        Assert.Contains("is on target", Terminal.Run("explain", FirstContract).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("contract")]
    [InlineData("return")]
    [InlineData("decisions")]
    [InlineData("assessment")]
    [InlineData("comparison")]
    public void Schema_prints_json(string of)
    {
        using var schema = JsonDocument.Parse(Terminal.Run("schema", of).Out);
        Assert.Equal("http://json-schema.org/draft-07/schema#", schema.RootElement.GetProperty("$schema").GetString());
    }

    [Fact]
    public void Help_names_every_verb()
    {
        var help = Terminal.Run("--help").Out;
        foreach (var verb in new[] { "assess", "compare", "check", "lint", "explain", "template", "schema", "demo" })
            Assert.Contains($"  {verb} ", help, StringComparison.Ordinal);
    }
}
