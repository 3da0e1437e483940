using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>Whose contract it is, which version this is, and who hears of it.</summary>
internal static class PartiesInEnglish
{
    public static Section Of(ContractTerms terms) => new("The contract",
    [
        new(null, $"{Phrases.Sentence(terms.Title)} The client is {terms.Draft.Client} and the supplier is {terms.Draft.Supplier}. Returns and reports call the contract {terms.Code}."),
        new(null, Version(terms)),
        new(null, Officers(terms.Draft.Officers)),
        .. terms.Draft.Source is { } source ? [new(null, $"Where this comes from: {Phrases.Sentence(Phrases.OneLine(source))}")] : Array.Empty<Paragraph>(),
    ]);

    private static string Version(ContractTerms terms)
    {
        var since = $"These are all the terms as they stand from {Phrases.Date(terms.EffectiveFrom)} on";
        return terms.EffectiveFrom == terms.Term.Start.First
            ? $"{since}, the start of the contract."
            : $"{since}. For Service Periods that began before that day an earlier version of the contract file speaks.";
    }

    private static string Officers(IReadOnlyList<Officer> officers) => officers.Count == 0
        ? "The contract file does not say who is to hear of breaches and dates; SLA Monitor then has nobody to send alerts to."
        : $"Breaches and coming dates are reported to {Phrases.And(officers.Select(Officer))}.";

    private static string Officer(Officer officer)
    {
        var name = officer.Name is { } known ? $" {known}" : "";
        return $"the {Role(officer.Role)}{name} ({officer.Email ?? "no e-mail address given, so nothing can be sent"})";
    }

    private static string Role(OfficerRole role) => role switch
    {
        OfficerRole.ContractManager => "contract manager",
        OfficerRole.Deputy => "deputy",
        OfficerRole.EscalationOwner => "escalation owner",
        OfficerRole.TeamMailbox => "team mailbox",
        OfficerRole.SupplierManager => "supplier's manager",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a role."),
    };
}
