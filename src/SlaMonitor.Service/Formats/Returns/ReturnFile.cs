using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using SlaMonitor.Service.Formats.Sheets;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>What came of reading a return.</summary>
/// <param name="Return">Null where its form was wrong.</param>
/// <param name="Problems">With their places, in the order of the file.</param>
public sealed record ReadReturn(SupplierReturn? Return, IReadOnlyList<Problem> Problems)
{
    /// <summary>The day that the file itself bears; null where its form was wrong.</summary>
    public LocalDate? FileDate { get; init; }

    /// <summary>A return with errors is refused whole; nothing of it is applied.</summary>
    public bool IsAccepted => Return is not null && Problems.All(p => !p.IsError);
}

/// <summary>Return files, told apart by what they hold: JSON, or a table with one fact a row as CSV or in an Excel workbook. Any
/// bytes are answered.</summary>
public static class ReturnFile
{
    public const string SchemaId = "https://sla-monitor.example/schema/return-1.json";

    /// <summary>Reads a return and checks it against its contract. Which return it is decides nothing yet about others.</summary>
    /// <param name="receivedOn">The day it was received, which then takes the place of the day it is dated; null where its date stands.</param>
    /// <param name="beside">Puts beside the figures what came with the file: ticket extracts; null where nothing did.</param>
    public static ReadReturn Check(ReadOnlySpan<byte> bytes, Contract contract, HolidayBasis basis, LocalDate? receivedOn = null, Func<SupplierReturn, SupplierReturn>? beside = null) =>
        Check(bytes, _ => contract, basis, receivedOn, beside);

    /// <inheritdoc cref="Check(ReadOnlySpan{byte}, Contract, HolidayBasis, LocalDate?, Func{SupplierReturn, SupplierReturn})"/>
    /// <param name="contractOf">The contract to check against, by the code the return names, if it can be made out at all.</param>
    public static ReadReturn Check(ReadOnlySpan<byte> bytes, Func<string?, Contract> contractOf, HolidayBasis basis, LocalDate? receivedOn = null, Func<SupplierReturn, SupplierReturn>? beside = null)
    {
        var problems = new List<Problem>();
        var empty = new EmptyCells();
        var tree = Tree(bytes, empty, problems, out var sheet);
        if (tree is null) return new(null, InOrder(problems, empty, sheet));
        var contract = contractOf(NamedIn(tree));
        var isWhole = ReturnShape.Sent.TryRead(tree, new("", problems), out var read) && problems.All(p => !p.IsError);
        LocalDate? fileDate = isWhole ? read.SubmittedOn : null;
        if (isWhole && receivedOn is { } day) read = read with { SubmittedOn = day };
        if (isWhole && beside is not null) read = beside(read);
        var found = isWhole ? ReturnChecks.Of(contract, read, basis) : SoundPart.Check(tree, problems, contract, basis);
        problems.AddRange(At(tree, found));
        return new(isWhole ? read : null, InOrder(problems, empty, sheet)) { FileDate = fileDate };
    }

    /// <summary>The code of the contract a return names, if it can be made out at all.</summary>
    public static string? ContractOf(ReadOnlySpan<byte> bytes) => NamedIn(Facts(bytes));

    /// <summary>The Service Period a return names, if it can be made out at all.</summary>
    public static YearMonth? PeriodOf(ReadOnlySpan<byte> bytes) =>
        Facts(bytes) is { } map && map["period"] is ScalarNode period && Scalars.TryMonth(period.Text, out var month) ? month : null;

    /// <summary>What the name of such a file ends with, by what it holds: json, xlsx or csv.</summary>
    public static string EndingOf(ReadOnlySpan<byte> bytes) => LooksLikeJson(bytes) ? "json" : WorkbookTable.Matches(bytes) ? "xlsx" : "csv";

    /// <summary>The facts of a return as a tree, as far as they can be made out.</summary>
    internal static MapNode? Facts(ReadOnlySpan<byte> bytes) => Tree(bytes, new(), [], out _) as MapNode;

    /// <summary>Reads what <see cref="WriteJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no return.</exception>
    public static SupplierReturn ReadJson(string json) => StoredJson.Read(ReturnShape.Stored, json, "No return");

    /// <summary>Problems at their places in a file that has been read.</summary>
    public static IReadOnlyList<Problem> Placed(ReadOnlySpan<byte> bytes, IReadOnlyList<Problem> problems) =>
        problems.Count > 0 && Tree(bytes, new(), [], out var sheet) is { } tree ? [.. At(tree, problems).Select(p => p with { Sheet = sheet })] : problems;

    public static string WriteJson(SupplierReturn submitted) => JsonText.Write(ReturnShape.Stored.Write(submitted));

    /// <summary>The JSON Schema for programs that send returns.</summary>
    public static string Schema() => JsonText.Write(SchemaBook.Of(ReturnShape.Sent, SchemaId, "SLA Monitor return"));

    private static string? NamedIn(DocumentNode? tree) => tree is MapNode map && map["contract"] is ScalarNode contract ? contract.Text : null;

    /// <summary>A problem of a whole map, or of the name of a figure, stands at the name.</summary>
    private static IEnumerable<Problem> At(DocumentNode tree, IReadOnlyList<Problem> problems)
    {
        var index = new NodeIndex(tree);
        foreach (var problem in problems)
        {
            var (name, node) = index.Find(problem.Path);
            var at = name is not null && (node is MapNode || problem.Code == ReturnProblems.UnknownPart) ? name : node;
            yield return problem with { Line = at.Line, Column = at.Column };
        }
    }

    private static DocumentNode? Tree(ReadOnlySpan<byte> bytes, EmptyCells empty, List<Problem> problems, out string? sheet)
    {
        sheet = null;
        if (LooksLikeJson(bytes)) return JsonText.Read(bytes, problems);
        var table = WorkbookTable.Matches(bytes) ? WorkbookTable.Read(bytes, problems) : CsvTable.Read(bytes, problems, isOptional: ReturnColumns.IsOptional);
        sheet = table?.Sheet;
        return table is null ? null : TableFacts.Tree(table, empty, problems);
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExcept(" \t\r\n\uFEFF"u8);
        return first >= 0 && bytes[first] is (byte)'{' or (byte)'[';
    }

    /// <summary>What is not there has no place in the file and comes after what is.</summary>
    private static IReadOnlyList<Problem> InOrder(IEnumerable<Problem> problems, EmptyCells empty, string? sheet) =>
        [.. WithoutConsequences([.. problems.Select(empty.Placed)]).Select(p => sheet is null || p.Line is null ? p : p with { Sheet = sheet }).OrderBy(p => p.Code == ReturnProblems.FigureMissing).ThenBy(p => p.Line ?? 0).ThenBy(p => p.Column ?? 0)];

    /// <summary>Of a cell that holds no value, nothing else is told.</summary>
    private static IEnumerable<Problem> WithoutConsequences(IReadOnlyList<Problem> problems)
    {
        var faulty = problems.Where(p => WorkbookProblems.OfOneCell.Contains(p.Code)).Select(p => (p.Line, p.Column)).ToHashSet();
        return problems.Where(p => WorkbookProblems.OfOneCell.Contains(p.Code) || !faulty.Contains((p.Line, p.Column)));
    }
}
