using SlaMonitor.Web.Requests;

namespace SlaMonitor.Web.Pages.Layout;

/// <summary>A reason as a field of a form: one line, which stands in the audit trail.</summary>
internal static class Reasons
{
    public const int MostCharacters = ReasonBody.MostCharacters;

    /// <param name="missing">What is said where there is none.</param>
    /// <returns>Null where it may stand.</returns>
    public static string? Missing(string reason, string missing) =>
        reason.Length == 0 ? missing
        : reason.Length > MostCharacters ? $"The reason must be {MostCharacters} characters or less"
        : null;
}
