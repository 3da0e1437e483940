using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>Writes the Working of a period's Service Credit from its statement.</summary>
internal static class ServiceCreditWorking
{
    public static IReadOnlyList<WorkingLine> Of(ServiceCreditStatement statement) =>
        statement.Holiday is { } holiday ? [Holiday(holiday, statement), .. After(statement)] : [.. statement.Regimes.SelectMany(RegimeWorking.Of), .. Together(statement), .. After(statement)];

    private static WorkingLine Holiday(CreditHoliday holiday, ServiceCreditStatement statement) =>
        new(holiday.Clause, holiday switch
        {
            CreditHoliday.FromStart first => $"Credit holiday in the first {first.Months.Counted("month")} of the term",
            CreditHoliday.Dated dated => $"Credit holiday from {dated.From:d MMMM uuuu} to {dated.To:d MMMM uuuu}",
            _ => throw new InvalidOperationException("The set of credit holidays is closed."),
        }, statement.Points.Counted("Service Point"), "", "£0.00 payable");

    /// <summary>What follows once the credit is reckoned.</summary>
    private static IEnumerable<WorkingLine> After(ServiceCreditStatement statement) =>
        [.. EarnBackWorking.Of(statement, Clause(statement)), .. SettlementWorking.Of(statement, Clause(statement))];

    private static string? Clause(ServiceCreditStatement statement) =>
        statement.Terms.Clause ?? (statement.Regimes.Count == 1 ? statement.Regimes[0].Regime.Clause : null);

    private static IEnumerable<WorkingLine> Together(ServiceCreditStatement statement)
    {
        var clause = Clause(statement);
        if (statement.Sum is not { } sum || statement.Regimes.All(r => r.Items.Count == 0)) yield break;
        if (statement.Regimes.Count > 1)
            yield return new(clause, "Sum of the regimes", "", string.Join(" + ", statement.Regimes.Select(r => WorkingFigure.Pounds(r.Capped!.Value))), WorkingFigure.Pounds(sum));
        foreach (var step in statement.CapsTogether) yield return CapWorking.Of(step);
        yield return statement.Credited is { } credited
            ? new(clause, $"Rounded once to pence, {RoundingInWords(statement)}", WorkingFigure.Pounds(statement.BeforeRounding!.Value), "", $"{credited} {(statement.EarnedBack.Count == 0 ? "payable" : "credited")}, ex VAT")
            : new(clause, "Caps", "", "", $"cannot tell: {statement.CannotTell}");
    }

    private static string RoundingInWords(ServiceCreditStatement statement) =>
        Money.Round(statement.BeforeRounding!.Value, statement.Terms.Rounding) == statement.Credited
            ? statement.Terms.Rounding.InWords()
            : "not above the cap";
}
