using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Domain.Credits;

/// <summary>Writes the line of one cap as it was applied.</summary>
internal static class CapWorking
{
    public static WorkingLine Of(CapStep step)
    {
        var looksBack = step.Cap is not Cap.OfPeriod;
        var inputs = $"{step.BaseInWords}: {WorkingFigure.Pounds(step.Base)}" + (looksBack ? $"; credits accrued {step.UsedInWords}: {WorkingFigure.Pounds(step.Used)}" : "");
        var share = $"{step.Cap.At} x {WorkingFigure.Pounds(step.Base)}" + (looksBack ? $" - {WorkingFigure.Pounds(step.Used)}" : "");
        var limit = step.Cap.At.Factor * step.Base < step.Used ? "< £0.00" : $"= {WorkingFigure.Pounds(step.Limit)}";
        return new(step.Cap.Clause, $"Cap of {step.Cap.At}", inputs, $"{share} {limit}", $"{WorkingFigure.Pounds(step.After)}{(step.IsMet ? ", cap reached" : ", below the cap")}");
    }
}
