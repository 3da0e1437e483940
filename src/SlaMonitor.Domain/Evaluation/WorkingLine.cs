namespace SlaMonitor.Domain.Evaluation;

/// <summary>One line of a Working: the rule, where it stands in the contract, what went in, how it was reckoned, and what
/// came of it.</summary>
/// <param name="Clause">Where the contract gives one.</param>
public sealed record WorkingLine(string? Clause, string Rule, string Inputs, string Arithmetic, string Outcome);
