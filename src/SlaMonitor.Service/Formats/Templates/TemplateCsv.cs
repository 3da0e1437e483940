using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Templates;

/// <summary>A template as a table of facts with empty values. What is said to whoever fills it in stands in columns of its own,
/// which nobody reads back.</summary>
public static class TemplateCsv
{
    public static string Write(ReturnTemplate template)
    {
        var columns = TemplateColumn.Of(template);
        return CsvTable.Write([.. columns.Select(c => c.Name)], template.Rows.Select(row => (IReadOnlyList<CsvValue>)[.. columns.Select(c => CsvValue.Text(CsvText.WithApostropheKept(c.Text(row))))]));
    }
}
