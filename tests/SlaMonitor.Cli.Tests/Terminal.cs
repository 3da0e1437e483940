using System.Text;
using NodaTime;
using NodaTime.Testing;
using SlaMonitor.Cli.Local;

namespace SlaMonitor.Cli.Tests;

/// <summary>Runs the program as a shell would, with a clock that stands still on 1 June 2026.</summary>
internal sealed record Terminal(int Code, string Out, string Error)
{
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 9, 0);

    public static Terminal Run(params string[] args) => RunWith("", args);

    public static Terminal RunWith(string input, params string[] args) => RunOn(Machine.From(Environment.GetEnvironmentVariable), input, args);

    public static Terminal RunOn(Machine machine, string input, params string[] args)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = SlaProgram.Run(args, new Surroundings
        {
            Clock = new FakeClock(Now),
            In = new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Out = output,
            Error = error,
            Random = count => new byte[count],
            Machine = machine,
        });
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>A path below the repository's root.</summary>
    public static string InRepository(string path) => Path.Combine(Golden.GoldenFile.Root, path);
}
