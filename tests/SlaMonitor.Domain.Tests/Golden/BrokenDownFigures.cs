using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Golden;

/// <summary>The whole of a breakdown is the sum of its parts' cases, never the mean of their rates.</summary>
public class BrokenDownFigures
{
    /// <summary>Housing 90 of 100 (90 %), libraries 10 of 10 (100 %), planning 5 of 40 (12.5 %): together 105 of 150, 70 %. The
    /// mean of the three rates would be 67.5 %.</summary>
    [Fact]
    public void Cases_are_pooled()
    {
        var result = ByDepartment(new RatioOfCounts("in time", null, "cases"), ("of", 90, 10, 5), ("to", 100, 10, 40));
        Assert.Equal(N("70"), result.Level);
        Assert.Equal(["90.00 %", "100.00 %", "12.50 %", "70 %"], result.Working().Take(4).Select(l => l.Outcome));
        Assert.Equal(["department: housing", "department: libraries", "department: planning"], result.Working().Take(3).Select(l => l.Rule));
    }

    /// <summary>Satisfaction: 450 from 100 answers (4.5), 20 from 5 (4.0), 15 from 5 (3.0): together 485 / 110 = 4.409...; the mean
    /// of the means would be 3.83.</summary>
    [Fact]
    public void Answers_are_pooled() => Assert.Equal(
        Rational.Of(485, 110), ByDepartment(new MeanOfScale("scores", 1, 5), ("total", 450, 20, 15), ("responses", 100, 5, 5)).Level);

    private static IndicatorResult ByDepartment(Measure measure, params (string Part, int Housing, int Libraries, int Planning)[] parts)
    {
        var indicator = Pi("PI1").Measuring(measure) with { Ladder = null, Breakdown = new("department", ["housing", "libraries", "planning"]) };
        var members = ByMember(
            ("housing", Figures([.. parts.Select(p => (p.Part, (Rational)p.Housing))])),
            ("libraries", Figures([.. parts.Select(p => (p.Part, (Rational)p.Libraries))])),
            ("planning", Figures([.. parts.Select(p => (p.Part, (Rational)p.Planning))])));
        return Contract(indicator).Assessed("2024-05-20", Return("2024-04").With("PI1", members)).In("2024-04").Of("PI1");
    }
}
