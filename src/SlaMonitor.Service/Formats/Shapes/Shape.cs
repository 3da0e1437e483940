using SlaMonitor.Domain;
using SlaMonitor.Service.Formats.Documents;

namespace SlaMonitor.Service.Formats.Shapes;

/// <summary>
/// How a value looks in a document, described once: reading it with every problem at its place, writing it, and its JSON
/// Schema all follow from the one description, so that they cannot drift apart.
/// </summary>
public abstract class Shape<T>
{
    /// <returns>False where something was wrong; every problem has then been reported at <paramref name="spot"/>.</returns>
    public abstract bool TryRead(DocumentNode node, Spot spot, out T value);

    public abstract DocumentNode Write(T value);

    /// <summary>The JSON Schema (draft-07) of the value; named parts go into the book.</summary>
    public abstract MapNode Schema(SchemaBook book);
}

/// <summary>A place in the document being read, and where its problems go.</summary>
public readonly record struct Spot(string Path, ICollection<Problem> Problems)
{
    private const int LongestStep = 120;

    public Spot Key(string key) => this with { Path = Path.Length == 0 ? Step(key) : $"{Path}.{Step(key)}" };

    /// <summary>A key as a path shows it: longer ones than any name may be are cut, so that no file makes a message endless.</summary>
    internal static string Step(string key) => Excerpt.Of(key, LongestStep);

    public Spot Item(int index) => this with { Path = $"{Path}[{index}]" };

    public void Report(DocumentNode node, ProblemCode code, string expected, string found) =>
        Problems.Add(new(code, Path, expected, found) { Line = node.Line, Column = node.Column });

    /// <summary>Passes on what a value of the domain says against itself, at the nodes it speaks of.</summary>
    public void Report(DocumentNode node, ContradictionException contradiction)
    {
        foreach (var problem in contradiction.Problems)
        {
            var (line, column) = NodeFinder.PlaceOf(node, problem.Path);
            Problems.Add(problem.Under(Path) with { Line = line, Column = column });
        }
    }
}
