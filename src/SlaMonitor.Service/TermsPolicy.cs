using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>Who may put terms into force. Local policy, as no contract says it.</summary>
/// <param name="NeedsSecondPerson">Whoever handed a draft in does not put it into force as well.</param>
public sealed record TermsPolicy(bool NeedsSecondPerson)
{
    public static TermsPolicy Local { get; } = new(NeedsSecondPerson: true);

    /// <summary>True where this person may put this draft into force.</summary>
    /// <param name="by">A stable id; a program that a person lets call has the person's.</param>
    public bool Allows(DraftTerms draft, string by) => !NeedsSecondPerson || draft.By != by;
}
