namespace SlaMonitor.Web.Pages.Design;

/// <summary>A column of a table.</summary>
/// <param name="IsNumber">Then it is set to the right, as its cells are with <c>govuk-table__cell--numeric</c>.</param>
public sealed record Column(string Name, bool IsNumber = false);
