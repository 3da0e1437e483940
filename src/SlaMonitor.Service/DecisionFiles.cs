using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Formats.Decisions;

namespace SlaMonitor.Service;

/// <summary>Decision files, read and checked. A file with an error is refused whole; where decisions of two files contradict each
/// other, the files in which that shows are.</summary>
public sealed class DecisionFiles
{
    private readonly IReadOnlyList<OneFile> _files;

    private DecisionFiles(IReadOnlyList<OneFile> files) => _files = files;

    /// <summary>One entry for every file.</summary>
    public IEnumerable<FileFindings> Findings => _files.Select(f => f.Findings);

    public static DecisionFiles Of(IReadOnlyList<NamedFile> files, IReadOnlyDictionary<string, Contract> contracts, HolidayBasis basis)
    {
        var read = files.Select(f => new OneFile(f)).ToList();
        foreach (var file in read.Where(f => f.IsAccepted && !contracts.ContainsKey(f.Code)))
            file.Add(new(DecisionProblems.OtherContract, "contract", "the code of a sound contract among the files", file.Code));
        foreach (var ofOne in read.Where(f => f.IsAccepted).GroupBy(f => f.Code).ToList())
            Check(contracts[ofOne.Key], [.. ofOne], basis);
        return new(read);
    }

    /// <summary>The accepted decisions of a contract, file by file.</summary>
    public IReadOnlyList<Decision> Of(string contract) => [.. Accepted(contract).SelectMany(f => f.Decisions)];

    /// <summary>The file that a path of <see cref="Of(string)"/> leads into, and the problem at its place there.</summary>
    public (NamedFile File, Problem Problem) Located(string contract, Problem problem)
    {
        var (file, found) = Place(Accepted(contract), problem);
        return (file.Findings.File, file.Located(found));
    }

    private static void Check(Contract contract, IReadOnlyList<OneFile> files, HolidayBasis basis)
    {
        foreach (var problem in DecisionChecks.Of(contract, [.. files.SelectMany(f => f.Decisions)], basis))
        {
            var (file, found) = Place(files, problem);
            file.Add(file.Located(found));
        }
    }

    /// <summary>A path counts through the decisions of all files; in its file it counts from the first of that file.</summary>
    private static (OneFile File, Problem Problem) Place(IReadOnlyList<OneFile> files, Problem problem)
    {
        const string list = "decisions[";
        var close = problem.Path.IndexOf(']');
        var index = int.Parse(problem.Path[list.Length..close], System.Globalization.CultureInfo.InvariantCulture);
        var file = 0;
        while (index >= files[file].Decisions.Count) index -= files[file++].Decisions.Count;
        return (files[file], problem with { Path = $"{list}{index}{problem.Path[close..]}" });
    }

    private List<OneFile> Accepted(string contract) => [.. _files.Where(f => f.IsAccepted && f.Code == contract)];

    private sealed class OneFile(NamedFile file)
    {
        private readonly ReadDecisions _read = DecisionFile.Read(file.Bytes);
        private readonly List<Problem> _problems = [];

        public string Code => _read.Decisions!.Contract;

        public IReadOnlyList<Decision> Decisions => _read.Decisions!.Decisions;

        public bool IsAccepted => _read.Decisions is not null && _problems.Count == 0;

        public FileFindings Findings => new(file, FileKind.Decisions, [.. _read.Problems.Concat(_problems).OrderBy(p => p.Line ?? 0).ThenBy(p => p.Column ?? 0)]);

        public void Add(Problem problem) => _problems.Add(problem.Line is null ? _read.Located(problem) : problem);

        public Problem Located(Problem problem) => _read.Located(problem);
    }
}
