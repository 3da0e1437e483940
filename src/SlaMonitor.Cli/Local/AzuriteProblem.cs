namespace SlaMonitor.Cli.Local;

/// <summary>Why the emulator does not run, in words for whoever wanted it; <see cref="Azurite.Start"/> gives them as its answer.</summary>
internal sealed class AzuriteProblem(string message) : Exception(message);
