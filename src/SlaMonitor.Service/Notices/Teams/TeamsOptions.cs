namespace SlaMonitor.Service.Notices.Teams;

/// <summary>Where cards for Microsoft Teams may go. The URL that a workflow gives is its secret, so that none is needed here.</summary>
public sealed class TeamsOptions
{
    /// <summary>The hosts of the workflows' URLs, such as <c>prod-01.uksouth.logic.azure.com</c>.</summary>
    public string[] Hosts { get; set; } = [];

    internal IEnumerable<string> Faults()
    {
        if (Hosts.Length == 0 || Hosts.Any(h => Uri.CheckHostName(h) == UriHostNameType.Unknown)) yield return "Notices:Teams:Hosts must name the hosts of the workflows.";
    }
}
