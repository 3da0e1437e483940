using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Writes the Working of a period's Service Credit from its statement.</summary>
internal static class ServiceCreditWorking
{
    public static IReadOnlyList<WorkingLine> Of(ServiceCreditStatement statement) => [.. Lines(statement)];

    private static IEnumerable<WorkingLine> Lines(ServiceCreditStatement statement)
    {
        var regime = statement.Regime;
        const string rule = "SC = TSP x x% x AC";
        if (statement.Uncapped is not { } uncapped)
        {
            yield return new(regime.Clause, rule, statement.Points.Counted("Service Point"), "", $"cannot tell: {statement.CannotTell}");
            yield break;
        }

        if (statement.Points == 0)
        {
            yield return new(regime.Clause, rule, "0 Service Points", "", "£0.00");
            yield break;
        }

        yield return new(regime.Clause, rule, $"{statement.Points.Counted("Service Point")}; charges {WorkingFigure.Pounds(statement.Charges!.Value)} ex VAT", $"{statement.Points} x {regime.PerPoint} x {WorkingFigure.Pounds(statement.Charges.Value)}", WorkingFigure.Pounds(uncapped));
        foreach (var step in statement.Caps) yield return Line(step);
        yield return statement.Payable is { } payable
            ? new(regime.Clause, $"Rounded once to pence, {RoundingInWords(statement)}", WorkingFigure.Pounds(statement.BeforeRounding!.Value), "", $"{payable} payable, ex VAT")
            : new(regime.Clause, "Caps", "", "", $"cannot tell: {statement.CannotTell}");
    }

    private static WorkingLine Line(CapStep step)
    {
        var isRolling = step.Cap is Cap.OfLast12Months;
        var inputs = $"{step.BaseInWords}: {WorkingFigure.Pounds(step.Base)}" + (isRolling ? $"; credits accrued {step.UsedInWords}: {step.Used}" : "");
        var share = $"{step.Cap.At} x {WorkingFigure.Pounds(step.Base)}" + (isRolling ? $" - {step.Used}" : "");
        var limit = step.Cap.At.Factor * step.Base < step.Used.Pounds ? "< £0.00" : $"= {WorkingFigure.Pounds(step.Limit)}";
        return new(step.Cap.Clause, $"Cap of {step.Cap.At}", inputs, $"{share} {limit}", $"{WorkingFigure.Pounds(step.After)}{(step.IsMet ? ", cap reached" : ", below the cap")}");
    }

    private static string RoundingInWords(ServiceCreditStatement statement) =>
        Money.Round(statement.BeforeRounding!.Value, statement.Regime.Rounding) == statement.Payable
            ? statement.Regime.Rounding.InWords()
            : "not above the cap";
}
