using SlaMonitor.Web.Access;

namespace SlaMonitor.Web.Tests;

public class RolePermissionsTests
{
    [Theory]
    [InlineData(AppRole.ContractManager, "ReadContract SubmitReturn MakeClaim RecordDecision ManageContract ReadAudit")]
    [InlineData(AppRole.SupplierSubmitter, "ReadContract SubmitReturn MakeClaim")]
    [InlineData(AppRole.Auditor, "ReadContract ReadAudit")]
    [InlineData(AppRole.Administrator, "ReadContract ReadAudit Operate")]
    public void A_role_has_these_permissions_and_no_others(AppRole role, string permissions) =>
        Assert.Equal(permissions.Split(' '), Enum.GetValues<Permission>().Where(p => RolePermissions.Has(role, p)).Select(p => p.ToString()));
}
