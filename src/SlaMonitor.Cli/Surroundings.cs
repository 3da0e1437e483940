using NodaTime;
using SlaMonitor.Cli.Local;
using SlaMonitor.Service.Access;
using Spectre.Console;

namespace SlaMonitor.Cli;

/// <summary>What a verb may touch of the world outside.</summary>
public sealed record Surroundings
{
    /// <summary>Columns where the output is no terminal.</summary>
    public const int PlainWidth = 110;

    public required IClock Clock { get; init; }

    public required Stream In { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Bytes that nobody can foresee.</summary>
    public required RandomBytes Random { get; init; }

    public required Machine Machine { get; init; }

    public bool IsTerminal { get; init; }

    public int Width { get; init; } = PlainWidth;

    /// <summary>Results, with colour only where a terminal shows them; the words alone say all.</summary>
    public IAnsiConsole Screen()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Out),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
