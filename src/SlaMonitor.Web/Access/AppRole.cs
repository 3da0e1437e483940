namespace SlaMonitor.Web.Access;

/// <summary>The app roles of the registration in Entra ID, spelled as in a token's <c>roles</c>.</summary>
public enum AppRole
{
    ContractManager,
    SupplierSubmitter,
    Auditor,
    Administrator,
}
