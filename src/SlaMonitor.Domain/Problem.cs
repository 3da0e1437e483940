namespace SlaMonitor.Domain;

/// <summary>What kind of thing is wrong: a stable name in lower case with hyphens, whether it stops the work, and
/// why it matters in one sentence.</summary>
public sealed record ProblemCode(string Name, bool IsError, string Why);

/// <summary>One thing wrong with a contract file or a return, and where.</summary>
/// <param name="Path">The place within the document, for instance <c>indicators.KPI1.ladder.minor</c>;
/// empty for the document itself.</param>
/// <param name="Expected">What would have been right, in words.</param>
/// <param name="Found">What is there.</param>
public sealed record Problem(ProblemCode Code, string Path, string Expected, string Found)
{
    /// <summary>The line in the file, or the row of the worksheet, from 1, where known.</summary>
    public int? Line { get; init; }

    /// <summary>The column in the file or of the worksheet, from 1, where known.</summary>
    public int? Column { get; init; }

    /// <summary>The name of the worksheet that the line and column are cells of; null where the file is a text.</summary>
    public string? Sheet { get; init; }

    public bool IsError => Code.IsError;

    /// <summary>The same problem seen from a document in which this one's root stands at <paramref name="path"/>.</summary>
    public Problem Under(string path) => this with
    {
        Path = Path.Length == 0 ? path : path.Length == 0 ? Path : $"{path}.{Path}",
    };
}

/// <summary>A value that cannot be built because its parts contradict each other. Carries every contradiction at once,
/// each with its path relative to the value.</summary>
public sealed class ContradictionException(IReadOnlyList<Problem> problems)
    : Exception(string.Join("; ", problems.Select(p => $"{p.Code.Name} at '{p.Path}': expected {p.Expected}, found {p.Found}")))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;

    /// <exception cref="ContradictionException">There is an error among the problems.</exception>
    public static void ThrowIfAny(IEnumerable<Problem> problems)
    {
        var found = problems.Where(p => p.IsError).ToList();
        if (found.Count > 0) throw new ContradictionException(found);
    }
}
