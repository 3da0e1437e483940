using System.Text.RegularExpressions;

namespace SlaMonitor.Cli.Local;

/// <summary>Hears from Azurite's own lines at which ports it has begun to listen; so ports can be left to the system, and nobody
/// else can take one in between.</summary>
internal sealed partial class Listening
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _ports = [];
    private readonly Queue<string> _said = [];
    private readonly TaskCompletionSource<IReadOnlyDictionary<string, int>> _everywhere = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The ports of Blob, Queue and Table, once all three answer.</summary>
    public Task<IReadOnlyDictionary<string, int>> Everywhere => _everywhere.Task;

    public string Said
    {
        get { lock (_gate) return ChildProcess.LastLines(string.Join('\n', _said)); }
    }

    /// <param name="line">Null at the end of a stream.</param>
    public void Heard(string? line)
    {
        if (line is null) return;
        lock (_gate)
        {
            _said.Enqueue(line);
            if (_said.Count > 100) _said.Dequeue();
            if (Announcement().Match(line) is { Success: true } match) _ports[match.Groups[1].Value] = int.Parse(match.Groups[2].Value);
            if (_ports.Count == 3) _everywhere.TrySetResult(_ports);
        }
    }

    [GeneratedRegex(@"^Azurite (Blob|Queue|Table) service is successfully listening at http://127\.0\.0\.1:(\d{1,5})$")]
    private static partial Regex Announcement();
}
