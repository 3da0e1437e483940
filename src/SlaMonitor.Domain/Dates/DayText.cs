using NodaTime;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Dates;

/// <summary>Days as a Working writes them.</summary>
internal static class DayText
{
    /// <summary>6 January 2026.</summary>
    public static string Short(LocalDate day) => $"{day:d MMMM uuuu}";

    /// <summary>Tuesday 6 January 2026.</summary>
    public static string Long(LocalDate day) => $"{day:dddd d MMMM uuuu}";

    /// <summary>The day, or the month with the day that stands for it.</summary>
    public static string End(LocalDate day, bool isMonthOnly) => isMonthOnly ? $"{day:MMMM uuuu}, known to the month only; {Short(day)} stands for it" : Long(day);

    public static string OptionName(int option, Extension extension) => $"option {option} ({extension.Length})";
}
