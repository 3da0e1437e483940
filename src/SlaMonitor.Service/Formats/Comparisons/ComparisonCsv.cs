using System.Globalization;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Comparisons;

/// <summary>Comparisons as one table: a row for each result that differs, one for each period that does, and one for the sum of
/// each contract.</summary>
public static class ComparisonCsv
{
    private static readonly string[] Header =
    [
        "contract", "period", "row", "code", "level before", "level after", "in words before", "in words after", "points before", "points after", "points moved",
        "payable before", "payable after", "payable moved", "withheld before", "withheld after", "withheld moved",
    ];

    public static string Write(IEnumerable<Delta> deltas) => CsvTable.Write(Header, deltas.SelectMany(Rows));

    private static IEnumerable<IReadOnlyList<CsvValue>> Rows(Delta delta)
    {
        var code = delta.Before.Contract.Code;
        foreach (var period in delta.Periods)
        {
            var name = ServicePeriod.NameOf(period.Month);
            foreach (var result in period.Results) yield return [.. Texts(code, name, "indicator", result.Code), .. Indicator(result), .. Texts("", "", "", "", "", "")];
            yield return
            [
                .. Texts(code, name, "period", "", "", "", "", ""), .. Numbers(period.Before?.Points, period.After?.Points, period.Points),
                Pounds(period.Before?.Credit?.Payable), Pounds(period.After?.Credit?.Payable), Pounds(period.Payable),
                Pounds(period.Before?.Withholding?.Withheld), Pounds(period.After?.Withholding?.Withheld), Pounds(period.Withheld),
            ];
        }

        yield return
        [
            .. Texts(code, "", "sum", "", "", "", "", ""), .. Numbers(delta.Before.Points, delta.After.Points, delta.Points),
            Pounds(delta.Before.Payable), Pounds(delta.After.Payable), Pounds(delta.Payable),
            Pounds(delta.Before.Withheld), Pounds(delta.After.Withheld), Pounds(delta.Withheld),
        ];
    }

    private static IEnumerable<CsvValue> Indicator(ResultDelta result) =>
    [
        Level(result.Before), Level(result.After), CsvValue.Text(result.Before?.Outcome.InWords() ?? ""), CsvValue.Text(result.After?.Outcome.InWords() ?? ""),
        .. Numbers(result.Before?.Points, result.After?.Points, result.Points),
    ];

    private static CsvValue Level(IndicatorResult? result) => CsvValue.Text(result?.Shown ?? "");

    private static IEnumerable<CsvValue> Texts(params string[] texts) => texts.Select(CsvValue.Text);

    private static IEnumerable<CsvValue> Numbers(params int?[] numbers) =>
        numbers.Select(n => n is { } number ? CsvValue.Number(number.ToString(CultureInfo.InvariantCulture)) : CsvValue.Text(""));

    private static CsvValue Pounds(Money? money) => money is { } pounds ? CsvValue.Number(pounds.ToPlainText()) : CsvValue.Text("");
}
