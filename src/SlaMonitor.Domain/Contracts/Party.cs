namespace SlaMonitor.Domain.Contracts;

public enum OfficerRole
{
    ContractManager,
    Deputy,
    EscalationOwner,
    TeamMailbox,
    SupplierManager,
}

/// <summary>Who hears of a contract's breaches and dates, by role. The name may be left out where only a mailbox is
/// published.</summary>
public sealed record Officer(OfficerRole Role, string? Name, string? Email);
