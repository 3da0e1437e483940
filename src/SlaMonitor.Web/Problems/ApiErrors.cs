using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Tables;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Web.Problems;

/// <summary>Turns what the rules and formats find wrong into the errors of a problem document. Nothing else does.</summary>
public static class ApiErrors
{
    public static IReadOnlyList<ApiError> Of(IEnumerable<Problem> problems) => Of(problems.Select(Finding.Of));

    /// <summary>Of findings as they are kept with a receipt or a draft.</summary>
    public static IReadOnlyList<ApiError> Of(IEnumerable<Finding> findings) => [.. findings.Select(Of)];

    public static ApiError Of(Finding finding) => new(finding.Code, finding.Expected, finding.Found)
    {
        Pointer = Pointer(finding.Path),
        Sheet = finding.Sheet,
        Cell = finding is { Sheet: not null, Line: { } row, Column: { } column } ? CellName.Of(row, column) : null,
        Line = finding.Sheet is null ? finding.Line : null,
        Column = finding.Sheet is null ? finding.Column : null,
    };

    /// <summary>A path such as <c>credits.regimes[1].caps</c> as a JSON pointer, <c>/credits/regimes/1/caps</c>.</summary>
    public static string Pointer(string path) => path.Length == 0
        ? ""
        : "/" + path.Replace("~", "~0").Replace("/", "~1").Replace("]", "").Replace('[', '/').Replace('.', '/');
}
