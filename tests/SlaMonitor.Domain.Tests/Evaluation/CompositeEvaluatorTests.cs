using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Evaluation;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Evaluation;

public class CompositeEvaluatorTests
{
    private static readonly Indicator Gate = Composite("TOP", new Combination.Gate(["A", "B"], MissingPart.Zero));

    /// <summary>The return of April is due on 15 May 2024: until that day is over nothing is missing yet, whatever a missing part
    /// counts as.</summary>
    [Fact]
    public void A_part_that_is_still_awaited_is_not_missing()
    {
        var period = Contract(Gate, Pi("A"), Pi("B")).Assessed("2024-05-15").In("2024-04");
        Assert.Equal(new Outcome.CannotTell(Reason.ReturnAwaited), period.Of("TOP").Outcome);
        Assert.Null(period.Of("TOP").Level);
    }

    /// <summary>2029 has no bank holidays in our data yet, so whether the return is overdue cannot be told.</summary>
    [Fact]
    public void A_part_that_cannot_be_told_for_want_of_bank_holidays_is_not_missing()
    {
        var assessed = Contract(Gate, Pi("A"), Pi("B")).Lasting("2028-11-01", "1 year").Assessed("2029-03-20");
        Assert.Equal(new Outcome.CannotTell(Reason.HolidaysUnknown), assessed.In("2029-01").Of("TOP").Outcome);
    }

    [Fact]
    public void When_the_return_is_overdue_its_parts_are_missing()
    {
        var period = Contract(Gate, Pi("A"), Pi("B")).When(Absence.CannotTell, Absence.CannotTell).Assessed("2024-05-16").In("2024-04");
        Assert.True(period.Of("TOP").IsFailure);
    }

    /// <summary>A part without activity is left out, counts against, or leaves no result.</summary>
    [Theory]
    [InlineData(MissingPart.Renormalise, "met")]
    [InlineData(MissingPart.Zero, "target missed")]
    [InlineData(MissingPart.NoResult, "not scored: a part is missing")]
    public void A_part_without_activity_follows_the_rule(MissingPart rule, string outcome)
    {
        var gate = Composite("TOP", new Combination.Gate(["A", "B"], rule));
        var period = Contract(gate, Pi("A"), Pi("B")).Assessed("2024-05-20", Return("2024-04").Stating("A", "100").With("B", Nothing)).In("2024-04");
        Assert.Equal(outcome, period.Of("TOP").Outcome.InWords());
    }

    [Fact]
    public void A_part_that_failed_without_a_level_is_missing_from_a_mean_but_counts_in_a_gate()
    {
        var mean = Composite("MEAN", new Combination.WeightedMean([Weight("A", "50"), Weight("B", "50")], [], MissingPart.NoResult));
        var gate = Composite("TOP", new Combination.Gate(["A", "B"], MissingPart.NoResult));
        var period = Contract(mean, gate, Pi("A"), Pi("B")).Assessed("2024-05-20", Return("2024-04").Stating("A", "100")).In("2024-04");
        Assert.Equal(new Outcome.CannotTell(Reason.PartMissing), period.Of("MEAN").Outcome);
        Assert.Equal(new Outcome.Failed(RungName.Failed, null), period.Of("TOP").Outcome);
    }

    /// <summary>A part that is not in force in a period is no part of its composite then.</summary>
    [Fact]
    public void A_retired_part_drops_out()
    {
        var gate = Composite("TOP", new Combination.Gate(["A", "B"], MissingPart.NoResult));
        var assessed = Contract(gate, Pi("A"), Pi("B") with { Retired = Day("2024-04-30") }).Assessed(
            "2024-06-20", Return("2024-04").Stating("A", "100").Stating("B", "0"), Return("2024-05").Stating("A", "100"));
        Assert.True(assessed.In("2024-04").Of("TOP").IsFailure);
        Assert.Equal(new Outcome.Met(), assessed.In("2024-05").Of("TOP").Outcome);
    }

    [Fact]
    public void The_working_has_a_line_for_each_part_and_the_combination()
    {
        var mean = Composite("TOP", new Combination.WeightedMean([Weight("A", "60"), Weight("B", "40")], [], MissingPart.Renormalise));
        var lines = Contract(mean, Pi("A"), Pi("B")).Assessed("2024-05-20", Return("2024-04").Counting("A", 98, 100).Counting("B", 95, 100)).In("2024-04").Of("TOP").Working();
        Assert.Equal(["Part A, weight 60", "Part B, weight 40", "Weighted mean of levels"], lines.Select(l => l.Rule));
        Assert.Equal("(60 x 98 + 40 x 95) / 100", lines[2].Arithmetic);
        Assert.Equal("96.8 %", lines[2].Outcome); // 58.8 + 38 = 96.8
    }
}
