using System.Globalization;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Web.Api;

/// <summary>Statements and breaches as tables, in the words of the columns that <c>sla assess --csv</c> has.</summary>
internal static class CreditsCsv
{
    private static readonly string[] OfPeriods = ["contract", "assessment", "as of", "period", "return", "points", "payable", "open", "withheld"];

    private static readonly string[] OfFailures = ["contract", "assessment", "as of", "period", "code", "shown", "rung", "in words", "points", "failures in a row"];

    public static string Of(CreditsApi.CreditStatement statement) => CsvTable.Write(OfPeriods, statement.Periods.Select<CreditsApi.CreditOfPeriod, IReadOnlyList<CsvValue>>(p =>
    [
        .. From(statement.Contract, statement.Assessment, statement.AsOf), CsvValue.Text(p.Period), CsvValue.Text(p.Return.Key()), Number(p.Points), Pounds(p.Payable),
        CsvValue.Text(p.Open ?? ""), Pounds(p.Withheld),
    ]));

    public static string Of(CreditsApi.BreachesOfContract breaches) => CsvTable.Write(OfFailures, breaches.Breaches.Select<CreditsApi.Breach, IReadOnlyList<CsvValue>>(b =>
    [
        .. From(breaches.Contract, breaches.Assessment, breaches.AsOf), CsvValue.Text(b.Period), CsvValue.Text(b.Code), CsvValue.Text(b.Shown ?? ""), CsvValue.Text(b.Rung.Key()),
        CsvValue.Text(b.InWords), Number(b.Points), Number(b.RunOfFailures),
    ]));

    private static IEnumerable<CsvValue> From(string contract, int assessment, NodaTime.LocalDate asOf) =>
        [CsvValue.Text(contract), Number(assessment), CsvValue.Text($"{asOf:uuuu-MM-dd}")];

    private static CsvValue Number(int number) => CsvValue.Number(number.ToString(CultureInfo.InvariantCulture));

    private static CsvValue Pounds(Money? money) => money is { } pounds ? CsvValue.Number(pounds.ToPlainText()) : CsvValue.Text("");
}
