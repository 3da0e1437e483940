using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Cli;
using SlaMonitor.Cli.Local;

// The only place where the real clock, the environment, the terminal and the standard streams are touched.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return SlaProgram.Run(args, new Surroundings
{
    Clock = SystemClock.Instance,
    In = Console.OpenStandardInput(),
    Out = Console.Out,
    Error = Console.Error,
    Random = RandomNumberGenerator.GetBytes,
    Machine = Machine.From(Environment.GetEnvironmentVariable),
    IsTerminal = !Console.IsOutputRedirected,
    Width = Console.IsOutputRedirected ? Surroundings.PlainWidth : Math.Clamp(Console.WindowWidth, 80, 140),
});
