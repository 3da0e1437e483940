using CsCheck;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.PlainEnglish;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>What is written reads back as the same contract, and YAML and JSON say the same.</summary>
public sealed class ContractRoundTripTests
{
    public static TheoryData<string> HandWritten => [.. ContractTexts.All, .. ContractTexts.Samples];

    [Theory]
    [MemberData(nameof(HandWritten))]
    public void A_contract_written_by_hand(string text) => AssertSameAgain(ContractTexts.Terms(text));

    [Fact]
    public void Any_contract() => GeneratedContracts.Any.Sample(AssertSameAgain, iter: 60);

    private static void AssertSameAgain(ContractTerms terms)
    {
        var (yaml, json) = (ContractFile.WriteYaml(terms), ContractFile.WriteJson(terms));
        foreach (var again in new[] { ContractTexts.Terms(yaml), ContractTexts.Terms(json) })
        {
            Assert.Equal(yaml, ContractFile.WriteYaml(again));
            Assert.Equal(json, ContractFile.WriteJson(again));
            Assert.Equal(InEnglish(terms), InEnglish(again));
        }
    }

    /// <summary>Shows what writing and reading might both leave out.</summary>
    private static string InEnglish(ContractTerms terms) => string.Join('\n', ContractInEnglish.Of(terms, ContractTexts.Holidays)
        .SelectMany(s => s.Paragraphs.Select(p => $"{s.Heading} [{p.Clause}] {p.Text}")));
}
