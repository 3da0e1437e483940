using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>Levels in sentences.</summary>
internal static class LevelInEnglish
{
    /// <summary>99.5 %, 1 hour, 4.5 out of 5, yes: in full and never rounded.</summary>
    public static string Of(Indicator indicator, Rational level)
    {
        if (indicator.IsAnswer) return level.IsZero ? "no" : "yes";
        var figure = Phrases.Figure(level);
        return indicator.Unit.Name.Length == 0 ? figure : $"{figure} {(IsMark(indicator.Unit) ? "out " : "")}{Unit(indicator.Unit, level)}";
    }

    /// <summary>In per cent, in hours, as a mark out of 5, as a plain figure.</summary>
    public static string In(Unit unit) => unit.Name switch
    {
        "%" => "in per cent",
        "" => "as a plain figure",
        var name when IsMark(unit) => $"as a mark out {name}",
        var name => $"in {name}",
    };

    /// <summary>A unit such as "of 5".</summary>
    private static bool IsMark(Unit unit) => unit.Name.StartsWith("of ", StringComparison.Ordinal);

    private static string Unit(Unit unit, Rational level) =>
        level == 1 && unit.Name.EndsWith('s') && !unit.Name.EndsWith("ss", StringComparison.Ordinal) ? unit.Name[..^1] : unit.Name;
}
