using System.Security.Cryptography;

namespace SlaMonitor.Cli.Local;

/// <summary>Azurite as its lock file pins it, fetched once for a user and kept under the hash of that file.</summary>
internal static class AzuriteInstall
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What is in Local/azurite travels with the program.</summary>
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "Local", "azurite");

    /// <summary>The script that runs it: <c>node run.js INSTALLED REMOVE FOLDER OPTIONS</c>.</summary>
    public static readonly string Script = Path.Combine(Source, "run.js");

    /// <returns>The folder with node_modules.</returns>
    /// <exception cref="AzuriteProblem"/>
    public static async Task<string> Ensure(string node, Machine machine, Action<string> tell, CancellationToken cancel)
    {
        var shelf = Path.Combine(machine.CacheFolder, "sla-monitor");
        var folder = Path.Combine(shelf, $"azurite-{Hash()}");
        if (IsComplete(folder)) return folder;
        var npm = machine.Find("npm") ?? throw new AzuriteProblem(
            $"npm is needed to install the storage emulator and was not found beside {node}: install Node.js 20 or later with npm (https://nodejs.org).");
        try
        {
            Directory.CreateDirectory(shelf);
            using var _ = await OneAtATime(folder + ".lock", cancel);
            if (IsComplete(folder)) return folder;
            tell("Installing the storage emulator (Azurite); this happens once and takes up to a minute.");
            RemoveCutOff(shelf, folder);
            var part = $"{folder}.{System.Diagnostics.Process.GetCurrentProcess().Id}.part";
            Copy(Source, part);
            await Npm(npm, part, machine, cancel);
            Directory.Move(part, folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AzuriteProblem($"The storage emulator could not be installed under {shelf}: {e.Message}");
        }
    }

    private static string Hash() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Source, "package-lock.json"))))[..12];

    /// <summary>A folder gets its name when everything is in it; the second look is for caches that someone cleaned out.</summary>
    private static bool IsComplete(string folder) => File.Exists(Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js"));

    private static async Task<FileStream> OneAtATime(string file, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (LockFile.TryTake(file) is { } taken) return taken;
            await Task.Delay(Pause, cancel);
        }
        throw new AzuriteProblem($"Another program has been installing the storage emulator for {Patience.TotalMinutes:0} minutes; it holds {file}.");
    }

    /// <summary>What killed installs left; an npm of theirs may still be writing, which is why each has a folder of its own.</summary>
    private static void RemoveCutOff(string shelf, string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var part in Directory.GetDirectories(shelf, Path.GetFileName(folder) + ".*.part"))
        {
            try { Directory.Delete(part, recursive: true); }
            catch (IOException) { }
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    /// <summary>Scripts of packages are not run: none is needed. Links are copied, so that the folder can be renamed anywhere.</summary>
    private static async Task Npm(string npm, string folder, Machine machine, CancellationToken cancel)
    {
        string[] arguments = ["ci", "--ignore-scripts", "--install-links", "--engine-strict=false", "--no-audit", "--no-fund",
            "--no-update-notifier", "--loglevel=error"];
        var (code, output) = await ChildProcess.Run(npm, arguments, folder, machine, Patience, cancel);
        if (code == 0 && IsComplete(folder)) return;
        Directory.Delete(folder, recursive: true);
        throw new AzuriteProblem($"The storage emulator could not be installed; npm says:\n{ChildProcess.LastLines(output)}");
    }
}
