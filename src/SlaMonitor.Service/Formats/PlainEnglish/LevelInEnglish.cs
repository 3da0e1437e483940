using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>Levels in sentences.</summary>
internal static class LevelInEnglish
{
    /// <summary>99.5 %, 1 hour, 12,000 requests, yes: in full and never rounded.</summary>
    public static string Of(Indicator indicator, Rational level)
    {
        if (indicator.IsAnswer) return level.IsZero ? "no" : "yes";
        var figure = Phrases.Figure(level);
        return indicator.Unit.Name.Length == 0 ? figure : $"{figure} {Unit(indicator.Unit, level)}";
    }

    /// <summary>What levels are counted in.</summary>
    public static string Unit(Unit unit) => unit.IsPerCent ? "per cent" : unit.Name;

    private static string Unit(Unit unit, Rational level) =>
        level == 1 && unit.Name.EndsWith('s') && !unit.Name.EndsWith("ss", StringComparison.Ordinal) ? unit.Name[..^1] : unit.Name;
}
