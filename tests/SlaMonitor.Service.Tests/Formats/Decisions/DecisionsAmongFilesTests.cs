using System.Text;
using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Service.Tests.Formats.Decisions;

/// <summary>Decision files beside their contract and its returns: recognised, checked, and told at their places.</summary>
public sealed class DecisionsAmongFilesTests
{
    private const string Contract = """
        contract: riverside
        title: ICT services
        client: Riverside Council
        supplier: Example Systems Ltd
        effectiveFrom: 2024-01-01
        term: { start: 2024-01-01, initial: 1 year, extensions: [1 year] }
        workingDays: england-and-wales
        returns: { due: 10 working days, whenMissing: worstRung }
        charges: { perPeriod: 1000.00 }
        indicators:
          KPI1: { title: Incidents, kind: KPI, better: higher, measure: { ratio: { of: in time, to: incidents } }, ladder: { target: { from: 95 % }, belowThreshold: { points: 2 } } }
          TOP: { title: All, kind: composite, combine: { shareMet: { of: [KPI1] } } }
        credits: { servicePoints: { perPoint: 1 % } }
        triggers: { unacceptableKpiFailure: { moreThan: 50 % } }
        """;

    /// <summary>A decision in line 3, then where it is refused and why.</summary>
    [Theory]
    [InlineData("reliefClaimed: { period: 2023-12, indicator: KPI1", "decision-of-no-period at decisions[0].reliefClaimed.period", 30)]
    [InlineData("reliefClaimed: { period: 2024-04, indicator: KPI9", "decision-of-no-result at decisions[0].reliefClaimed.indicator", 50)]
    [InlineData("reliefPartAccepted: { period: 2024-04, indicator: TOP, parts: { of: 1, to: 2 }", "parts-of-composite at decisions[0].reliefPartAccepted.parts", 67)]
    [InlineData("reliefPartAccepted: { period: 2024-04, indicator: KPI1, parts: { of: 3, to: 2 }", "part-exceeds-whole at decisions[0].reliefPartAccepted.parts.of", 74)]
    [InlineData("disputeResolved: { period: 2024-04, indicator: KPI1, outcome: withdrawn", "decisions-contradict at decisions[0].disputeResolved", 22)]
    [InlineData("optionExercised: { option: 2, exercised: 2024-05-01", "no-such-option at decisions[0].optionExercised.option", 32)]
    [InlineData("optionExercised: { option: 1, exercised: 2025-01-01", "option-exercised-late at decisions[0].optionExercised.exercised", 46)]
    [InlineData("optionExercised: { option: 1, exercised: 2025-02-02", "recorded-before-it-happened at decisions[0].optionExercised.exercised", 46)]
    public void A_decision_is_refused_at_its_place(string decision, string problem, int column)
    {
        var read = Read(Decided(decision));
        Assert.Contains((problem, 3, column), read.Findings[1].Problems.Select(p => ($"{p.Code.Name} at {p.Path}", p.Line!.Value, p.Column!.Value)));
        Assert.Empty(read.Decisions.Of("riverside"));
    }

    [Fact]
    public void Decisions_of_no_contract_among_the_files_are_refused()
    {
        var finding = Read(Decided("reliefClaimed: { period: 2024-04, indicator: KPI1").Replace("riverside", "oakwood", StringComparison.Ordinal)).Findings[1];
        Assert.Equal(("decision-of-other-contract", "contract", 1, 11), finding.Problems.Select(p => (p.Code.Name, p.Path, p.Line!.Value, p.Column!.Value)).Single());
    }

    /// <summary>Each of the two files is refused, and each at its own line.</summary>
    [Fact]
    public void Decisions_of_two_files_that_contradict_each_other_are_told_in_both()
    {
        var read = Read(
            Decided("reliefClaimed: { period: 2024-03, indicator: KPI1", "reliefAccepted: { period: 2024-04, indicator: KPI1"),
            Decided("reliefRejected: { period: 2024-04, indicator: KPI1"));
        Assert.Equal(
            ["decisions[1].reliefAccepted 4", "decisions[0].reliefRejected 3"],
            read.Findings.Skip(1).Select(f => f.Problems.Single()).Select(p => $"{p.Path} {p.Line}"));
        Assert.Empty(read.Decisions.Of("riverside"));
    }

    /// <summary>In January 2024 the one KPI was met; the election stands in the second file.</summary>
    [Fact]
    public void What_only_results_tell_is_told_in_the_file_too()
    {
        var read = Read(Decided("reliefClaimed: { period: 2024-03, indicator: KPI1"), Decided("chargesWithheld: { period: 2024-01"), January);
        var findings = read.FindingsWith(AssessFiles.Of(read, HolidayBasis.Adopted, new(2025, 3, 1), Instant.MinValue));
        Assert.Equal([false, false, true, false], findings.Select(f => f.HasErrors));
        Assert.Equal(("withheld-without-trigger", "decisions[0].chargesWithheld", 3), findings[2].Problems.Select(p => (p.Code.Name, p.Path, p.Line!.Value)).Single());
    }

    /// <summary>A return for a month that only the option holds.</summary>
    [Fact]
    public void An_exercised_option_lets_returns_of_its_time_in()
    {
        var february = January.Replace("2024-01", "2025-02", StringComparison.Ordinal).Replace("2024-02", "2025-03", StringComparison.Ordinal);
        Assert.True(Read(february).Findings[1].HasErrors);
        Assert.False(Read(february, Decided("optionExercised: { option: 1, exercised: 2024-12-31")).Findings[1].HasErrors);
    }

    [Theory]
    [InlineData("x.yaml", "contract: a\ndecisions: []", FileKind.Decisions)]
    [InlineData("x.yaml", "contract: a\ntitle: decisions", FileKind.Contract)]
    [InlineData("x.json", """{ "decisions": [] }""", FileKind.Decisions)]
    [InlineData("x.json", """{ "effectiveFrom": "2024-01-01" }""", FileKind.Contract)]
    [InlineData("x.json", """{ "period": "2024-01" }""", FileKind.Return)]
    [InlineData("standard input", "contract: a\ndecisions: []", FileKind.Decisions)]
    [InlineData("standard input", "contract: a\neffectiveFrom: 2024-01-01", FileKind.Contract)]
    [InlineData("standard input", "indicator,figure,value", FileKind.Return)]
    [InlineData("x.csv", "decisions: []", FileKind.Return)]
    public void A_file_is_told_by_its_content(string name, string content, FileKind kind) => Assert.Equal(kind, new NamedFile(name, Encoding.UTF8.GetBytes(content)).Kind());

    private const string January = "indicator,figure,value\n,contract,riverside\n,period,2024-01\n,submitted on,2024-02-05\nKPI1,of,96\nKPI1,to,100\n";

    private static string Decided(params string[] decisions) =>
        $"contract: riverside\ndecisions:\n{string.Join('\n', decisions.Select(d => $"  - {d}, on: 2025-02-01, by: contract manager, reason: agreed }}"))}\n";

    private static ReadFiles Read(params string[] files) => ReadFiles.Of(
        [.. files.Prepend(Contract).Select((f, i) => new NamedFile($"{i}.{(f.Contains("figure,", StringComparison.Ordinal) ? "csv" : "yaml")}", Encoding.UTF8.GetBytes(f)))], HolidayBasis.Adopted);
}
