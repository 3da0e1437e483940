using SlaMonitor.Domain;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Tables;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Cli.Screens;

/// <summary>Findings, each with its place first, as editors and people look for it.</summary>
internal static class FindingsScreen
{
    public static void Write(IEnumerable<FileFindings> files, TextWriter output)
    {
        foreach (var file in files.Where(f => f.Problems.Count > 0))
        {
            foreach (var problem in file.Problems) Write(file, problem, output);
            output.WriteLine(Count(file));
            output.WriteLine();
        }
    }

    /// <summary>One line where files came with warnings alone; 'check' and 'lint' show them.</summary>
    public static void WriteWarningCount(IEnumerable<FileFindings> files, TextWriter output)
    {
        var warned = files.Where(f => f is { HasErrors: false, Problems.Count: > 0 }).ToList();
        if (warned.Count > 0)
            output.WriteLine($"{Counted(warned.Sum(f => f.Problems.Count), "warning")} in {Counted(warned.Count, "file")}: see 'sla check' for returns, 'sla lint' for contracts.");
    }

    /// <summary>A list of files, each with its findings.</summary>
    public static void WriteJson(IEnumerable<FileFindings> files, TextWriter output) =>
        output.Write(JsonText.Write(new ListNode([.. files.Select(File)])));

    private static void Write(FileFindings file, Problem problem, TextWriter output)
    {
        var place = CellName.Of(problem) is { } cell ? $":{problem.Sheet}!{cell}" : problem.Line is { } line ? $":{line}:{problem.Column}" : "";
        output.WriteLine($"{file.File.Name}{place}: {Kind(problem)} {problem.Code.Name}{(problem.Path.Length > 0 ? $" at {problem.Path}" : "")}");
        output.WriteLine($"    expected  {problem.Expected}");
        output.WriteLine($"    found     {problem.Found}");
        output.WriteLine($"    why       {problem.Code.Why}");
    }

    private static string Count(FileFindings file)
    {
        var errors = file.Problems.Count(p => p.IsError);
        var warnings = file.Problems.Count - errors;
        return $"{file.File.Name}: {Counted(errors, "error")}, {Counted(warnings, "warning")}.";
    }

    private static string Counted(int count, string noun) => Domain.Contracts.Words.Counted(count, noun);

    private static string Kind(Problem problem) => problem.IsError ? "error" : "warning";

    private static MapNode File(FileFindings file) => Map(
        ("file", Text(file.File.Name)), ("accepted", Flag(!file.HasErrors)), ("findings", new ListNode([.. file.Problems.Select(Finding)])));

    private static MapNode Finding(Problem problem) => Map(
    [
        ("code", Text(problem.Code.Name)), ("kind", Text(Kind(problem))), ("path", Text(problem.Path)),
        .. problem.Line is { } line ? [("line", Number(line)), ("column", Number(problem.Column ?? 1))] : Array.Empty<(string, DocumentNode)>(),
        .. CellName.Of(problem) is { } cell ? [("sheet", Text(problem.Sheet!)), ("cell", Text(cell))] : Array.Empty<(string, DocumentNode)>(),
        ("expected", Text(problem.Expected)), ("found", Text(problem.Found)), ("why", Text(problem.Code.Why)),
    ]);
}
