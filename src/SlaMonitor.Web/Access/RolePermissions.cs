using static SlaMonitor.Web.Access.AppRole;
using static SlaMonitor.Web.Access.Permission;

namespace SlaMonitor.Web.Access;

/// <summary>Who may do what. This table is the only place that says so.</summary>
/// <remarks>Whoever keeps the service running decides nothing about a contract, and whoever audits changes nothing.</remarks>
public static class RolePermissions
{
    private static readonly Dictionary<AppRole, Permission[]> Table = new()
    {
        [ContractManager] /*  */ = [ReadContract, SubmitReturn, MakeClaim, RecordDecision, ManageContract, ReadAudit],
        [SupplierSubmitter] /**/ = [ReadContract, SubmitReturn, MakeClaim],
        [Auditor] /*          */ = [ReadContract, ReadAudit],
        [Administrator] /*    */ = [ReadContract, ReadAudit, Operate],
    };

    public static bool Has(AppRole role, Permission permission) => Table[role].Contains(permission);
}
