using System.Text;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Golden;
using SlaMonitor.Service.Formats.ContractFiles;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>Hand-written contract files, and changes to them.</summary>
internal static class ContractTexts
{
    private const string Folder = "tests/SlaMonitor.Service.Tests/Formats/ContractFiles";

    public static string Everything => GoldenFile.Read($"{Folder}/Contracts/everything.yaml");

    public static string Smallest => GoldenFile.Read($"{Folder}/Contracts/smallest.yaml");

    public static string Quarterly => GoldenFile.Read($"{Folder}/Contracts/quarterly.yaml");

    public static string ErrorBase => GoldenFile.Read($"{Folder}/Errors/base.yaml");

    public static IReadOnlyList<string> All => [Everything, Smallest, Quarterly, ErrorBase];

    /// <summary>The contracts among the samples.</summary>
    public static IReadOnlyList<string> Samples => [.. Directory.EnumerateFiles(Path.Combine(GoldenFile.Root, "samples"), "*contract*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>A version of the bank holidays that never changes.</summary>
    public static BankHolidays Holidays { get; } = BankHolidays.Versions[0];

    public static ReadContract Read(string text) => ContractFile.Read(Encoding.UTF8.GetBytes(text), Holidays);

    /// <summary>The terms of a text without errors.</summary>
    public static ContractTerms Terms(string text)
    {
        var read = Read(text);
        Assert.True(read.Terms is not null, InWords(read.Problems));
        return read.Terms;
    }

    /// <summary>The text with a part that stands in it exactly once put otherwise.</summary>
    public static string With(this string text, string part, string otherwise)
    {
        Assert.True(text.Split(part).Length == 2, $"'{part}' stands {text.Split(part).Length - 1} times in the text, not once.");
        return text.Replace(part, otherwise, StringComparison.Ordinal);
    }

    public static string InWords(IEnumerable<Problem> problems) =>
        string.Join('\n', problems.Select(p => $"{p.Line}:{p.Column} {p.Path} {p.Code.Name}: expected {p.Expected}, found {p.Found}"));
}
