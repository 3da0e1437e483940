using DocumentFormat.OpenXml;

namespace SlaMonitor.Service.Formats.Sheets;

/// <summary>Widths and sizes, which the library wants in binary floating point, as the text that is written.</summary>
internal static class Measure
{
    public static DoubleValue Of(string text) => new() { InnerText = text };
}
