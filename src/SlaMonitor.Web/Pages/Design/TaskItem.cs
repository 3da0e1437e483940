namespace SlaMonitor.Web.Pages.Design;

/// <summary>One of the things to be done.</summary>
/// <param name="Address">Null where there is nothing to do yet.</param>
/// <param name="Status">In words.</param>
/// <param name="Colour">Of the tag; <see cref="Tag"/>.</param>
/// <param name="IsPlain">What is done or cannot be begun has no tag, so that what wants doing stands out.</param>
public sealed record TaskItem(string Name, string? Address, string Status, string? Colour = null, string? Hint = null, bool IsPlain = false);
