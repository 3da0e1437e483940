using NodaTime;

namespace SlaMonitor.Domain.Calendars;

/// <summary>A quarter of a year that need not begin in January.</summary>
/// <param name="Year">The year's name: <c>2024</c>, <c>2021-22</c> or <c>contract year 3</c>.</param>
/// <param name="Number">1 to 4.</param>
/// <param name="Last">Inclusive.</param>
public sealed record Quarter(string Year, int Number, LocalDate First, LocalDate Last)
{
    /// <summary>For instance <c>2021-22 quarter 2</c>.</summary>
    public string Name => $"{Year} quarter {Number}";

    public override string ToString() => Name;
}
