using SlaMonitor.Domain.Evaluation;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>A Working, line by line: the rule, what went in, and the arithmetic with what came of it. A clause is named
/// once for the lines that share it.</summary>
internal static class WorkingScreen
{
    public static void Write(IReadOnlyList<WorkingLine> lines, IAnsiConsole screen)
    {
        var clause = "";
        for (var i = 0; i < lines.Count; i++)
        {
            if ((lines[i].Clause ?? "") != clause && lines[i].Clause is { } next) Indented(screen, 2, next);
            clause = lines[i].Clause ?? "";
            Indented(screen, 4, $"{i + 1}. {lines[i].Rule}");
            if (!lines[i].Arithmetic.StartsWith(lines[i].Inputs, StringComparison.Ordinal)) Indented(screen, 7, lines[i].Inputs);
            Indented(screen, 7, Result(lines[i]));
        }

        screen.WriteLine();
    }

    private static string Result(WorkingLine line) =>
        line.Arithmetic.Length == 0 || line.Arithmetic == line.Outcome ? $"→ {line.Outcome}" : $"{line.Arithmetic}  →  {line.Outcome}";

    private static void Indented(IAnsiConsole screen, int columns, string text) =>
        screen.Write(new Padder(new Text(text), new Padding(columns, 0, 0, 0)));
}
