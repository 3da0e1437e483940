using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>What came of reading a contract file.</summary>
/// <param name="Terms">Null where there was an error.</param>
/// <param name="Problems">Errors and warnings with their places, in the order of the file.</param>
public sealed record ReadContract(ContractTerms? Terms, IReadOnlyList<Problem> Problems);

/// <summary>Contract files: YAML, or the same as JSON.</summary>
public static class ContractFile
{
    public const string SchemaId = "https://sla-monitor.example/schema/contract-1.json";

    /// <summary>Reads a file, checks it against itself, and runs its worked examples. Any bytes are answered.</summary>
    public static ReadContract Read(ReadOnlySpan<byte> bytes, HolidayBasis basis)
    {
        var problems = new List<Problem>();
        if (DocumentFile.Read(bytes, problems) is not { } document || problems.Any(p => p.IsError)) return new(null, InOrder(problems));
        var spot = new Spot("", problems);
        if (!ContractShape.Shape.TryRead(document, spot, out var draft)) return new(null, InOrder(problems));
        var terms = Checked(draft, document, spot);
        if (terms is not null) Locate(document, spot, [.. terms.Warnings, .. WorkedExamples.Run(terms, basis)]);
        return new(problems.Any(p => p.IsError) ? null : terms, InOrder(problems));
    }

    /// <summary>The code of the contract a file speaks of, if it can be made out at all.</summary>
    public static string? CodeOf(ReadOnlySpan<byte> bytes) =>
        DocumentFile.Read(bytes, []) is MapNode document && document["contract"] is ScalarNode code ? code.Text : null;

    public static string WriteYaml(ContractTerms terms) => YamlDocument.Write(ContractShape.Shape.Write(terms.Draft));

    public static string WriteJson(ContractTerms terms) => JsonText.Write(ContractShape.Shape.Write(terms.Draft));

    /// <summary>The JSON Schema for editors.</summary>
    public static string Schema() => JsonText.Write(SchemaBook.Of(ContractShape.Shape, SchemaId, "SLA Monitor contract file"));

    private static ContractTerms? Checked(ContractDraft draft, DocumentNode document, Spot spot)
    {
        try
        {
            return new(draft);
        }
        catch (ContradictionException contradiction)
        {
            spot.Report(document, contradiction);
            return null;
        }
    }

    private static void Locate(DocumentNode document, Spot spot, IEnumerable<Problem> found)
    {
        foreach (var problem in found)
        {
            var (line, column) = NodeFinder.PlaceOf(document, problem.Path);
            spot.Problems.Add(problem with { Line = line, Column = column });
        }
    }

    private static IReadOnlyList<Problem> InOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(p => p.Line ?? 0).ThenBy(p => p.Column ?? 0)];
}
