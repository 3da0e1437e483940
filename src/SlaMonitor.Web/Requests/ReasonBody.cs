using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>Why something is asked for, in the asker's words; it stands in the audit trail.</summary>
internal sealed record ReasonBody(string Reason)
{
    public const int MostCharacters = 1_000;

    public ApiProblem? Refusal() => RefusalOf(Reason, "/reason");

    public static ApiProblem? RefusalOf(string reason, string pointer) =>
        !string.IsNullOrWhiteSpace(reason) && reason.Length <= MostCharacters && !reason.Any(char.IsControl)
            ? null
            : KnownProblems.Invalid with { Errors = [new("reason-missing", $"one line of up to {MostCharacters} characters", reason.Length == 0 ? "nothing" : "something else") { Pointer = pointer }] };
}
