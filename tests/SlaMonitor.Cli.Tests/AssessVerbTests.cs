using System.Text.Json;
using NJsonSchema;
using SlaMonitor.Golden;

namespace SlaMonitor.Cli.Tests;

public class AssessVerbTests
{
    private static readonly string Ladder = Terminal.InRepository("samples/msc-ladder");
    private static readonly string Barnet = Terminal.InRepository("samples/barnet");
    private static readonly string FirstContract = Terminal.InRepository("samples/first-contract.yaml");
    private static readonly string FirstReturn = Terminal.InRepository("samples/first-return.csv");

    [Fact]
    public async Task Json_keeps_to_its_published_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(GoldenFile.Read("schema/assessment-1.json"));
        foreach (var sample in new[] { "barnet", "hackney", "harrow", "msc-ladder", "nottinghamshire" })
            Assert.Empty(schema.Validate(Terminal.Run("assess", Terminal.InRepository($"samples/{sample}"), "--json", "--as-of", "2026-05-31").Out));
        Assert.Empty(schema.Validate(Terminal.Run("assess", Ladder, Terminal.InRepository("samples/msc-ladder-decisions"), "--json", "--as-of", "2026-05-31").Out));
    }

    [Fact]
    public void The_published_schema_is_the_programs_own() =>
        GoldenFile.AssertSame("schema/assessment-1.json", Terminal.Run("schema", "assessment").Out);

    [Fact]
    public void The_same_files_give_the_same_bytes_in_whatever_order()
    {
        var files = Directory.GetFiles(Ladder, "*.*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Order().ToArray();
        string[] wishes = ["--json", "--as-of", "2026-05-31"];
        var forwards = Terminal.Run(["assess", .. files, .. wishes]);
        var backwards = Terminal.Run(["assess", .. files.Reverse(), .. wishes]);
        Assert.Equal(forwards.Out, backwards.Out);
        Assert.True(forwards.Out.Length > 10_000);
    }

    [Fact]
    public void Money_in_json_is_text()
    {
        using var json = JsonDocument.Parse(Terminal.Run("assess", Ladder, "--json", "--as-of", "2024-05-31").Out);
        var credit = json.RootElement[0].GetProperty("periods")[0].GetProperty("credit");
        Assert.Equal(JsonValueKind.String, credit.GetProperty("payable").ValueKind);
    }

    /// <summary>April 2024: one Service Point at 1 % of £80,000.00 is £800.00.</summary>
    [Fact]
    public void A_period_shows_its_working()
    {
        var period = Terminal.Run("assess", Ladder, "--period", "2024-04", "--as-of", "2026-05-31").Out;
        Assert.Contains("£800.00 payable, ex VAT", period, StringComparison.Ordinal);
        Assert.Contains("1 x 1 % x £80,000.00  →  £800.00", period, StringComparison.Ordinal);
    }

    /// <summary>Barnet's third question: the indicators over twelve months, tabulated. 3 KPIs and 3 PIs make 72 rows.</summary>
    [Fact]
    public void Csv_tabulates_twelve_months()
    {
        var rows = Terminal.Run("assess", Barnet, "--csv", "--as-of", "2021-09-29").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + (12 * 6), rows.Length);
        Assert.StartsWith("contract,period,first,last,terms,return,row,code,", rows[0], StringComparison.Ordinal);
    }

    /// <summary>The refused return leaves exit code 1, and its findings go beside the results, not among them.</summary>
    [Fact]
    public void A_refused_return_is_reported_beside_the_results()
    {
        var barnet = Terminal.Run("assess", Barnet, "--as-of", "2021-09-29");
        Assert.Equal(ExitCode.Findings, barnet.Code);
        Assert.Contains("words-for-figure", barnet.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("words-for-figure", barnet.Out, StringComparison.Ordinal);
    }

    /// <summary>The clock of these tests stands at 1 June 2026.</summary>
    [Fact]
    public void Without_a_day_it_is_today() =>
        Assert.Contains("As of 1 June 2026", Terminal.Run("assess", FirstContract, FirstReturn).Out, StringComparison.Ordinal);

    [Fact]
    public void A_contract_comes_from_standard_input_too() =>
        Assert.Equal(
            Terminal.Run("assess", FirstContract, FirstReturn).Out,
            Terminal.RunWith(File.ReadAllText(FirstContract), "assess", "-", FirstReturn).Out);

    [Theory]
    [InlineData("assess")]
    [InlineData("assess", "no-such-file.yaml")]
    [InlineData("assess", "samples/first-contract.yaml", "--as-of", "yesterday")]
    [InlineData("assess", "samples/first-contract.yaml", "--as-of", "-0005-01-01")]
    [InlineData("assess", "samples/first-contract.yaml", "--period", "April")]
    [InlineData("assess", "samples/first-contract.yaml", "--json", "--csv")]
    [InlineData("assess", "samples/first-contract.yaml", "--period", "1999-01")]
    public void What_cannot_be_understood_ends_with_2_and_a_reason(params string[] args)
    {
        var ran = Terminal.Run([.. args.Select(a => a.StartsWith("samples/", StringComparison.Ordinal) ? Terminal.InRepository(a) : a)]);
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.NotEmpty(ran.Error);
    }

    /// <summary>With the variation of 2025 broken, the terms of 2024 would go on for ever and give April 2025 other money.</summary>
    [Fact]
    public void With_one_version_unsound_the_contract_is_left_out_whole()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.Copy(Path.Combine(Ladder, "contract-2024-04.yaml"), Path.Combine(folder, "a.yaml"));
            var broken = File.ReadAllText(Path.Combine(Ladder, "contract-2025-04.yaml")).Replace("workingDays:", "workDays:", StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, "b.yaml"), broken);
            var assessed = Terminal.Run("assess", folder, "--as-of", "2026-04-30");
            Assert.Equal(ExitCode.Findings, assessed.Code);
            Assert.Empty(assessed.Out);
            Assert.Contains("other-version-unsound", assessed.Error, StringComparison.Ordinal);
            Assert.Contains("unknown-key at workDays", assessed.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
