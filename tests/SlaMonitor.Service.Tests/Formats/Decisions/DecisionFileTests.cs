using System.Text;
using CsCheck;
using NJsonSchema;
using NodaTime;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Golden;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Tests.Formats.ContractFiles;

namespace SlaMonitor.Service.Tests.Formats.Decisions;

public sealed class DecisionFileTests
{
    private const string CheckedIn = "schema/decisions-1.json";

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(DecisionFile.Schema()));

    /// <summary>Decisions of every kind.</summary>
    private static readonly Gen<ContractDecisions> Any = Gen.Select(
        Gen.Int[0, 21], Gen.Int[0, 400], Gen.Int[1, 99], GeneratedContracts.Line, GeneratedContracts.Maybe(GeneratedContracts.Line), One)
        .Array[1, 9].Select(decisions => new ContractDecisions("generated", decisions));

    private const string Sample = "samples/msc-ladder-decisions/decisions.yaml";

    [Fact]
    public void The_schema_in_the_repository_is_what_the_code_describes() => GoldenFile.AssertSame(CheckedIn, DecisionFile.Schema());

    [Fact]
    public async Task What_is_written_is_read_again_and_keeps_to_the_schema()
    {
        var schema = await Schema.Value;
        Any.Sample(decisions =>
        {
            foreach (var text in new[] { DecisionFile.WriteYaml(decisions), DecisionFile.WriteJson(decisions) })
            {
                var read = DecisionFile.Read(Encoding.UTF8.GetBytes(text));
                Assert.Empty(read.Problems);
                Assert.Equal(DecisionFile.WriteJson(decisions), DecisionFile.WriteJson(read.Decisions!));
                Assert.All(read.Decisions!.Decisions, d => Assert.Equal("generated", d.Taken.Contract));
                Assert.Empty(schema.Validate(JsonText.Write(DocumentFile.Read(Encoding.UTF8.GetBytes(text), [])!)));
            }
        }, iter: 100);
    }

    [Fact]
    public async Task The_schema_takes_a_file_written_by_hand()
    {
        var bytes = Encoding.UTF8.GetBytes(GoldenFile.Read(Sample));
        Assert.Empty((await Schema.Value).Validate(JsonText.Write(DocumentFile.Read(bytes, [])!)));
        Assert.Empty(DecisionFile.Read(bytes).Problems);
    }

    [Theory]
    [InlineData("reliefClaimed: {", "reliefClaimd: {", "3:5 choose-one at decisions[0].reliefClaimd")]
    [InlineData("on: 2024-05-10", "on: 10 May", "3:60 bad-value at decisions[0].reliefClaimed.on")]
    [InlineData(", reason: an outage", "", "3:20 missing-key at decisions[0].reliefClaimed")]
    [InlineData("indicator: KPI1", "kpi: KPI1", "3:39 unknown-key at decisions[0].reliefClaimed.kpi")]
    [InlineData("contract: riverside", "contract: Riverside!", "1:11 bad-value at contract")]
    public void A_slip_is_told_at_its_place(string text, string instead, string problem)
    {
        const string file = """
            contract: riverside
            decisions:
              - reliefClaimed: { period: 2024-04, indicator: KPI1, on: 2024-05-10, by: supplier, reason: an outage }
            """;
        Assert.Empty(DecisionFile.Read(Encoding.UTF8.GetBytes(file)).Problems);
        var found = DecisionFile.Read(Encoding.UTF8.GetBytes(file.Replace(text, instead, StringComparison.Ordinal)));
        Assert.Null(found.Decisions);
        Assert.Contains(problem, found.Problems.Select(p => $"{p.Line}:{p.Column} {p.Code.Name} at {p.Path}"));
    }

    [Fact]
    public void Any_bytes_are_answered()
    {
        var whole = Encoding.UTF8.GetBytes(GoldenFile.Read(Sample));
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, 40]).Sample((at, instead, cut) =>
        {
            byte[] changed = [.. whole[..at], instead, .. whole[Math.Min(whole.Length, at + cut)..]];
            _ = DecisionFile.Read(changed).Problems;
        }, iter: 300);
    }

    private static Decision One(int kind, int day, int number, string line, string? clause)
    {
        var on = new LocalDate(2024, 5, 1).PlusDays(day);
        var month = new YearMonth(2024, 4).PlusMonths(number % 12);
        var taken = new Taken("generated", on, line, line, clause);
        var code = $"KPI{number}";
        return kind switch
        {
            0 => new Decision.ReliefClaimed(month, code, taken),
            1 => new Decision.ReliefAccepted(month, code, taken),
            2 => new Decision.ReliefPartAccepted(month, code, new Figures([new("of", Rational.Of(number, 4)), new("to", number)]), taken),
            3 => new Decision.ReliefRejected(month, code, taken),
            4 => new Decision.DisputeOpened(month, code, taken),
            5 => new Decision.DisputeResolved(month, code, (DisputeOutcome)(number % 3), taken),
            6 => new Decision.OptionExercised(number, on.PlusDays(-number), taken),
            8 => new Decision.ChargesPaid(month, new Money(number * 12_345L), taken),
            9 => new Decision.NoticeGiven(number, on.PlusDays(-number), taken),
            10 => new Decision.Terminated(on.PlusDays(-number), on.PlusDays(number), (TerminationGround)(number % 3), taken),
            11 => new Decision.MilestoneDone("Exit plan", on.PlusDays(-number), taken),
            12 => new Decision.BreachAcknowledged(month, code, taken),
            13 => new Decision.BreachClosed(month, code, taken),
            14 => new Decision.PlanRequired(month, code, on.PlusDays(10), taken),
            15 => new Decision.PlanReceived(month, code, taken),
            16 => new Decision.CreditNotified(month, new Money(number), taken),
            17 => new Decision.CreditAgreed(month, new Money(number), taken),
            18 => new Decision.CreditDisputed(month, taken),
            19 => new Decision.CreditDeducted(month, new Money(number * 100L), line, taken),
            20 => new Decision.CreditWaiverProposed(month, new Money(number * 7L), taken),
            21 => new Decision.CreditWaived(month, new Money(number * 7L), taken),
            _ => new Decision.ChargesWithheld(month, day % 2 == 0 ? null : new Money(number * 12_345L), taken),
        };
    }
}
