using System.Security.Cryptography;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Service;

/// <summary>A file's name and content.</summary>
public sealed record NamedFile(string Name, byte[] Bytes);

/// <summary>What is wrong with one file; with an error it was refused whole.</summary>
public sealed record FileFindings(NamedFile File, FileKind Kind, IReadOnlyList<Problem> Problems)
{
    public bool HasErrors => Problems.Any(p => p.IsError);
}

/// <summary>The step from files to contracts, returns and decisions: read, check, put together what belongs together.</summary>
/// <param name="Contracts">By code.</param>
/// <param name="Returns">The accepted ones, by contract.</param>
/// <param name="Decisions">The accepted ones, of every contract.</param>
/// <param name="Findings">One entry for every file, in the order given.</param>
public sealed record ReadFiles(
    IReadOnlyDictionary<string, Contract> Contracts, ILookup<string, SupplierReturn> Returns, DecisionFiles Decisions, IReadOnlyList<FileFindings> Findings)
{
    public static readonly ProblemCode OtherVersionUnsound = new(
        "other-version-unsound", true, "Without one of its versions a contract would be assessed by terms that no longer apply.");

    /// <param name="extracts">The ticket extracts that come with returns, by the returns' Service Periods.</param>
    public static ReadFiles Of(IReadOnlyList<NamedFile> files, HolidayBasis basis, ILookup<YearMonth, SentExtract>? extracts = null)
    {
        var distinct = files.DistinctBy(f => Convert.ToHexString(SHA256.HashData(f.Bytes))).ToLookup(f => f.Kind());
        var terms = distinct[FileKind.Contract].Select(f => ReadContract(f, basis)).ToList();
        var contracts = Together(terms);
        var decisions = DecisionFiles.Of([.. distinct[FileKind.Decisions]], contracts, basis);
        var standing = contracts.ToDictionary(c => c.Key, c => c.Value.With(decisions.Of(c.Key)));
        var returns = distinct[FileKind.Return].Select(f => ReadReturn(f, standing, basis, extracts)).ToList();
        Distinguish(returns);
        BesideTheOthers(returns, standing, basis);
        IReadOnlyList<FileFindings> findings = [.. terms.Select(t => t.Findings(FileKind.Contract)), .. returns.Select(r => r.Findings(FileKind.Return)), .. decisions.Findings];
        return new(
            contracts,
            returns.Where(r => r.IsAccepted).ToLookup(r => r.Value!.Contract, r => r.Value!),
            decisions,
            [.. files.Select(file => findings.FirstOrDefault(f => f.File == file)).OfType<FileFindings>()]);
    }

    /// <summary>The findings with those that only results tell, see <see cref="ContractAssessment.Problems"/>.</summary>
    public IReadOnlyList<FileFindings> FindingsWith(IEnumerable<ContractAssessment> assessments)
    {
        var found = assessments.SelectMany(a => a.Problems.Select(p => Decisions.Located(a.Contract.Code, p))).ToLookup(p => p.File, p => p.Problem);
        return [.. Findings.Select(f => f with { Problems = [.. f.Problems, .. found[f.File]] })];
    }

    /// <summary>Versions of one contract stand or fall together: with one of them unsound, nobody knows which terms apply when.</summary>
    private static SortedDictionary<string, Contract> Together(IReadOnlyCollection<Read<ContractTerms>> terms)
    {
        var contracts = new SortedDictionary<string, Contract>(StringComparer.Ordinal);
        var unsound = terms.Where(t => t.Value is null).ToLookup(t => ContractFile.CodeOf(t.File.Bytes), t => t.File.Name);
        foreach (var versions in terms.Where(t => t.Value is not null).GroupBy(t => t.Value!.Code))
        {
            if (unsound.Contains(versions.Key))
            {
                foreach (var version in versions) version.Problems.Add(new(OtherVersionUnsound, "", "every version of the contract sound", $"errors in {string.Join(", ", unsound[versions.Key])}"));
                continue;
            }

            try
            {
                contracts.Add(versions.Key, new(versions.Select(v => v.Value!)));
            }
            catch (ContradictionException contradiction)
            {
                foreach (var version in versions) version.Problems.AddRange(contradiction.Problems);
            }
        }

        return contracts;
    }

    private static Read<ContractTerms> ReadContract(NamedFile file, HolidayBasis basis)
    {
        var read = ContractFile.Read(file.Bytes, basis);
        return new(file, read.Terms, read.Problems);
    }

    private static Read<SupplierReturn> ReadReturn(NamedFile file, Dictionary<string, Contract> contracts, HolidayBasis basis, ILookup<YearMonth, SentExtract>? extracts)
    {
        if (contracts.Count == 0)
            return new(file, null, [new(ReturnProblems.OtherContract, "contract", "a sound contract to check it against", ReturnFile.ContractOf(file.Bytes) ?? "none")]);
        var ofExtracts = new List<Problem>();
        var read = ReturnFile.Check(file.Bytes, ContractOf, basis, null, extracts is null ? null : WithTickets);
        return new(file, read.Return, [.. read.Problems, .. ofExtracts]);

        Contract ContractOf(string? named) => named is not null && contracts.TryGetValue(named, out var found) ? found : contracts.Values.First();

        SupplierReturn WithTickets(SupplierReturn submitted)
        {
            var both = ReturnWithTickets.Of(submitted, ContractOf(submitted.Contract), basis, [.. extracts[submitted.Month]], TicketFileLimits.Default);
            ofExtracts.AddRange(both.Problems);
            return both.Return;
        }
    }

    /// <summary>Different returns with one number: none of them can be accepted.</summary>
    private static void Distinguish(IEnumerable<Read<SupplierReturn>> returns)
    {
        foreach (var same in returns.Where(r => r.IsAccepted).GroupBy(r => r.Value!.Reference).Where(g => g.Count() > 1).ToList())
            foreach (var one in same)
                one.Problems.Add(new(ReturnProblems.SameRevisionTwice, "revision", "a number of its own", $"{same.Key} also in {string.Join(", ", same.Where(s => s != one).Select(s => s.File.Name))}"));
    }

    /// <summary>What looks wrong with a return beside those before it.</summary>
    private static void BesideTheOthers(IReadOnlyList<Read<SupplierReturn>> returns, Dictionary<string, Contract> contracts, HolidayBasis basis)
    {
        foreach (var same in returns.Where(r => r.IsAccepted).GroupBy(r => r.Value!.Contract))
        {
            var accepted = same.Select(r => r.Value!).ToList();
            foreach (var one in same)
                one.Problems.AddRange(ReturnFile.Placed(one.File.Bytes, EarlierReturnChecks.Of(contracts[same.Key], one.Value!, accepted.Where(r => r != one.Value), basis)));
        }
    }

    /// <summary>A file on its way.</summary>
    private sealed class Read<T>(NamedFile file, T? value, IReadOnlyList<Problem> problems)
        where T : class
    {
        public NamedFile File { get; } = file;

        public T? Value { get; } = value;

        public List<Problem> Problems { get; } = [.. problems];

        public bool IsAccepted => Value is not null && Problems.All(p => !p.IsError);

        public FileFindings Findings(FileKind kind) => new(File, kind, Problems);
    }
}
