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
            yield return new(regime.Clause, $"Sum of {regime.Name}", "", string.Join(" + ", credit.Items.Select(i => WorkingFigure.Pounds(i.Pounds))), WorkingFigure.Pounds(credit.Uncapped.Value));
        foreach (var step in credit.Caps) yield return CapWorking.Of(step);
        if (credit.CannotTell is { } why) yield return new(regime.Clause, "Caps", "", "", $"cannot tell: {why}");
    }

    /// <summary>The rule with the name of its regime; the regime by Service Points is known by its formula.</summary>
    private static string Rule(RegimeCredit credit) => credit.Regime.Rule switch
    {
        ServicePoints => "SC = TSP x x% x AC",
        TierTable table => $"{credit.Regime.Name}: the tier that {table.Indicator} lands in",
        _ => throw new InvalidOperationException("The set of credit rules is closed."),
    };

    private static string Nothing(RegimeCredit credit) => credit.Regime.Rule switch
    {
        { GoesByPoints: true } => credit.Points!.Value.Counted("Service Point"),
        _ => "nothing that is credited",
    };

    private static WorkingLine Line(RegimeCredit credit, CreditItem item, string rule) =>
        new(credit.Regime.Clause, rule, Inputs(credit, item), Arithmetic(credit, item), WorkingFigure.Pounds(item.Pounds));

    private static string Inputs(RegimeCredit credit, CreditItem item)
    {
        var what = item.Result is { } result ? $"{result.Indicator.Code} {Level(result)}" : credit.Points!.Value.Counted("Service Point");
        return item.Each is CreditAmount.Share ? $"{what}; {Base(credit)}" : what;
    }

    private static string Base(RegimeCredit credit) => credit.Regime.Rule.Of is { } sum
        ? $"rates are of {sum}"
        : $"charges {WorkingFigure.Pounds(credit.Base!.Value)} ex VAT";

    private static string Level(IndicatorResult result) =>
        (result.Compared ?? result.Level) is { } level ? IndicatorWorking.Exact(result.Indicator, level) : result.Outcome.InWords();

    private static string Arithmetic(RegimeCredit credit, CreditItem item)
    {
        var count = item.Count == Rational.One && credit.Regime.Rule is TierTable ? "" : $"{WorkingFigure.Of(item.Count)} x ";
        return item.Each is CreditAmount.Share ? $"{count}{item.Each} x {WorkingFigure.Pounds(credit.Base!.Value)}" : $"{count}{item.Each}";
    }
}
