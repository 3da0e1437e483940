namespace SlaMonitor.Service.Access;

/// <summary>The contracts that a person or a program has been given: some by code, or every one there is and will be.</summary>
public sealed record Assignments
{
    private readonly HashSet<string> _contracts;

    private Assignments(bool isEvery, IEnumerable<string> contracts) => (IsEvery, _contracts) = (isEvery, contracts.ToHashSet(StringComparer.Ordinal));

    public static Assignments None { get; } = new(isEvery: false, []);

    public static Assignments Every { get; } = new(isEvery: true, []);

    public static Assignments To(params IEnumerable<string> contracts) => new(isEvery: false, contracts);

    public bool IsEvery { get; }

    /// <summary>Codes of contracts, in order; empty where it is every one.</summary>
    public IReadOnlyList<string> Contracts => [.. _contracts.Order(StringComparer.Ordinal)];

    public bool IsSameAs(Assignments other) => IsEvery == other.IsEvery && _contracts.SetEquals(other._contracts);

    public bool Cover(string contract) => IsEvery || _contracts.Contains(contract);
}

/// <summary>Who has been given which contracts. Stored in Tables; of the development sign-in everyone has every contract.</summary>
public interface IAssignments
{
    /// <summary>None where nothing is known of the person.</summary>
    /// <param name="personId">Tenant and object, <c>{tid}/{oid}</c>; of a program <c>{tid}/{azp}</c>.</param>
    ValueTask<Assignments> Of(string personId, CancellationToken cancellation);
}
