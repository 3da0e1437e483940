using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Credits;

/// <summary>Writes the lines of credits that were earned back.</summary>
internal static class EarnBackWorking
{
    public static IEnumerable<WorkingLine> Of(ServiceCreditStatement statement, string? clause)
    {
        foreach (var earned in statement.EarnedBack) yield return Line(earned);
        if (statement.EarnedBack.Count > 0 && statement is { Credited: { } credited, Payable: { } payable })
            yield return new(clause, "Credit less what is earned back", "", $"{credited} - {statement.Returned}", $"{ServiceCreditStatement.Due(payable)}, ex VAT");
    }

    private static WorkingLine Line(EarnedBack earned)
    {
        var (code, terms) = (earned.Indicator.Code, earned.Terms);
        var level = terms.Levels.First(l => l.Key == code).Value;
        var better = earned.Indicator.Better == Polarity.Lower ? "or less" : "or more";
        return new(
            terms.Clause ?? earned.Regime.Clause,
            $"{Name(earned.Regime)}: {code} at {earned.Indicator.ShowBound(level)} {better} in {terms.SustainedPeriods.Counted("period")} in a row returns {terms.Share} of its credit of {earned.Of}",
            string.Join(", ", earned.Sustained.Select(s => $"{s.Period} {IndicatorWorking.Exact(earned.Indicator, s.Level)}")),
            $"{terms.Share} x {WorkingFigure.Pounds(earned.Credited)}, down to the penny",
            $"{earned.Returned} returned to the supplier");
    }

    private static string Name(CreditRegime regime) => regime.Rule is ServicePoints ? "Earn-back" : regime.Name;
}
