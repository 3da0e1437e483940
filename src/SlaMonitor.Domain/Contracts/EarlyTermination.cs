using NodaTime;

namespace SlaMonitor.Domain.Contracts;

/// <summary>The client's right to end the contract early without a default: termination for convenience, or a break.</summary>
/// <param name="NotBefore">The first day that may be the last of the term; null where any may.</param>
/// <param name="OnlyOn">Break dates, in order: the only days that may be the last of the term. Empty where any may.</param>
/// <param name="Clause">Where the contract says so.</param>
public sealed record EarlyTermination(Notice Notice, LocalDate? NotBefore, IReadOnlyList<LocalDate> OnlyOn, string? Clause);

/// <summary>That notice to end the contract early was given.</summary>
/// <param name="Ends">The last day of the term, inclusive.</param>
public sealed record Termination(LocalDate Given, LocalDate Ends);
