using System.Text.Json.Nodes;
using NJsonSchema;
using SlaMonitor.Golden;

namespace SlaMonitor.Cli.Tests;

public sealed class DatesVerbTests : IDisposable
{
    private const string Printed = "tests/SlaMonitor.Cli.Tests/dates.txt";

    private static readonly string Sample = Terminal.InRepository("samples/contract-dates");

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Each day of it is worked by hand in samples/contract-dates/README.md.</summary>
    [Fact]
    public void The_sample_as_it_is_printed()
    {
        var ran = Terminal.Run("dates", Sample, "--as-of", "2025-11-24");
        Assert.Equal((ExitCode.Fine, ""), (ran.Code, ran.Error));
        GoldenFile.AssertSame(Printed, ran.Out);
    }

    [Fact]
    public async Task As_json_it_says_the_same_by_its_schema()
    {
        GoldenFile.AssertSame("schema/dates-1.json", Terminal.Run("schema", "dates").Out);
        var schema = await JsonSchema.FromJsonAsync(GoldenFile.Read("schema/dates-1.json"));
        foreach (var sample in (string[])["contract-dates", "barnet", "msc-ladder", "harrow"])
            Assert.Empty(schema.Validate(Terminal.Run("dates", Terminal.InRepository($"samples/{sample}"), "--json", "--as-of", "2025-11-24").Out));
        var first = Json("--as-of", "2025-11-24")["dates"]!.AsArray().Single(d => (string)d!["key"]! == "exercise of option 1")!;
        Assert.Equal(("2026-11-27", "2026-11-28", "cl 2.4"), ((string)first["day"]!, (string)first["lastDay"]!, (string)first["clause"]!));
    }

    /// <summary>Ended by notice of 24 November 2025: four months on is 24 March 2026; the Service Period and the option end with it.</summary>
    [Fact]
    public void A_recorded_decision_moves_them()
    {
        var decisions = Path.Combine(_folder, "decisions.yaml");
        File.WriteAllText(decisions, """
            contract: network-services
            decisions:
              - terminated: { given: 2025-11-24, ends: 2026-03-24, ground: convenience, on: 2025-11-25, by: contract manager, reason: service brought in-house, clause: cl 31.1 }
            """);
        var before = Json(decisions, "--as-of", "2025-11-24");
        var after = Json(decisions, "--as-of", "2025-11-25");
        Assert.Equal(("2027-02-28", "2026-03-24"), ((string)before["dates"]![0]!["day"]!, (string)after["dates"]![0]!["day"]!));
        Assert.Contains("given 24 November 2025, ground convenience, to end on 24 March 2026; recorded 25 November 2025 by contract manager: service brought in-house", after["dates"]![0]!["working"]!.AsArray().Select(l => (string)l!["inputs"]!));

        File.WriteAllText(decisions, File.ReadAllText(decisions).Replace("2026-03-24", "2026-03-23"));
        var refused = Terminal.Run("dates", Sample, decisions, "--as-of", "2025-11-25");
        Assert.Equal(ExitCode.Findings, refused.Code);
        Assert.Contains("termination-not-allowed at decisions[0].terminated.given", refused.Error);
    }

    /// <summary>What the README shows of how a file says it, in the place of what the sample says.</summary>
    [Fact]
    public void The_readme_s_terms_are_read_as_they_stand()
    {
        var shown = GoldenFile.Read("README.md").Split("## Dates")[1].Split("```yaml\n")[1].Split("```")[0];
        var sample = GoldenFile.Read("samples/contract-dates/contract.yaml");
        var file = Path.Combine(_folder, "contract.yaml");
        File.WriteAllText(file, sample[..sample.IndexOf("term:", StringComparison.Ordinal)] + shown + sample[sample.IndexOf("workingDays:", StringComparison.Ordinal)..]);
        var ran = Terminal.Run("dates", file, "--as-of", "2025-11-24");
        Assert.Equal((ExitCode.Fine, ""), (ran.Code, ran.Error));
        Assert.Contains("Tue 25 Aug 2026, by", ran.Out);
    }

    [Fact]
    public void Without_a_contract_there_are_none()
    {
        var ran = Terminal.Run("dates", Terminal.InRepository("samples/msc-ladder-decisions/decisions.yaml"));
        Assert.Equal(ExitCode.Findings, ran.Code);
        Assert.Contains("There is no sound contract among the files.", ran.Error);
        Assert.Equal(ExitCode.Usage, Terminal.Run("dates", Sample, "--as-of", "tomorrow").Code);
    }

    private static JsonNode Json(params string[] also) => JsonNode.Parse(Terminal.Run(["dates", Sample, "--json", .. also]).Out)![0]!;
}
