using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.Decisions;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>What came of handing decisions in.</summary>
/// <param name="Recorded">Those recorded now; none where there were problems. What was recorded before is not recorded twice.</param>
public sealed record DecisionsRecorded(IReadOnlyList<RegisteredDecision> Recorded, IReadOnlyList<Problem> Problems);

/// <summary>The step from a decision file to recorded decisions: all of them or none.</summary>
public sealed class RecordDecisions(ChangeContract change, ReadTerms terms, HolidayBasis basis, WaiverPolicy waivers)
{
    public static readonly ProblemCode TooMany = new("too-many-decisions", true, "Decisions of one file are recorded all or none, which storage does for so many.");

    /// <summary>Each takes two of the 100 rows that storage changes at once.</summary>
    private const int MostAtOnce = 40;

    public async Task<DecisionsRecorded> Of(string contract, byte[] file, Asked asked)
    {
        var read = DecisionFile.Read(file);
        if (read.Decisions is not { } handedIn) return new([], read.Problems);
        return await change.Of(contract, asked, (before, now) =>
        {
            var news = handedIn.Decisions.Select(d => (Decision: d, Sha256: HashOf(contract, d))).DistinctBy(d => d.Sha256).Where(d => before.Decisions.All(b => b.Sha256 != d.Sha256)).ToList();
            var problems = Problems(before, contract, handedIn, [.. news.Select(n => n.Decision)], read);
            problems.AddRange(news.Select((n, i) => (n.Decision, i)).Where(n => n.Decision is Decision.CreditWaived waiver && !waivers.Allows(before, waiver, asked.By))
                .Select(n => read.Located(new(WaiverPolicy.SecondPerson, $"decisions[{handedIn.Decisions.ToList().IndexOf(n.Decision)}].amount", $"at most {waivers.MostAlone}, or a proposal of the same sum by somebody else", $"{((Decision.CreditWaived)n.Decision).Amount}"))));
            if (problems.Count > 0 || news.Count == 0) return new Decided<DecisionsRecorded>(null, new([], problems));
            RegisteredDecision[] recorded = [.. news.Select((d, i) => new RegisteredDecision(before.Decisions.Count + i + 1, d.Decision, d.Sha256, now, asked.By))];
            return new(
                new ContractChange { Decisions = recorded, Audit = [.. recorded.Select(r => new AuditEntry(now, asked.By, "decision recorded", $"decision {r.Number}", $"{Words.KindKey(r.Decision)}, dated {r.Decision.On:uuuu-MM-dd}, {r.Sha256}"))] },
                new([.. recorded], []));
        });
    }

    private List<Problem> Problems(RegisteredContract before, string code, ContractDecisions handedIn, IReadOnlyList<Decision> news, ReadDecisions read)
    {
        if (handedIn.Contract != code) return [read.Located(new(DecisionProblems.OtherContract, "contract", code, handedIn.Contract))];
        if (news.Count > MostAtOnce) return [read.Located(new(TooMany, "decisions", $"at most {MostAtOnce} new decisions in a file", $"{news.Count}"))];
        if (terms.Of(before, basis) is not { } contract) return [new(TakeUp.NoTerms, "", "terms in force", "none")];
        var known = before.Decisions.Select(d => d.Decision).ToList();
        return [.. DecisionChecks.Of(contract, [.. known, .. news], basis).Where(p => p.IsError).Select(p => InFile(p, known.Count, handedIn, news, read)).OfType<Problem>()];
    }

    /// <summary>Paths count through the decisions known and new; in the file they count through those of the file.</summary>
    private static Problem? InFile(Problem problem, int known, ContractDecisions handedIn, IReadOnlyList<Decision> news, ReadDecisions read)
    {
        const string list = "decisions[";
        var close = problem.Path.IndexOf(']');
        if (!problem.Path.StartsWith(list, StringComparison.Ordinal) || close < 0) return problem;
        var index = int.Parse(problem.Path[list.Length..close], System.Globalization.CultureInfo.InvariantCulture) - known;
        return index < 0 ? null : read.Located(problem with { Path = $"{list}{handedIn.Decisions.ToList().IndexOf(news[index])}{problem.Path[close..]}" });
    }

    private static string HashOf(string contract, Decision decision) => ContentHash.Of(DecisionFile.WriteJson(new(contract, [decision])));
}
