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

    /// <summary>In per cent, in hours, as a mark out of 5, as a plain figure.</summary>
    public static string In(Unit unit) => unit.Name switch
    {
        "%" => "in per cent",
        "" => "as a plain figure",
        var name when name.StartsWith("of ", StringComparison.Ordinal) => $"as a mark out {name}",
        var name => $"in {name}",
    };

    private static string Unit(Unit unit, Rational level) =>
        level == 1 && unit.Name.EndsWith('s') && !unit.Name.EndsWith("ss", StringComparison.Ordinal) ? unit.Name[..^1] : unit.Name;
}
