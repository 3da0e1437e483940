using System.Text.Json;
using NJsonSchema;
using SlaMonitor.Golden;

namespace SlaMonitor.Cli.Tests;

public sealed class CompareVerbTests : IDisposable
{
    private const string AsOf = "2026-04-30";

    private static readonly string Ladder = Terminal.InRepository("samples/msc-ladder");
    private static readonly string Decisions = Terminal.InRepository("samples/msc-ladder-decisions");
    private static readonly string Barnet = Terminal.InRepository("samples/barnet");
    private static readonly string FirstContract = Terminal.InRepository("samples/first-contract.yaml");
    private static readonly string FirstReturn = Terminal.InRepository("samples/first-return.csv");

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Worked by hand in samples/msc-ladder-decisions/README.md.</summary>
    [Fact]
    public void Decisions_are_priced()
    {
        var compared = Terminal.Run("compare", Ladder, "--with", Decisions, "--as-of", AsOf);
        Assert.Equal((ExitCode.Fine, ""), (compared.Code, compared.Error));
        Assert.Contains("The term ends on 31 March 2030 instead of 31 March 2029.", compared.Out, StringComparison.Ordinal);
        Assert.Contains("KPI1: 96.50 %, Severe KPI Failure, 6 Service Points -> not scored: relieved", compared.Out, StringComparison.Ordinal);
        Assert.Contains("-£8,113.33", compared.Out, StringComparison.Ordinal);
        Assert.Contains("£80,000.00", compared.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_keeps_to_its_published_schema_and_adds_up()
    {
        var schema = await JsonSchema.FromJsonAsync(GoldenFile.Read("schema/comparison-1.json"));
        var json = Terminal.Run("compare", Ladder, "--with", Decisions, "--as-of", AsOf, "--json").Out;
        Assert.Empty(schema.Validate(json));
        using var document = JsonDocument.Parse(json);
        var contract = document.RootElement.GetProperty("contracts")[0];
        Assert.Equal((-33, "-8113.33", "80000.00"), (contract.GetProperty("points").GetInt32(), contract.GetProperty("payable").GetString(), contract.GetProperty("withheld").GetString()));
        Assert.Equal(-33, contract.GetProperty("periods").EnumerateArray().Sum(p => p.GetProperty("points").GetInt32()));
    }

    [Fact]
    public void The_published_schema_is_the_programs_own() =>
        GoldenFile.AssertSame("schema/comparison-1.json", Terminal.Run("schema", "comparison").Out);

    [Fact]
    public void Csv_has_a_row_for_each_result_each_period_and_the_sum()
    {
        var rows = Terminal.Run("compare", Ladder, "--with", Decisions, "--as-of", AsOf, "--csv").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("riverside-ict,2024-11,indicator,KPI3,89.01 %,92.22 %,Serious KPI Failure,Minor KPI Failure,2,1,-1,,,,,,", rows.Single(r => r.Contains("2024-11,indicator,KPI3", StringComparison.Ordinal)));
        Assert.Equal("riverside-ict,,sum,,,,,,99,66,-33,62379.99,54266.66,-8113.33,0.00,80000.00,80000.00", rows[^1]);
    }

    /// <summary>What if the target had been 90 %? The same day's terms take the place of those there are, and 188 of 200 are met.</summary>
    [Fact]
    public void A_variation_is_priced_before_it_is_agreed()
    {
        var variation = Path.Combine(_folder, "variation.yaml");
        File.WriteAllText(variation, File.ReadAllText(FirstContract).Replace("95 %", "90 %", StringComparison.Ordinal));
        var compared = Terminal.Run("compare", FirstContract, FirstReturn, "--with", variation, "--as-of", "2026-02-28");
        Assert.Equal(ExitCode.Fine, compared.Code);
        Assert.Contains("KPI1: 94.00 %, target missed -> 94.00 %, met", compared.Out, StringComparison.Ordinal);
    }

    /// <summary>192 of 200 are 96 %.</summary>
    [Fact]
    public void A_restated_return_takes_the_place_of_the_one_there_is()
    {
        var restated = Path.Combine(_folder, "restated.csv");
        File.WriteAllText(restated, File.ReadAllText(FirstReturn).Replace("188", "192", StringComparison.Ordinal));
        Assert.Contains("-> 96.00 %, met", Terminal.Run("compare", FirstContract, FirstReturn, "--with", restated, "--as-of", "2026-02-28").Out, StringComparison.Ordinal);
    }

    /// <summary>April 2024 was restated by nobody; on 18 December 2024 November has 8 points, a day later 9.</summary>
    [Fact]
    public void Another_day_is_compared()
    {
        var compared = Terminal.Run("compare", Ladder, "--as-of", "2024-12-18", "--with-as-of", "2024-12-19", "--csv").Out;
        Assert.Contains("riverside-ict,2024-11,period,,,,,,8,9,1,", compared, StringComparison.Ordinal);
    }

    /// <summary>Before 13 January 2012 no bank holiday had been seen, so no due date can be told.</summary>
    [Fact]
    public void Another_knowledge_of_the_calendar_is_compared() =>
        Assert.Contains("as known on 2011-01-01", Terminal.Run("compare", Ladder, "--with-holidays-known-on", "2011-01-01", "--as-of", AsOf).Out, StringComparison.Ordinal);

    [Fact]
    public void Alike_is_said_to_be_alike() =>
        Assert.Contains("No result, point or penny differs.", Terminal.Run("compare", FirstContract, FirstReturn, "--with", FirstReturn, "--as-of", "2026-02-28").Out, StringComparison.Ordinal);

    /// <summary>Barnet's contract stays as it is; the sum is the ladder's.</summary>
    [Fact]
    public void A_portfolio_is_summed()
    {
        var compared = Terminal.Run("compare", Ladder, Path.Combine(Barnet, "contract.yaml"), Path.Combine(Barnet, "returns"), "--with", Decisions, "--as-of", AsOf).Out;
        var sums = compared[compared.IndexOf("All contracts", StringComparison.Ordinal)..].Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(["Sum", "7", "-33", "-£8,113.33", "+£80,000.00"], sums);
    }

    [Fact]
    public void A_refused_decision_is_reported_and_leaves_exit_code_1()
    {
        var refused = Path.Combine(_folder, "refused.yaml");
        File.WriteAllText(refused, "contract: riverside-ict\ndecisions:\n  - chargesWithheld: { period: 2024-04, on: 2024-06-01, by: contract manager, reason: cross }\n");
        var compared = Terminal.Run("compare", Ladder, "--with", refused, "--as-of", AsOf);
        Assert.Equal(ExitCode.Findings, compared.Code);
        Assert.Contains("refused.yaml:3:22: error withheld-without-trigger at decisions[0].chargesWithheld", compared.Error, StringComparison.Ordinal);
        Assert.Contains("No result, point or penny differs.", compared.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare")]
    [InlineData("compare", "samples/first-contract.yaml")]
    [InlineData("compare", "samples/first-contract.yaml", "--with", "no-such-file.yaml")]
    [InlineData("compare", "samples/first-contract.yaml", "--with-as-of", "tomorrow")]
    [InlineData("compare", "samples/first-contract.yaml", "--with-as-of", "2026-03-01", "--json", "--csv")]
    public void What_cannot_be_understood_ends_with_2_and_a_reason(params string[] args)
    {
        var ran = Terminal.Run([.. args.Select(a => a.StartsWith("samples/", StringComparison.Ordinal) ? Terminal.InRepository(a) : a)]);
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.NotEmpty(ran.Error);
    }
}
