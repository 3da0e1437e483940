using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SlaMonitor.Cli.Local;

/// <summary>The storage emulator of local runs and tests, as a process of ours: it ends with <see cref="Dispose"/>, and also when
/// this process dies in whatever way, since it watches the standard input that only we hold.</summary>
public sealed partial class Azurite : IDisposable
{
    /// <summary>The oldest Node.js that Azurite as pinned was seen to run on.</summary>
    private const int OldestNode = 20;

    private const int OrderlyEndMs = 10_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly FileStream _folderLock;

    private Azurite(Process process, FileStream folderLock, string connectionString)
    {
        (_process, _folderLock) = (process, folderLock);
        ConnectionString = connectionString;
    }

    /// <summary>Of the development account, whose name and key Azurite publishes and shares with every other emulator.</summary>
    public string ConnectionString { get; }

    public int ProcessId => _process.Id;

    /// <summary>Installs the emulator where needed, starts it, and waits until blobs, queues and tables are there.</summary>
    /// <param name="tell">Takes a line about what takes long.</param>
    public static async Task<AzuriteStart> Start(AzuritePlace place, Machine machine, Action<string> tell, CancellationToken cancel = default)
    {
        try
        {
            var node = await Node(machine, cancel);
            var installed = await AzuriteInstall.Ensure(node, machine, tell, cancel);
            var folderLock = await Take(place.Folder, cancel);
            try
            {
                return new AzuriteStart.Running(await Run(node, installed, place, machine, folderLock, cancel));
            }
            catch
            {
                await folderLock.DisposeAsync();
                throw;
            }
        }
        catch (AzuriteProblem problem)
        {
            return new AzuriteStart.Failed(problem.Message);
        }
    }

    public void Dispose()
    {
        End(_process);
        _folderLock.Dispose();
    }

    private static async Task<string> Node(Machine machine, CancellationToken cancel)
    {
        var node = machine.Find("node") ?? throw new AzuriteProblem(
            $"Node.js was not found, which the storage emulator needs: install Node.js {OldestNode} or later with npm (https://nodejs.org).");
        var (_, version) = await ChildProcess.Run(node, ["--version"], AppContext.BaseDirectory, machine, Patience, cancel);
        return Version().Match(version) is { Success: true } match && int.Parse(match.Groups[1].Value) >= OldestNode ? node : throw new AzuriteProblem(
            $"{node} is version {version.Trim()}, too old for the storage emulator: install Node.js {OldestNode} or later with npm (https://nodejs.org).");
    }

    /// <summary>Two emulators on one folder would each write over the other. The last one may still be writing after its program
    /// was killed: it is waited for.</summary>
    private static async Task<FileStream> Take(string folder, CancellationToken cancel)
    {
        FileStream taken;
        try
        {
            Directory.CreateDirectory(folder);
            taken = LockFile.TryTake(Path.Combine(folder, "azurite.lock"))
                ?? throw new AzuriteProblem($"{folder} is in use by another storage emulator; end that one or choose another folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AzuriteProblem($"{folder} cannot be used for storage: {e.Message}");
        }
        var last = Path.Combine(folder, "azurite.pid");
        if (File.Exists(last) && int.TryParse(await File.ReadAllTextAsync(last, cancel), out var id))
            for (var waited = 0; waited < OrderlyEndMs && File.Exists(last) && IsAlive(id); waited += 100) await Task.Delay(100, cancel);
        return taken;
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static async Task<Azurite> Run(
        string node, string installed, AzuritePlace place, Machine machine, FileStream folderLock, CancellationToken cancel)
    {
        var folder = Path.GetFullPath(place.Folder);
        string[] arguments = [AzuriteInstall.Script, installed, place.RemovedAtEnd ? "true" : "false", folder,
            "--blobHost", "127.0.0.1", "--blobPort", $"{place.BlobPort}",
            "--queueHost", "127.0.0.1", "--queuePort", $"{place.QueuePort}",
            "--tableHost", "127.0.0.1", "--tablePort", $"{place.TablePort}",
            "--skipApiVersionCheck", "--disableTelemetry", "--silent"];
        var start = ChildProcess.Described(node, arguments, folder, machine);
        // Both would give it accounts or a database other than ours.
        start.Environment.Remove("AZURITE_ACCOUNTS");
        start.Environment.Remove("AZURITE_DB");

        var process = ChildProcess.Start(start);
        var listening = new Listening();
        process.OutputDataReceived += (_, line) => listening.Heard(line.Data);
        process.ErrorDataReceived += (_, line) => listening.Heard(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await Task.WhenAny(listening.Everywhere, process.WaitForExitAsync(cancel)).WaitAsync(Patience, cancel);
            if (!listening.Everywhere.IsCompleted) throw new AzuriteProblem($"The storage emulator ended at once; it says:\n{listening.Said}");
        }
        catch (Exception e)
        {
            End(process);
            if (e is not TimeoutException) throw;
            throw new AzuriteProblem($"The storage emulator was not ready after {Patience.TotalSeconds:0} seconds; it says:\n{listening.Said}");
        }
        return new(process, folderLock, DevelopmentAccount.ConnectionString(await listening.Everywhere));
    }

    /// <summary>In good order, so that all data is on disk; by force where that takes too long.</summary>
    private static void End(Process process)
    {
        using (process)
        {
            try { process.StandardInput.Close(); }
            catch (IOException) { }
            if (!process.WaitForExit(OrderlyEndMs)) process.Kill();
        }
    }

    [GeneratedRegex(@"^v(\d{1,4})\.")]
    private static partial Regex Version();
}
