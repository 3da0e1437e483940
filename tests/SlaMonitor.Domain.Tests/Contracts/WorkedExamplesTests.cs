using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Contracts;

/// <summary>The examples of a contract's own schedule.</summary>
public class WorkedExamplesTests
{
    private static readonly ContractDraft Contract = Given.Contract(Kpi("KPI1"), Kpi("KPI2")).Repeating();

    [Fact]
    public void Both_examples_of_the_model_services_contract_agree() => Assert.Empty(Run(
        Contract, Points(["98.5", "96.5", "96.5"], [1, 6, 6]), Points(["96.5", "98.5", "96.5"], [3, 2, 6])));

    [Fact]
    public void What_disagrees_is_named_with_both_figures()
    {
        var problem = Run(Contract, Points(["98.5", "96.5"], [1, 3])).Single();
        Assert.Equal(("examples[0].expect.points.KPI1[1]", "3", "6"), (problem.Path, problem.Expected, problem.Found));
    }

    [Fact]
    public void Rungs_are_compared_too()
    {
        var example = Points(["99", "97", "90"], []) with { Points = [], Rungs = [Of<IReadOnlyList<RungName>>("KPI1", [RungName.Target, RungName.Serious, RungName.Severe])] };
        var problem = Run(Contract, example).Single();
        Assert.Equal(("examples[0].expect.rungs.KPI1[2]", "severe", "belowThreshold"), (problem.Path, problem.Expected, problem.Found));
    }

    /// <summary>1 point x 0.5 % x £10,000.00 = £50.00; 2 points x 0.5 % x £20,000.00 = £200.00.</summary>
    [Fact]
    public void Money_is_compared_on_the_examples_own_charges() => Assert.Empty(Run(
        Given.Contract(Kpi("KPI1"), Kpi("KPI2")).Crediting("0.5"),
        Points(["98.5", "97.5"], [1, 2]) with { Charges = [Pounds("10000.00"), Pounds("20000.00")], Payable = [Pounds("50.00"), Pounds("200.00")] }));

    /// <summary>KPI1 comes in with the second year; its example is of consecutive periods whenever they are.</summary>
    [Fact]
    public void An_indicator_that_comes_in_later_can_have_an_example() => Assert.Empty(Run(
        Given.Contract(Kpi("KPI1") with { Introduced = Day("2025-04-01") }, Kpi("KPI2")).Repeating(), Points(["98.5", "96.5"], [1, 6])));

    /// <summary>A cap of 1 % leaves KPI2's mildest failure, 1 point of 0.5 %, its credit, but would not leave KPI1's, 4 points:
    /// £100,000.00 x 1 % = £1,000.00.</summary>
    [Fact]
    public void An_example_of_one_indicator_is_not_linted_as_a_contract_of_its_own() => Assert.Empty(Run(
        Given.Contract(Kpi("KPI1").On(HigherIsBetter("99", (null, 4))), Kpi("KPI2")).Crediting("0.5", CapOfPeriod("1")),
        Points(["90"], [4]) with { Payable = [Pounds("1000.00")] }));

    /// <summary>A composite whose parts are all given is expected like any other: KPI1 failed, so the gate did.</summary>
    [Fact]
    public void A_composite_of_given_parts_takes_part()
    {
        var gate = Composite("TOP", new Combination.Gate(["KPI1"], MissingPart.NoResult)).On(Ladder.TargetOnly(Polarity.Higher, 1, 2));
        Assert.Empty(Run(Given.Contract(gate, Kpi("KPI1")), Points(["90"], [4]) with { Points = [Of<IReadOnlyList<int>>("TOP", [2])] }));
    }

    private static WorkedExample Points(string[] levels, int[] points) =>
        new(null, [Of<IReadOnlyList<Rational>>("KPI1", [.. levels.Select(N)])], [], [], [Of<IReadOnlyList<int>>("KPI1", points)], []);

    private static IReadOnlyList<Problem> Run(ContractDraft contract, params WorkedExample[] examples) =>
        WorkedExamples.Run((contract with { Examples = examples }).Terms(), BankHolidays.Current);
}
