namespace SlaMonitor.Domain.Contracts;

/// <summary>The contract's words as they stand in files and sentences.</summary>
public static class Words
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

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

    /// <summary>Second failure in a row; from the eleventh on in figures: 11th failure in a row.</summary>
    /// <param name="run">From 2 on.</param>
    public static string FailureInARow(this int run) => $"{InOrder(run)} failure in a row";

    /// <summary>First to tenth, then 11th.</summary>
    public static string InOrder(int number) => number <= Ordinals.Length ? Ordinals[number - 1] : Ordinal(number);

    /// <summary>As it, with what follows from it: second failure in a row: its points count twice.</summary>
    /// <param name="factor">What its points are counted by; 1 where a repeat changes nothing.</param>
    public static string RunInWords(int run, int factor) =>
        $"{run.FailureInARow()}{(factor == 1 ? "" : factor == 2 ? ": its points count twice" : $": its points count {factor} times")}";

    /// <summary>1st, 2nd, 3rd, 11th.</summary>
    public static string Ordinal(int number) => number + (number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    /// <summary>Adds s unless there is one: 1 point, 2 points.</summary>
    public static string Counted(this int count, string noun) => Counted((long)count, noun);

    /// <inheritdoc cref="Counted(int, string)"/>
    public static string Counted(this long count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
