using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Writes the Working of one regime in one period.</summary>
internal static class RegimeWorking
{
    public static IEnumerable<WorkingLine> Of(RegimeCredit credit)
    {
        var (regime, rule) = (credit.Regime, Rule(credit));
        if (credit.Uncapped is null)
        {
            yield return new(regime.Clause, rule, credit.Points?.Counted("Service Point") ?? "", "", $"cannot tell: {credit.CannotTell}");
            yield break;
        }

        if (credit.Items.Count == 0) yield return new(regime.Clause, rule, Nothing(credit), "", "£0.00");
        foreach (var item in credit.Items) yield return Line(credit, item, rule);
        if (credit.Items.Count > 1)
            yield return new(regime.Clause, $"Sum of {regime.Name}", "", string.Join(" + ", credit.Items.Select(i => WorkingFigure.Pounds(i.Pounds))), WorkingFigure.Pounds(credit.Items.Aggregate(Rational.Zero, (sum, i) => sum + i.Pounds)));
        if (credit.AtRisk is { } most)
            yield return new(regime.Clause, "Not above the amount at risk", "", $"at most {WorkingFigure.Pounds(most)}", WorkingFigure.Pounds(credit.Uncapped.Value));
        foreach (var step in credit.Caps) yield return CapWorking.Of(step);
        if (credit.CannotTell is { } why) yield return new(regime.Clause, "Caps", "", "", $"cannot tell: {why}");
    }

    /// <summary>The rule with the name of its regime; the regime by Service Points is known by its formula.</summary>
    private static string Rule(RegimeCredit credit) => credit.Regime.Rule switch
    {
        ServicePoints => "SC = TSP x x% x AC",
        TierTable table => $"{credit.Regime.Name}: the tier that {table.Indicator} lands in",
        AmountAtRisk risk => $"{credit.Regime.Name}: the weight of each failed indicator of {risk.AtRisk} at risk",
        PointLadder ladder => $"{credit.Regime.Name}: the step that the points reach{Between(ladder, credit.Points!.Value)}",
        Linear linear => $"{credit.Regime.Name}: {linear.Each} for each {linear.Step} short of the target of {linear.Indicator}, {PartOfStep(linear.PartOfStep)}",
        PerEvent events => $"{credit.Regime.Name}: {events.Each} for each",
        LateDays late => $"{credit.Regime.Name}: {late.PerDay} for each {Day(late)} the return is late, at most {late.AtMostDays}",
        _ => throw new InvalidOperationException("The set of credit rules is closed."),
    };

    private static string Day(LateDays late) => late.Days == DaysCounted.Working ? "working day" : "day";

    private static string PartOfStep(PartOfStep part) => part switch
    {
        Contracts.Regimes.PartOfStep.Dropped => "whole ones only",
        Contracts.Regimes.PartOfStep.CountsWhole => "a part counting as a whole",
        _ => "parts by their share",
    };

    private static string Between(PointLadder ladder, int points) => ladder.Around(points) switch
    {
        (null, { } first) => $"; the first is at {first.Points}",
        ({ } below, { } above) when below.Points < points => $"; between {below.Points} ({below.Credit}) and {above.Points} ({above.Credit}): {ladder.Between.Key()}",
        _ => "",
    };

    private static string Nothing(RegimeCredit credit) => credit.Regime.Rule switch
    {
        { GoesByPoints: true } => credit.Points!.Value.Counted("Service Point"),
        LateDays => "not late",
        _ => "nothing that is credited",
    };

    private static WorkingLine Line(RegimeCredit credit, CreditItem item, string rule) =>
        new(credit.Regime.Clause, rule, Inputs(credit, item), Arithmetic(credit, item), WorkingFigure.Pounds(item.Pounds));

    private static string Inputs(RegimeCredit credit, CreditItem item)
    {
        var what = item.Result is { } result ? $"{result.Indicator.Code} {Level(result)}{Run(item)}"
            : credit.Points is { } points ? points.Counted("Service Point")
            : $"{item.Count} late";
        return item.Each is CreditAmount.Share ? $"{what}; {Base(credit)}" : what;
    }

    private static string Base(RegimeCredit credit) => credit.Regime.Rule.Of is { } sum
        ? $"rates are of {sum}"
        : $"charges {WorkingFigure.Pounds(credit.Base!.Value)} ex VAT";

    private static string Level(IndicatorResult result) =>
        (result.Compared ?? result.Level) is { } level ? IndicatorWorking.Exact(result.Indicator, level) : result.Outcome.InWords();

    private static string Run(CreditItem item) => item.Uplift.Percent == 100 ? "" : $", {item.Result!.RunOfFailures.FailureInARow()}";

    private static string Arithmetic(RegimeCredit credit, CreditItem item)
    {
        var count = credit.Regime.Rule switch
        {
            TierTable or PointLadder => "",
            AmountAtRisk => $"{item.Count * 100} % x ",
            _ => $"{WorkingFigure.Of(item.Count)} x ",
        };
        var uplift = item.Uplift.Percent == 100 ? "" : $" x {item.Uplift}";
        return item.Each is CreditAmount.Share ? $"{count}{Rate(item.Each)} x {WorkingFigure.Pounds(credit.Base!.Value)}{uplift}" : $"{count}{item.Each}{uplift}";
    }

    /// <summary>A rate on a straight line may have no end.</summary>
    private static string Rate(CreditAmount each) => each is CreditAmount.Share share ? $"{WorkingFigure.Of(share.Rate.Percent)} %" : $"{each}";
}
