namespace SlaMonitor.Web.Access;

/// <summary>The app roles of the registration in Entra ID.</summary>
public enum AppRole
{
    ContractManager,
    SupplierSubmitter,
    Auditor,
    Administrator,
}
