using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>Why something is asked for, in the asker's words; it stands in the audit trail.</summary>
internal sealed record ReasonBody(string Reason)
{
    public const int MostCharacters = 2_000;

    public ApiProblem? Refusal() => RefusalOf(Reason, "/reason");

    public static ApiProblem? RefusalOf(string reason, string pointer) =>
        string.IsNullOrWhiteSpace(reason) ? Refusal("reason-missing", "nothing", pointer)
        : reason.Length > MostCharacters ? Refusal("reason-too-long", $"{reason.Length} characters", pointer)
        : reason.Any(char.IsControl) ? Refusal("reason-not-one-line", "a line break or another control character", pointer)
        : null;

    private static ApiProblem Refusal(string code, string found, string pointer) =>
        KnownProblems.Invalid with { Errors = [new(code, $"one line of up to {MostCharacters} characters", found) { Pointer = pointer }] };
}
