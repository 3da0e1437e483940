namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>Everything that is wrong with a file is said at once, in the order of the file.</summary>
public sealed class SeveralProblemsTests
{
    [Fact]
    public void Mistakes_of_form_all_over_a_file()
    {
        var text = ContractTexts.ErrorBase
            .With("contract: base", "contract: Base")
            .With("initial: 2 years", "intial: 2 years")
            .With("whenMissing: worstRung", "whenMissing: worst rung")
            .With("minor: { from: 99 %, points: 1 }", "minor: { from: 99 %, points: one }")
            .With("unit: points\n    measure: { mean: { of: answers, lowest: 1, highest: 5 } }", "unit: points")
            .With("perPoint: 0.5 %", "perPoint: 0.5");
        Assert.Equal(
        [
            (1, "contract", "bad-value"),
            (6, "term.intial", "unknown-key"),
            (9, "returns.whenMissing", "not-one-of"),
            (20, "indicators.KPI1.ladder.minor.points", "bad-value"),
            (29, "indicators.PI1", "no-source"),
            (46, "credits.servicePoints.perPoint", "bad-value"),
        ], Found(text));
    }

    [Fact]
    public void Contradictions_all_over_a_contract()
    {
        var text = ContractTexts.ErrorBase
            .With("due: 10 working days", "due: 13 months")
            .With("calendar: core", "calendar: day")
            .With("KPI2: 60, PI1: 40", "KPI2: 60, PI1: 50")
            .With("at: 15 %", "at: 150 %")
            .With("failures: 2,", "failures: 13,")
            .With("points: { KPI1: [1, 1] }", "points: { KPI1: [1] }");
        Assert.Equal(
        [
            (9, "returns.due", "period-never-closes"),
            (17, "indicators.KPI1.measure.availability.calendar", "unknown-calendar"),
            (39, "indicators.C1.combine.weightedMean.weights", "weights-not-100"),
            (48, "credits.servicePoints.caps[0].at", "cap-over-whole"),
            (49, "triggers.persistentFailure.failures", "trigger-unreachable"),
            (52, "examples[0].expect.points.KPI1", "example-shape"),
        ], Found(text));
    }

    /// <summary>99.2 % is a Minor KPI Failure and costs 1 point, each time.</summary>
    [Fact]
    public void Every_figure_of_an_example_that_comes_out_otherwise()
    {
        var text = ContractTexts.ErrorBase.With(
            "expect: { points: { KPI1: [1, 1] } }",
            "expect:\n      rungs: { KPI1: [target, minor] }\n      points: { KPI1: [0, 1] }\n      payable: [5.00, 6.00]");
        Assert.Null(ContractTexts.Read(text).Terms);
        Assert.Equal(
        [
            (53, "examples[0].expect.rungs.KPI1[0]", "example-fails"),
            (54, "examples[0].expect.points.KPI1[0]", "example-fails"),
            (55, "examples[0].expect.payable[1]", "example-fails"),
        ], Found(text));
    }

    /// <summary>A warning does not keep terms from taking effect.</summary>
    [Fact]
    public void Warnings_come_with_the_terms()
    {
        var read = ContractTexts.Read(ContractTexts.ErrorBase.With("failed: { points: 2 }", "failed: {}"));
        Assert.NotNull(read.Terms);
        Assert.Equal("kpi-without-points", Assert.Single(read.Problems).Code.Name);
    }

    private static IEnumerable<(int?, string, string)> Found(string text) =>
        ContractTexts.Read(text).Problems.Select(p => (p.Line, p.Path, p.Code.Name));
}
