using NodaTime;
using SlaMonitor.Service.Access;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>What came of giving somebody contracts.</summary>
public enum AssignOutcome
{
    /// <summary>Given, and in the trail.</summary>
    Given,

    /// <summary>They have exactly this already; nothing is written.</summary>
    AsBefore,

    /// <summary>Somebody else gave them something else since the asker looked.</summary>
    ChangedMeanwhile,
}

/// <summary>The step that gives a person or a program exactly these contracts, and says so in the trail of the assignments: who, when, and what
/// came and went. What they may do there their app roles say.</summary>
public sealed class AssignContracts(Stores stores, IClock clock)
{
    private const int MostConflicts = 10;

    /// <param name="seen">The version that the asker saw; null where they give it whatever stands.</param>
    /// <exception cref="InvalidOperationException">Others changed assignments again and again.</exception>
    public async Task<AssignOutcome> To(string person, Assignments given, Asked asked, string? seen = null)
    {
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var before = await stores.People.Find(person);
            if (before.Given.IsSameAs(given)) return conflicts == 0 ? AssignOutcome.AsBefore : AssignOutcome.Given;
            if (seen is not null && seen != before.Version) return AssignOutcome.ChangedMeanwhile;
            var entry = new AuditEntry(clock.GetCurrentInstant(), asked.By, "contracts given", person, $"{InWords(before.Given, given)}: {asked.Reason}");
            if (await stores.People.TryGive(before, given, await stores.People.Head(), entry)) return AssignOutcome.Given;
        }

        throw new InvalidOperationException($"Assignments were changed by others {MostConflicts} times in a row.");
    }

    /// <summary>What comes and what goes, and what they had and have in sum; of whom they had every contract or get it, that.</summary>
    private static string InWords(Assignments before, Assignments after)
    {
        string[] changes =
        [
            after.IsEvery ? "given every contract" : Listed("given", after.Contracts.Except(before.Contracts)),
            before.IsEvery ? "taken away every contract" : Listed("taken away", before.Contracts.Except(after.Contracts)),
        ];
        return $"{string.Join("; ", changes.Where(c => c.Length > 0))}; before {Sum(before)}, now {Sum(after)}";
    }

    private static string Listed(string what, IEnumerable<string> codes) => codes.ToList() is { Count: > 0 } some ? $"{what} {string.Join(", ", some)}" : "";

    private static string Sum(Assignments given) => given.IsEvery ? "every contract" : given.Contracts.Count == 1 ? "1 contract" : $"{given.Contracts.Count} contracts";
}
