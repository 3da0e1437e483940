namespace SlaMonitor.Service;

/// <summary>Who may put terms into force. Local policy, as no contract says it.</summary>
/// <param name="NeedsSecondPerson">Whoever handed a draft in does not put it into force as well.</param>
public sealed record TermsPolicy(bool NeedsSecondPerson);
