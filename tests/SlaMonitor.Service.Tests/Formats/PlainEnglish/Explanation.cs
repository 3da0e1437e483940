using SlaMonitor.Service.Formats.PlainEnglish;
using SlaMonitor.Service.Tests.Formats.ContractFiles;

namespace SlaMonitor.Service.Tests.Formats.PlainEnglish;

/// <summary>The plain English of a contract text.</summary>
internal static class Explanation
{
    public static IReadOnlyList<Section> Sections(string contract) =>
        ContractInEnglish.Of(ContractTexts.Terms(contract), ContractTexts.Holidays);

    /// <summary>Everything that is said, clauses included.</summary>
    public static string Of(string contract) => string.Join('\n', Sections(contract)
        .SelectMany(s => s.Paragraphs.Select(p => $"{s.Heading} [{p.Clause}] {p.Text}")));

    /// <summary>What one section says.</summary>
    public static string Of(string contract, string heading) =>
        string.Join('\n', Sections(contract).Single(s => s.Heading == heading).Paragraphs.Select(p => p.Text));
}
