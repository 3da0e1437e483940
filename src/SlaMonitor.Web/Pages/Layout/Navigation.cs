using SlaMonitor.Web.Access;

namespace SlaMonitor.Web.Pages.Layout;

/// <summary>Where each may go from every page.</summary>
public static class Navigation
{
    public static IEnumerable<(string Address, string Name)> Of(Visit visit)
    {
        if (visit.IsByLink) yield break;
        if (visit.May(Permission.RecordDecision) || visit.May(Permission.ReadAudit)) yield return ("/contracts", "Contracts");
        if (visit.May(Permission.ReadAudit) && !visit.May(Permission.RecordDecision)) yield return ("/manage", "Manage");
        if (visit.May(Permission.SubmitReturn)) yield return ("/returns", "Returns");
    }
}
