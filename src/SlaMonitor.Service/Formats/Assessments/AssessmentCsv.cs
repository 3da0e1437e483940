using System.Globalization;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>Assessments as one table: a row for each indicator in each period, and one for each period's Service Credit.</summary>
public static class AssessmentCsv
{
    private static readonly string[] Header =
        ["contract", "period", "first", "last", "terms", "return", "row", "code", "title", "kind", "level", "unit", "in words", "failures in a row", "points", "charges", "payable"];

    public static string Write(IEnumerable<ContractAssessment> assessments) =>
        CsvTable.Write(Header, assessments.SelectMany(a => a.Periods.SelectMany(Rows)));

    private static IEnumerable<IReadOnlyList<CsvValue>> Rows(PeriodAssessment period)
    {
        foreach (var result in period.Results) yield return Row(period, Indicator(result));
        if (period.Credit is { } credit)
            yield return Row(period, [CsvValue.Text("credit"), .. Enumerable.Repeat(CsvValue.Text(""), 5), CsvValue.Text(credit.CannotTell is { } why ? $"cannot tell: {why}" : ""), CsvValue.Text(""), CsvValue.Text(""), Figure(period.Charges?.ToText(2)), Figure(credit.Payable?.ToPlainText())]);
    }

    private static IReadOnlyList<CsvValue> Row(PeriodAssessment period, IEnumerable<CsvValue> rest) =>
    [
        CsvValue.Text(period.Terms.Terms.Code), CsvValue.Text(period.Period.Name),
        CsvValue.Text($"{period.Period.First:uuuu-MM-dd}"), CsvValue.Text($"{period.Period.Last:uuuu-MM-dd}"),
        CsvValue.Text($"{period.Version:uuuu-MM-dd}"), CsvValue.Text(Domain.Returns.ReturnStatuses.InWords(period.Status)),
        .. rest,
    ];

    private static IEnumerable<CsvValue> Indicator(IndicatorResult result) =>
    [
        CsvValue.Text("indicator"), CsvValue.Text(result.Indicator.Code), CsvValue.Text(result.Indicator.Title),
        CsvValue.Text(Domain.Contracts.Words.InWords(result.Indicator.Kind)),
        Level(result), CsvValue.Text(result.Indicator.Unit.Name), CsvValue.Text(result.Outcome.InWords()),
        Number(result.RunOfFailures), Number(result.Points), CsvValue.Text(""), CsvValue.Text(""),
    ];

    /// <summary>Without its unit, so that a spreadsheet takes it for a number; an answer in words.</summary>
    private static CsvValue Level(IndicatorResult result) =>
        result.Indicator.IsAnswer ? CsvValue.Text(result.Shown ?? "") : Figure(result.ShownFigure);

    private static CsvValue Number(int number) => CsvValue.Number(number.ToString(CultureInfo.InvariantCulture));

    private static CsvValue Figure(string? figure) => figure is null ? CsvValue.Text("") : CsvValue.Number(figure);
}
