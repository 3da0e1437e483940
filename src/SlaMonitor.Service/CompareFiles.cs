using SlaMonitor.Domain;

namespace SlaMonitor.Service;

/// <summary>The step from two assessments of a portfolio to what they differ in.</summary>
public static class CompareFiles
{
    /// <returns>By contract, in the order of their codes; contracts that only one side has are not among them.</returns>
    public static IReadOnlyList<Delta> Of(IReadOnlyList<ContractAssessment> before, IReadOnlyList<ContractAssessment> after) =>
        [.. before.Join(after, b => b.Contract.Code, a => a.Contract.Code, Delta.Between)];

    /// <summary>Files with others laid over them: a contract version of the same day, or a return of the same number, takes the place
    /// of the one there is; everything else is added.</summary>
    public static IReadOnlyList<NamedFile> Overlaid(IReadOnlyList<NamedFile> files, IReadOnlyList<NamedFile> with)
    {
        var replaced = with.Select(FileNumber.Of).OfType<string>().ToHashSet();
        return [.. files.Where(f => FileNumber.Of(f) is not { } number || !replaced.Contains(number)), .. with];
    }
}
