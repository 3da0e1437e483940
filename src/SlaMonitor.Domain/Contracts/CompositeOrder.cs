namespace SlaMonitor.Domain.Contracts;

/// <summary>Puts every composite after its parts.</summary>
internal static class CompositeOrder
{
    /// <param name="indicators">Without circles; codes that none of them has are passed over.</param>
    public static IReadOnlyList<Indicator> Of(IReadOnlyList<Indicator> indicators)
    {
        var byCode = indicators.ToDictionary(i => i.Code);
        var ordered = new List<Indicator>();
        var placed = new HashSet<string>();
        foreach (var indicator in indicators) Place(indicator);
        return ordered;

        void Place(Indicator indicator)
        {
            if (!placed.Add(indicator.Code)) return;
            foreach (var part in indicator.Combination?.Uses ?? [])
                if (byCode.TryGetValue(part, out var found))
                    Place(found);
            ordered.Add(indicator);
        }
    }

    /// <summary>The way from a composite back to itself, if there is one.</summary>
    public static IReadOnlyList<string>? CircleFrom(Indicator start, IReadOnlyList<Indicator> indicators)
    {
        var byCode = indicators.ToDictionary(i => i.Code);
        var seen = new HashSet<string>();
        return Follow(start, [start.Code]);

        IReadOnlyList<string>? Follow(Indicator indicator, IReadOnlyList<string> way)
        {
            foreach (var part in indicator.Combination?.Uses ?? [])
            {
                if (part == start.Code) return [.. way, part];
                if (byCode.TryGetValue(part, out var found) && seen.Add(part) && Follow(found, [.. way, part]) is { } circle)
                    return circle;
            }

            return null;
        }
    }
}
