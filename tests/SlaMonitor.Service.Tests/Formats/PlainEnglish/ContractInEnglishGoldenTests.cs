using System.Text;
using SlaMonitor.Golden;
using SlaMonitor.Service.Formats.PlainEnglish;
using SlaMonitor.Service.Tests.Formats.ContractFiles;

namespace SlaMonitor.Service.Tests.Formats.PlainEnglish;

/// <summary>Whole contracts in plain English, kept as texts to be read.</summary>
public sealed class ContractInEnglishGoldenTests
{
    private const string Folder = "tests/SlaMonitor.Service.Tests/Formats/PlainEnglish";

    [Fact]
    public void A_contract_with_everything() => AssertReads("everything", ContractTexts.Everything);

    [Fact]
    public void A_contract_that_says_no_more_than_it_must() => AssertReads("smallest", ContractTexts.Smallest);

    [Fact]
    public void A_quarterly_contract_known_to_the_month() => AssertReads("quarterly", ContractTexts.Quarterly);

    private static void AssertReads(string name, string contract) =>
        GoldenFile.AssertSame($"{Folder}/{name}.txt", Laid(ContractInEnglish.Of(ContractTexts.Terms(contract), ContractTexts.Holidays)));

    private static string Laid(IEnumerable<Section> sections)
    {
        var text = new StringBuilder();
        foreach (var section in sections)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(section.Heading).Append('\n').Append('-', section.Heading.Length).Append('\n');
            foreach (var paragraph in section.Paragraphs)
                text.Append(paragraph.Clause is { } clause ? $"[{clause}] " : "").Append(paragraph.Text).Append('\n');
        }

        return text.ToString();
    }
}
