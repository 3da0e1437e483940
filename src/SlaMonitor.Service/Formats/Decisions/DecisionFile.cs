using SlaMonitor.Domain;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.Decisions;

/// <summary>What a decision file holds: decisions of one contract.</summary>
public sealed record ContractDecisions(string Contract, IReadOnlyList<Decision> Decisions);

/// <summary>A decision file as read, its form checked and not yet what it says of the contract.</summary>
/// <param name="Decisions">Null where its form was wrong.</param>
public sealed record ReadDecisions(ContractDecisions? Decisions, DocumentNode? Document, IReadOnlyList<Problem> Problems)
{
    /// <summary>A problem of the domain at its place in the file.</summary>
    public Problem Located(Problem problem)
    {
        var (line, column) = Document is null ? (1, 1) : NodeFinder.PlaceOf(Document, InFile(problem.Path));
        return problem with { Path = InFile(problem.Path), Line = line, Column = column };
    }

    /// <summary><c>decisions[3].period</c> is <c>decisions[3].reliefClaimed.period</c> in the file.</summary>
    private string InFile(string path)
    {
        var close = path.IndexOf(']');
        if (close < 0 || Document is not MapNode map || map["decisions"] is not ListNode list) return path;
        if (!int.TryParse(path["decisions[".Length..close], out var i) || i >= list.Items.Count || list.Items[i] is not MapNode { Entries.Count: 1 } decision) return path;
        return $"{path[..(close + 1)]}.{decision.Entries[0].Key.Text}{path[(close + 1)..]}";
    }
}

/// <summary>Decision files: YAML, or the same as JSON.</summary>
public static class DecisionFile
{
    public const string SchemaId = "https://sla-monitor.example/schema/decisions-1.json";

    private static readonly RecordShape<ContractDecisions> Shape = Build();

    /// <summary>Reads a file. Any bytes are answered.</summary>
    public static ReadDecisions Read(ReadOnlySpan<byte> bytes)
    {
        var problems = new List<Problem>();
        var document = DocumentFile.Read(bytes, problems);
        if (document is null || problems.Any(p => p.IsError)) return new(null, document, problems);
        return Shape.TryRead(document, new("", problems), out var decisions)
            ? new(decisions, document, problems)
            : new(null, document, problems);
    }

    /// <summary>Reads what <see cref="WriteJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text holds no decisions.</exception>
    public static ContractDecisions ReadJson(string json) => StoredJson.Read(Shape, json, "No decisions");

    public static string WriteYaml(ContractDecisions decisions) => YamlDocument.Write(Shape.Write(decisions));

    public static string WriteJson(ContractDecisions decisions) => JsonText.Write(Shape.Write(decisions));

    /// <summary>The JSON Schema for editors.</summary>
    public static string Schema() => JsonText.Write(SchemaBook.Of(Shape, SchemaId, "SLA Monitor decision file"));

    private static RecordShape<ContractDecisions> Build()
    {
        var shape = new RecordShape<ContractDecisions>("contractDecisions", "What was decided under one contract.");
        var contract = shape.Required("contract", Scalars.ContractCode, d => d.Contract, "The contract's code.");
        var decisions = shape.Required("decisions", new ListShape<Decision>(DecisionShapes.Any), d => d.Decisions, "In any order.");
        return shape.BuiltBy(v => new(v.Get(contract), [.. v.Get(decisions).Select(d => d with { Taken = d.Taken with { Contract = v.Get(contract) } })]));
    }
}
