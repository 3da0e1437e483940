using SlaMonitor.Service.Formats.PlainEnglish;
using Spectre.Console;

namespace SlaMonitor.Cli.Screens;

/// <summary>A contract in plain English, wrapped to the width of the screen.</summary>
internal static class ExplanationScreen
{
    public static void Write(IEnumerable<Section> sections, Surroundings surroundings)
    {
        var screen = surroundings.Screen();
        foreach (var section in sections)
        {
            screen.MarkupLineInterpolated($"[bold]{section.Heading}[/]");
            screen.WriteLine();
            foreach (var paragraph in section.Paragraphs)
            {
                var clause = paragraph.Clause is { } found ? $" [{found}]" : "";
                screen.Write(new Padder(new Text(paragraph.Text + clause), new Padding(2, 0, 0, 1)));
            }
        }
    }
}
