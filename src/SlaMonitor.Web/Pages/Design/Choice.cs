namespace SlaMonitor.Web.Pages.Design;

/// <summary>One of several to choose from.</summary>
/// <param name="Value">What the form sends.</param>
public sealed record Choice(string Value, string Text, string? Hint = null);
