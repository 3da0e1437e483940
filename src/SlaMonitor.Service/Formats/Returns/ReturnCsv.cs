using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>Writes a return as a table, one fact a row.</summary>
public static class ReturnCsv
{
    public static string Write(SupplierReturn submitted)
    {
        var tree = (MapNode)ReturnShape.Sent.Write(submitted);
        var rows = Rows(tree, "").Concat(((tree["restates"] as MapNode)?.Entries ?? [])
            .SelectMany(r => Rows((MapNode)r.Value, r.Key.Text))).ToList();
        string[] header = ["indicator", .. rows.Any(r => r.Member.Length > 0) ? ["member"] : Array.Empty<string>(), .. rows.Any(r => r.Period.Length > 0) ? ["period"] : Array.Empty<string>(), "figure", "value"];
        return CsvTable.Write(header, rows.Select(r => (IReadOnlyList<CsvValue>)[.. header.Select(column => Cell(r, column))]));
    }

    private sealed record Row(string Period, string Indicator, string Member, string Figure, ScalarNode Value);

    private static IEnumerable<Row> Rows(MapNode facts, string period) => facts.Entries.SelectMany(fact => (fact.Key.Text, fact.Value) switch
    {
        (_, ScalarNode value) => [new(period, "", "", FactName.InTable(fact.Key.Text), value)],
        ("indicators", MapNode indicators) => indicators.Entries.SelectMany(i => Indicator((MapNode)i.Value, period, i.Key.Text)),
        _ => Array.Empty<Row>(),
    });

    private static IEnumerable<Row> Indicator(MapNode facts, string period, string code) => facts.Entries.SelectMany(fact => (fact.Key.Text, fact.Value) switch
    {
        (_, ScalarNode value) => [new(period, code, "", FactName.InTable(fact.Key.Text), value)],
        ("members", MapNode members) => members.Entries.SelectMany(m => ((MapNode)m.Value).Entries.Select(p => new Row(period, code, m.Key.Text, FactName.InTable(p.Key.Text), (ScalarNode)p.Value))),
        (_, MapNode parts) => parts.Entries.Select(p => new Row(period, code, "", FactName.InTable(p.Key.Text), (ScalarNode)p.Value)),
        _ => [],
    });

    private static CsvValue Cell(Row row, string column) => column switch
    {
        "indicator" => CsvValue.Text(row.Indicator),
        "member" => Text(row.Member),
        "period" => CsvValue.Text(row.Period),
        "figure" => CsvValue.Text(row.Figure),
        _ => row.Value.Kind == ScalarKind.Number ? CsvValue.Number(row.Value.Text) : Text(row.Value.Text),
    };

    private static CsvValue Text(string text) => CsvValue.Text(CsvText.WithApostropheKept(text));
}
