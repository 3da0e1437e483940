using System.Globalization;
using NodaTime;

namespace SlaMonitor.Cli.Screens;

/// <summary>A day as sentences have it: 1 April 2024.</summary>
internal static class DayInWords
{
    public static string Of(LocalDate day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
