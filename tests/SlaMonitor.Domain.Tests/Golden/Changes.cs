using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>Changes against an earlier Service Period.</summary>
public class Changes
{
    private static readonly Indicator Incidents = Pi("V").Measuring(new Count("incidents"), "incidents") with { Ladder = null };

    /// <summary>From 90 % to 96 %: 6 percentage points, not 6.67 %. April has no month before it.</summary>
    [Fact]
    public void A_percentage_changes_by_percentage_points()
    {
        var change = Composite("TOP", new Combination.Change("A", 1)) with { Unit = new("percentage points") };
        var assessed = Contract(Pi("A"), change).Assessed("2024-06-20", Return("2024-04").Counting("A", 90, 100), Return("2024-05").Counting("A", 96, 100));
        Assert.Equal(new Outcome.NotScored(Reason.HistoryTooShort), assessed.In("2024-04").Of("TOP").Outcome);
        Assert.Equal(6, assessed.In("2024-05").Of("TOP").Level);
        Assert.Equal("96 - 90, 90 being of 2024-04", assessed.In("2024-05").Of("TOP").Working()[1].Arithmetic);
    }

    /// <summary>From 200 incidents in April to 150 two months later: (150 - 200) / 200 = -25 %. On a target of no more than
    /// -10 % that is met.</summary>
    [Fact]
    public void Anything_else_changes_by_per_cent()
    {
        var change = Composite("TOP", new Combination.Change("V", 2)).On(Ladder.TargetOnly(Polarity.Lower, -10, 0));
        var assessed = Contract(Incidents, change).Assessed("2024-07-20", Counts(200, 500, 150));
        Assert.Equal((-25, new Outcome.Met()), (assessed.In("2024-06").Of("TOP").Level, assessed.In("2024-06").Of("TOP").Outcome));
    }

    /// <summary>From none to 5 there is no figure, and no level of the month itself gives none either; points are not held open
    /// by what will never be known.</summary>
    [Fact]
    public void There_is_no_change_from_zero()
    {
        var change = Composite("TOP", new Combination.Change("V", 1)).On(HigherIsBetter("0", (null, 1)));
        var assessed = Contract(Incidents, change).When(Absence.NotScored, Absence.NotScored).Assessed("2024-07-20", Counts(0, 5));
        Assert.Equal(new Outcome.CannotTell(Reason.FromZero), assessed.In("2024-05").Of("TOP").Outcome);
        Assert.Null(assessed.In("2024-05").OpenPoints);
        Assert.Equal(new Outcome.NotScored(Reason.PartMissing), assessed.In("2024-06").Of("TOP").Outcome);
    }

    private static IEnumerable<SupplierReturn> Counts(params int[] counts) =>
        counts.Select((count, i) => Return($"2024-0{4 + i}").With("V", Measured(("count", count))));
}
