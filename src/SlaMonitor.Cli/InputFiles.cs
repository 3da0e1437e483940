using System.CommandLine;
using SlaMonitor.Service;

namespace SlaMonitor.Cli;

/// <summary>The files a verb is given: paths, folders for all contract files and returns in them, or - for standard input.</summary>
internal static class InputFiles
{
    public const string NoContract = "There is no contract file among the files.";

    private static readonly string[] Extensions = [".yaml", ".yml", ".json", ".csv", ".xlsx", ".xlsm", ".xls"];

    public static Argument<string[]> Argument(string name, string description) => new(name)
    {
        Description = description + " A folder stands for the files in it, - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <returns>Null where a file could not be read; the reason has then been written to the error stream.</returns>
    public static IReadOnlyList<NamedFile>? Read(IEnumerable<string> names, Surroundings surroundings)
    {
        var files = new List<NamedFile>();
        try
        {
            foreach (var name in names) files.AddRange(ReadOne(name, surroundings));
            return files;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine(failure.Message);
            return null;
        }
    }

    /// <summary>The contract files among them; a file that was named is taken for one whatever it looks like.</summary>
    /// <returns>Null where there is none; the reason has then been written to the error stream.</returns>
    public static IReadOnlyList<NamedFile>? Contracts(IReadOnlyList<NamedFile> files, IReadOnlyCollection<string> named, Surroundings surroundings)
    {
        var contracts = files.Where(f => named.Contains(f.Name) || f.Kind() == FileKind.Contract).ToList();
        if (contracts.Count > 0) return contracts;
        surroundings.Error.WriteLine(NoContract);
        return null;
    }

    private static IEnumerable<NamedFile> ReadOne(string name, Surroundings surroundings)
    {
        if (name == "-") return [new("standard input", ReadAll(surroundings.In))];
        return Directory.Exists(name) ? In(name) : [new(name, File.ReadAllBytes(name))];
    }

    /// <summary>The contract files and returns in a folder and the folders in it, by name.</summary>
    public static IEnumerable<NamedFile> In(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(f => Extensions.Contains(Path.GetExtension(f).ToLowerInvariant()))
        .Order(StringComparer.Ordinal)
        .Select(f => new NamedFile(f.Replace('\\', '/'), File.ReadAllBytes(f)));

    private static byte[] ReadAll(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
