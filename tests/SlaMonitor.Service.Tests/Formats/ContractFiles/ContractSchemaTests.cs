using System.Text;
using CsCheck;
using NJsonSchema;
using SlaMonitor.Domain;
using SlaMonitor.Golden;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>The JSON Schema that editors check contract files by.</summary>
public sealed class ContractSchemaTests
{
    private const string CheckedIn = "schema/contract-1.json";

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(ContractFile.Schema()));

    /// <summary>Mistakes of form that show only where two values are held against each other.</summary>
    private static readonly string[] OnlyTheReaderTells = ["as it moves the sum", "beside 'thisPeriod'", "either 'estimated'", "either 'of'", "either 'perPeriod'", "on the same day", "that do not overlap", "each hour closed once", "one of: tierTable", "either 'rounding'", "either 'first'", "either 'on'", "at least one regime", "as it moves the figure", "'olderThan'"];

    public static TheoryData<string, string> Mistakes => Rows(ContractErrorTests.Forms, row => !OnlyTheReaderTells.Any(((string)row[3]).Contains));

    public static TheoryData<string, string> WellFormed => Rows(ContractErrorTests.Meanings, row => (string)row[0] is not ("no-source" or "level-unit"));

    [Fact]
    public void The_file_in_the_repository_is_what_the_code_describes() => GoldenFile.AssertSame(CheckedIn, ContractFile.Schema());

    [Fact]
    public async Task It_is_a_schema_of_draft_7_with_every_reference_resolved()
    {
        var schema = await Schema.Value;
        Assert.Equal("http://json-schema.org/draft-07/schema#", schema.SchemaVersion);
        Assert.Contains($"\"$id\": \"{ContractFile.SchemaId}\"", ContractFile.Schema(), StringComparison.Ordinal);
        Assert.NotEmpty(schema.Definitions);
    }

    [Theory]
    [MemberData(nameof(ContractRoundTripTests.HandWritten), MemberType = typeof(ContractRoundTripTests))]
    public async Task It_takes_a_contract_written_by_hand(string text) => Assert.Empty(InWords(await Schema.Value, text));

    [Fact]
    public async Task It_takes_any_contract_as_it_is_written()
    {
        var schema = await Schema.Value;
        GeneratedContracts.Any.Sample(terms =>
        {
            Assert.Empty(InWords(schema, ContractFile.WriteYaml(terms)));
            Assert.Empty(InWords(schema, ContractFile.WriteJson(terms)));
        }, iter: 30);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task It_refuses_a_mistake_of_form(string code, string change)
    {
        Assert.NotEmpty(code);
        Assert.NotEmpty(InWords(await Schema.Value, ContractErrorTests.Changed(change).Text));
    }

    [Theory]
    [MemberData(nameof(WellFormed))]
    public async Task It_leaves_what_a_contract_means_to_the_reader(string code, string change)
    {
        Assert.NotEmpty(code);
        Assert.Empty(InWords(await Schema.Value, ContractErrorTests.Changed(change).Text));
    }

    private static TheoryData<string, string> Rows(IEnumerable<object[]> rows, Func<object[], bool> where)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in rows.Where(where)) data.Add((string)row[0], (string)row[1]);
        return data;
    }

    private static string InWords(JsonSchema schema, string contract)
    {
        var problems = new List<Problem>();
        var document = DocumentFile.Read(Encoding.UTF8.GetBytes(contract), problems);
        Assert.Empty(problems);
        return string.Join('\n', schema.Validate(JsonText.Write(document!)));
    }
}
