namespace SlaMonitor.Domain.Contracts;

/// <summary>The contract's words as they stand in files and sentences.</summary>
public static class Words
{
    /// <summary>An enum member as files write it: BelowThreshold is belowThreshold.</summary>
    public static string Key(this Enum member) => KeyOf(member.ToString());

    /// <summary>One of a closed set of kinds as files write it, by its type: WeightedMean is weightedMean.</summary>
    public static string KindKey(object kind) => KeyOf(kind.GetType().Name);

    private static string KeyOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary>The name of a rung in sentences, after MSC Schedule 2.2.</summary>
    public static string InWords(this RungName rung) => rung switch
    {
        RungName.Target => "on target",
        RungName.BelowThreshold => "below the KPI Service Threshold",
        RungName.Failed => "target missed",
        _ => $"{rung} KPI Failure",
    };

    /// <summary>The kind of an indicator, in files and sentences alike.</summary>
    public static string InWords(this IndicatorKind kind) => kind switch
    {
        IndicatorKind.Kpi => "KPI",
        IndicatorKind.SubsidiaryPi => "subsidiary PI",
        IndicatorKind.InformationOnly => "information only",
        IndicatorKind.Composite => "composite",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of indicator."),
    };

    /// <summary>Adds s unless there is one: 1 point, 2 points.</summary>
    public static string Counted(this int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
