namespace SlaMonitor.Web.Access;

/// <summary>Illustrations: one for each role, and a second contract manager for what takes two people. Their ids have no GUIDs, so that no token of a real issuer can name one of them.</summary>
internal static class DevelopmentIdentities
{
    private const string Tenant = "development";

    public static IReadOnlyDictionary<string, Caller> All { get; } = new Dictionary<string, Caller>(StringComparer.Ordinal)
    {
        ["manager"] = Of("manager", AppRole.ContractManager),
        ["deputy"] = Of("deputy", AppRole.ContractManager),
        ["supplier"] = Of("supplier", AppRole.SupplierSubmitter),
        ["auditor"] = Of("auditor", AppRole.Auditor),
        ["administrator"] = Of("administrator", AppRole.Administrator),
    };

    public static bool IsOne(Caller caller) => caller.Id.StartsWith(Tenant + "/", StringComparison.Ordinal);

    private static Caller Of(string name, AppRole role) => new($"{Tenant}/{name}", [role]);
}
