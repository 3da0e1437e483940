using System.Globalization;
using CsvHelper;

namespace SlaMonitor.Service.Formats.Tables;

/// <summary>Lays rows out as CSV.</summary>
internal static class CsvTableWriter
{
    private static readonly CsvWriterOptions Layout = new()
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
    };

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
        foreach (var value in row)
            if (value.IsNumber) writer.WriteField(new PlainFigure(value.Content));
            else writer.WriteField(value.Content);
        writer.EndRecord();
    }

    /// <summary>A figure that CsvHelper takes for a number, so that it does not escape a leading minus.</summary>
    private readonly struct PlainFigure(string digits) : IUtf8SpanFormattable
    {
        public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
            System.Text.Encoding.ASCII.TryGetBytes(digits, utf8Destination, out bytesWritten);
    }
}
