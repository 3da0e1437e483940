using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Returns;

namespace SlaMonitor.Service;

/// <summary>A file's name and content.</summary>
public sealed record NamedFile(string Name, byte[] Bytes);

/// <summary>What is wrong with one file.</summary>
/// <param name="IsReturn">False for a contract file.</param>
public sealed record FileFindings(NamedFile File, bool IsReturn, IReadOnlyList<Problem> Problems)
{
    public bool HasErrors => Problems.Any(p => p.IsError);
}

/// <summary>What came of a set of contract files and returns.</summary>
/// <param name="Assessments">In the order of the contracts' codes.</param>
/// <param name="Findings">For every file that has any; a file with errors was refused whole.</param>
public sealed record AssessedFiles(IReadOnlyList<ContractAssessment> Assessments, IReadOnlyList<FileFindings> Findings);

/// <summary>The step from files to assessments: read, check, put versions and returns together by contract, assess.</summary>
public static class AssessFiles
{
    /// <param name="asOf">The day to assess as of; null for today in each contract's zone.</param>
    public static AssessedFiles Of(IReadOnlyList<NamedFile> files, BankHolidays holidays, LocalDate? asOf, Instant now)
    {
        var findings = new List<FileFindings>();
        var contracts = Contracts(files.Where(f => !FileKind.IsReturn(f)), holidays, findings);
        var returns = Returns(files.Where(FileKind.IsReturn), contracts, holidays, findings);
        var assessments = contracts.Values
            .Select(c => Assess(c, returns[c.Code], holidays, asOf ?? now.InZone(c.Latest.Zone).Date, findings))
            .OfType<ContractAssessment>().ToList();
        return new(assessments, findings);
    }

    private static SortedDictionary<string, Contract> Contracts(IEnumerable<NamedFile> files, BankHolidays holidays, List<FileFindings> findings)
    {
        var terms = new List<(NamedFile File, ContractTerms Terms)>();
        foreach (var file in files)
        {
            var read = ContractFile.Read(file.Bytes, holidays);
            if (read.Problems.Count > 0) findings.Add(new(file, false, read.Problems));
            if (read.Terms is not null) terms.Add((file, read.Terms));
        }

        var contracts = new SortedDictionary<string, Contract>(StringComparer.Ordinal);
        foreach (var versions in terms.GroupBy(t => t.Terms.Code))
            if (Together(versions.ToList(), findings) is { } contract)
                contracts.Add(versions.Key, contract);
        return contracts;
    }

    private static Contract? Together(List<(NamedFile File, ContractTerms Terms)> versions, List<FileFindings> findings)
    {
        try
        {
            return new(versions.DistinctBy(v => ContractFile.WriteJson(v.Terms)).Select(v => v.Terms));
        }
        catch (ContradictionException contradiction)
        {
            findings.Add(new(versions[^1].File, false, contradiction.Problems));
            return null;
        }
    }

    private static ILookup<string, (NamedFile File, SupplierReturn Return)> Returns(
        IEnumerable<NamedFile> files, IReadOnlyDictionary<string, Contract> contracts, BankHolidays holidays, List<FileFindings> findings)
    {
        var accepted = new List<(NamedFile File, SupplierReturn Return)>();
        foreach (var file in files.DistinctBy(f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(f.Bytes))))
        {
            var read = ReturnCheck(file, contracts, holidays);
            if (read.Problems.Count > 0) findings.Add(new(file, true, read.Problems));
            if (read.IsAccepted) accepted.Add((file, read.Return!));
        }

        return accepted.ToLookup(r => r.Return.Contract);
    }

    private static ReadReturn ReturnCheck(NamedFile file, IReadOnlyDictionary<string, Contract> contracts, BankHolidays holidays)
    {
        var named = ReturnFile.ContractOf(file.Bytes);
        var contract = named is not null && contracts.TryGetValue(named, out var found) ? found : contracts.Values.FirstOrDefault();
        return contract is null
            ? new(null, [new(ReturnProblems.OtherContract, "contract", "a contract to check it against", named ?? "none")])
            : ReturnFile.Check(file.Bytes, contract, holidays);
    }

    private static ContractAssessment? Assess(
        Contract contract, IEnumerable<(NamedFile File, SupplierReturn Return)> returns, BankHolidays holidays, LocalDate asOf, List<FileFindings> findings)
    {
        var list = returns.ToList();
        try
        {
            return Assessment.Of(contract, [.. list.Select(r => r.Return)], holidays, asOf);
        }
        catch (ContradictionException contradiction)
        {
            findings.Add(new(list[^1].File, true, contradiction.Problems));
            return null;
        }
    }
}
