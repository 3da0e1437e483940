using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Contracts;

/// <summary>A contract over its whole life: its versions in the order they take effect.</summary>
public sealed record Contract
{
    /// <exception cref="ContradictionException">No version, versions of different contracts, two on one day, or versions
    /// that divide time differently.</exception>
    public Contract(IEnumerable<ContractTerms> versions)
    {
        Versions = [.. versions.OrderBy(v => v.EffectiveFrom)];
        ContradictionException.ThrowIfAny(Contradictions());
    }

    public IReadOnlyList<ContractTerms> Versions { get; }

    public string Code => Versions[0].Code;

    /// <summary>The terms that came last.</summary>
    public ContractTerms Latest => Versions[^1];

    /// <summary>The terms in force on a day, or those first in force where the day is before them.</summary>
    public ContractTerms InForceOn(LocalDate day)
    {
        for (var i = Versions.Count - 1; i > 0; i--)
            if (Versions[i].EffectiveFrom <= day)
                return Versions[i];
        return Versions[0];
    }

    /// <summary>The Service Periods under these terms that have begun by a day, in order, the first from the first
    /// version's effective date, the last cut to the end of the term as it stood on that day.</summary>
    public IEnumerable<PeriodTerms> PeriodsBegunBy(LocalDate asOf, HolidayBasis basis)
    {
        var term = InForceOn(asOf).Term;
        var end = term.EndAsOf(asOf);
        var workingDays = Versions.ToDictionary(v => v.EffectiveFrom, v => v.WorkingDays(basis));
        foreach (var period in Latest.Periods.Within(term.Start.First, end, asOf).Where(p => p.First >= Versions[0].EffectiveFrom))
        {
            var terms = InForceOn(period.First);
            yield return new(terms, period, workingDays[terms.EffectiveFrom]) { Next = period.Last < end ? InForceOn(period.Last.PlusDays(1)) : null };
        }
    }

    /// <summary>The contract with an option, by number from 1, exercised on a day, in every version that has it open.</summary>
    internal Contract Exercising(int option, LocalDate day) => new(Versions.Select(v => v.Exercising(option, day)));

    /// <summary>The contract ended early, in every version.</summary>
    internal Contract Ending(Termination termination) => new(Versions.Select(v => v.Ending(termination)));

    private IEnumerable<Problem> Contradictions()
    {
        if (Versions.Count == 0)
            yield return new(ContractProblems.DifferentContract, "", "at least one version", "none");
        for (var i = 1; i < Versions.Count; i++)
        {
            var (before, after) = (Versions[i - 1], Versions[i]);
            if (after.Code != before.Code)
                yield return new(ContractProblems.DifferentContract, "contract", before.Code, after.Code);
            if (after.EffectiveFrom == before.EffectiveFrom)
                yield return new(ContractProblems.SameEffectiveDate, "effectiveFrom", "another day for each version", $"{after.EffectiveFrom:uuuu-MM-dd} twice");
            if (after.Periods != before.Periods || !after.Zone.Equals(before.Zone) || after.Term.Start != before.Term.Start)
                yield return new(ContractProblems.PeriodsChanged, "servicePeriods", "the same start, zone and Service Periods in every version", $"others from {after.EffectiveFrom:uuuu-MM-dd}");
        }
    }
}
