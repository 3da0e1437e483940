using System.Globalization;
using CsvHelper;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>Lays rows out as CSV.</summary>
internal static class CsvTableWriter
{
    private const string FormulaStarts = "=+-@\t\r";

    // CsvHelper's own protection against formulas would escape negative figures too, unless they went through a number type,
    // which need not keep them as they are given.
    private static readonly CsvWriterOptions Layout = new() { NewLine = "\n", Injection = CsvInjection.None };

    public static string Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<CsvValue>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = CsvWriter.Create(text, Layout, leaveOpen: true))
        {
            WriteRow(writer, [.. header.Select(CsvValue.Text)]);
            foreach (var row in rows) WriteRow(writer, row);
        }
        return text.ToString();
    }

    private static void WriteRow(CsvWriter writer, IReadOnlyList<CsvValue> row)
    {
        foreach (var value in row) writer.WriteField(StartsAsFormula(value) ? $"'{value.Content}" : value.Content);
        writer.EndRecord();
    }

    private static bool StartsAsFormula(CsvValue value) =>
        !value.IsNumber && value.Content.Length > 0 && FormulaStarts.Contains(value.Content[0]);
}
