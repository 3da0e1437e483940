using NodaTime;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service;

/// <summary>Who asks for a change, and why.</summary>
/// <param name="By">A stable id.</param>
/// <param name="Reason">In the asker's words.</param>
/// <param name="Trace">The W3C traceparent of the request.</param>
public sealed record Asked(string By, string Reason, string? Trace)
{
    /// <summary>True where whoever asks manages the contract for the client.</summary>
    public bool IsOfClient { get; init; }
}

/// <summary>What a change comes to: nothing, or a change to store, and in both cases an answer.</summary>
public sealed record Decided<T>(ContractChange? Change, T Answer);

/// <summary>How every change that somebody asks for is made: announced as pending, decided on what is stored, stored whole, sent to be
/// assessed.</summary>
public sealed class ChangeContract(Stores stores, IClock clock)
{
    private const int MostConflicts = 10;

    /// <param name="decide">Decides on the contract as it is stored, at an instant; called again where others were faster.</param>
    /// <exception cref="InvalidOperationException">Others changed the contract again and again.</exception>
    public Task<T> Of<T>(string contract, Asked asked, Func<RegisteredContract, Instant, Decided<T>> decide) =>
        Looking(contract, asked, (before, now) => Task.FromResult(decide(before, now)));

    /// <summary>Of what has to look further before it can decide.</summary>
    /// <inheritdoc cref="Of"/>
    public async Task<T> Looking<T>(string contract, Asked asked, Func<RegisteredContract, Instant, Task<Decided<T>>> decide)
    {
        var begun = clock.GetCurrentInstant();
        var pending = await stores.Index.Begin(contract, begun, ContentHash.Of($"{asked.By}\n{asked.Reason}\n{begun}")[..16]);
        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var before = await stores.Register.Load(contract);
            var now = clock.GetCurrentInstant();
            var decided = await decide(before, now);
            if (decided.Change is not { } change)
            {
                // After a conflict the change may have been made by this very request, its answer lost; then it is to be assessed yet.
                if (conflicts == 0) await stores.Index.Remove(pending.Key);
                else await stores.Assess.Send(new(contract, pending.Key, asked.Trace));
                return decided.Answer;
            }

            if (await stores.Register.TryCommit(before, change, now) is null) continue;
            await stores.Assess.Send(new(contract, pending.Key, asked.Trace));
            return decided.Answer;
        }

        throw new InvalidOperationException($"{contract} was changed by others {MostConflicts} times in a row.");
    }
}
