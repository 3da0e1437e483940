using System.Globalization;

namespace SlaMonitor.Domain.Contracts;

/// <summary>Gaps in codes that are numbered: KPI1, KPI2, KPI4.</summary>
internal static class CodeChecks
{
    private const int MostDigits = 6;

    public static IEnumerable<Problem> Of(ContractDraft draft)
    {
        foreach (var family in draft.Indicators.Select(i => Numbered(i.Code)).OfType<(string Family, int Number, string Code)>().GroupBy(c => c.Family))
        {
            var codes = family.OrderBy(c => c.Number).ToList();
            foreach (var (before, after) in codes.Zip(codes.Skip(1)).Where(p => p.Second.Number > p.First.Number + 1))
                yield return new(ContractProblems.CodeMissing, $"indicators.{after.Code}", Between(family.Key, before.Number + 1, after.Number - 1), $"{after.Code} after {before.Code}");
        }
    }

    private static string Between(string family, int first, int last) => first == last ? $"{family}{first}" : $"{family}{first} to {family}{last}";

    /// <summary>What stands before the number, and the number; null where the code does not end in one.</summary>
    private static (string Family, int Number, string Code)? Numbered(string code)
    {
        var family = code.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var digits = code[family.Length..];
        return digits.Length is 0 or > MostDigits || digits[0] == '0' ? null : (family, int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), code);
    }
}
