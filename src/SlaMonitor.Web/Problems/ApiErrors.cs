using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Web.Problems;

/// <summary>Turns what the rules and formats find wrong into the errors of a problem document. Nothing else does.</summary>
public static class ApiErrors
{
    public static IReadOnlyList<ApiError> Of(IEnumerable<Problem> problems) => [.. problems.Select(Of)];

    public static ApiError Of(Problem problem) => CellName.Of(problem) is { } cell
        ? Named(problem) with { Sheet = problem.Sheet, Cell = cell }
        : Named(problem) with { Line = problem.Line, Column = problem.Column };

    /// <summary>A path such as <c>credits.regimes[1].caps</c> as a JSON pointer, <c>/credits/regimes/1/caps</c>.</summary>
    public static string Pointer(string path) => path.Length == 0
        ? ""
        : "/" + path.Replace("~", "~0").Replace("/", "~1").Replace("]", "").Replace('[', '/').Replace('.', '/');

    private static ApiError Named(Problem problem) => new(problem.Code.Name, problem.Expected, problem.Found) { Pointer = Pointer(problem.Path) };
}
