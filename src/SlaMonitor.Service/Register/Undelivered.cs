using NodaTime;

namespace SlaMonitor.Service.Register;

/// <summary>That alerts of a contract do not reach somebody.</summary>
/// <param name="Cause">What would have to change, such as <c>nobody</c> or <c>mail</c>.</param>
/// <param name="Why">With ids and codes only.</param>
public sealed record Undelivered(string Contract, string Cause, string Why, Instant Since);
