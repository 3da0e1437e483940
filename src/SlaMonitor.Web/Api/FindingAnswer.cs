using System.Text.Json.Serialization;
using SlaMonitor.Service.Formats.Tables;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Api;

/// <summary>What was found in a file: an error stops it, a warning does not.</summary>
/// <param name="Why">Why it matters.</param>
public sealed record FindingAnswer(string Code, bool IsError, string Expected, string Found, string Why)
{
    private static readonly string[] Columns = ["severity", "code", "pointer", "sheet", "cell", "line", "column", "expected", "found", "why"];

    /// <inheritdoc cref="ApiError.Pointer"/>
    public string Pointer { get; init; } = "";

    /// <inheritdoc cref="ApiError.Line"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    /// <inheritdoc cref="ApiError.Column"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Column { get; init; }

    /// <inheritdoc cref="ApiError.Sheet"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sheet { get; init; }

    /// <inheritdoc cref="ApiError.Cell"/>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cell { get; init; }

    public static FindingAnswer Of(Finding finding)
    {
        var error = ApiErrors.Of(finding);
        return new(finding.Code, finding.IsError, finding.Expected, finding.Found, finding.Why)
        {
            Pointer = error.Pointer!,
            Line = error.Line,
            Column = error.Column,
            Sheet = error.Sheet,
            Cell = error.Cell,
        };
    }

    public static string Csv(IEnumerable<FindingAnswer> findings) => CsvTable.Write(Columns, findings.Select(f => f.Row()));

    private IReadOnlyList<CsvValue> Row() =>
    [
        CsvValue.Text(IsError ? "error" : "warning"), CsvValue.Text(Code), CsvValue.Text(Pointer), CsvValue.Text(Sheet ?? ""), CsvValue.Text(Cell ?? ""),
        Number(Line), Number(Column), CsvValue.Text(Expected), CsvValue.Text(Found), CsvValue.Text(Why),
    ];

    private static CsvValue Number(int? number) => number is { } figure ? CsvValue.Number(figure.ToString(System.Globalization.CultureInfo.InvariantCulture)) : CsvValue.Text("");
}
