using System.Text;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Templates;

/// <summary>A template filled in elsewhere than in its file, as the file it would have been: a table of facts, one a line.</summary>
public static class FilledTemplate
{
    private static readonly string[] Columns = ["indicator", "figure", "value", "member", "comment"];

    /// <param name="values">Of each row of the template, in its order; empty where nothing was said.</param>
    /// <param name="comments">By indicator.</param>
    /// <returns>UTF-8. The row at place i stands in line i + 2.</returns>
    public static byte[] Csv(ReturnTemplate template, IReadOnlyList<string> values, IReadOnlyDictionary<string, string> comments)
    {
        var commented = new HashSet<string>(StringComparer.Ordinal);
        return Encoding.UTF8.GetBytes(CsvTable.Write(Columns, template.Rows.Select((row, i) => Row(row, values[i], comments, commented))));
    }

    /// <summary>A comment goes with the first figure of its indicator that there is.</summary>
    private static IReadOnlyList<CsvValue> Row(TemplateRow row, string value, IReadOnlyDictionary<string, string> comments, HashSet<string> commented)
    {
        var comment = value.Length > 0 && comments.TryGetValue(row.Indicator, out var said) && commented.Add(row.Indicator) ? said : "";
        return [Text(row.Indicator), Text(row.Figure), Text(value), Text(row.Member), Text(comment)];
    }

    private static CsvValue Text(string text) => CsvValue.Text(CsvText.WithApostropheKept(text.ReplaceLineEndings(" ")));
}
