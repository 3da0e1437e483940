namespace SlaMonitor.Web.Pages.Design;

/// <summary>A page above this one.</summary>
public sealed record Crumb(string Address, string Name);
