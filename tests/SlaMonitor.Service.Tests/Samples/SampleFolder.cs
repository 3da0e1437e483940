using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Golden;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Service.Formats.Returns;

namespace SlaMonitor.Service.Tests.Samples;

/// <summary>The repository's samples, read as the program reads them.</summary>
internal static class SampleFolder
{
    private const string Refused = "refused";

    private static readonly string Root = Path.Combine(GoldenFile.Root, "samples");

    private static readonly HolidayBasis Holidays = HolidayBasis.Adopted;

    /// <summary>Contract files and returns, by their paths under samples/.</summary>
    public static IEnumerable<string> Contracts => Files("*.yaml").Except(Decisions);

    public static IEnumerable<string> AcceptedReturns => Returns.Where(r => !r.Contains(Refused));

    public static IEnumerable<string> RefusedReturns => Returns.Where(r => r.Contains(Refused));

    /// <summary>Ticket extracts are no returns.</summary>
    private static IEnumerable<string> Returns => Files("*.csv").Concat(Files("*.json")).Where(f => !f.Contains("/extract/", StringComparison.Ordinal));

    public static ReadContract Lint(string contract) => ContractFile.Read(Bytes(contract), Holidays);

    /// <summary>A return under the contract that lies in its folder, or in the one above.</summary>
    public static ReadReturn Check(string submitted) => ReturnFile.Check(Bytes(submitted), ContractFor(submitted), Holidays);

    public static ContractAssessment Assess(string folder, LocalDate asOf, string? decisions = null) =>
        Assessment.Of(ContractIn(folder), [.. ReturnsIn(folder)], DecisionsIn(decisions), Holidays, asOf);

    /// <summary>Decision files, by their paths under samples/.</summary>
    public static IEnumerable<string> Decisions => Files("*.yaml").Where(f => f.EndsWith("decisions.yaml", StringComparison.Ordinal));

    private static IReadOnlyList<Decision> DecisionsIn(string? file) => file is null ? [] : DecisionFile.Read(Bytes(file)).Decisions!.Decisions;

    private static IEnumerable<SupplierReturn> ReturnsIn(string folder) =>
        AcceptedReturns.Where(r => r.StartsWith(folder + "/", StringComparison.Ordinal)).Select(r => Check(r).Return!);

    private static Contract ContractFor(string submitted) => ContractIn(submitted.Contains('/') ? submitted[..submitted.IndexOf('/')] : "");

    public static Contract ContractIn(string folder) =>
        new(Contracts.Where(c => Path.GetDirectoryName(c) == folder).Select(c => Lint(c).Terms!));

    private static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, path));

    private static IEnumerable<string> Files(string pattern) => Directory
        .EnumerateFiles(Root, pattern, SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);
}
