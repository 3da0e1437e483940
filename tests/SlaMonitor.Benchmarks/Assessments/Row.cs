namespace SlaMonitor.Benchmarks.Assessments;

/// <summary>One indicator in one month.</summary>
/// <param name="Level">As it was compared, in hundredths of one per cent; null where there was none.</param>
/// <param name="Rung">From 0, the target, to 3, the worst; null where it was not scored.</param>
internal readonly record struct Row(int Contract, int Month, int Indicator, long? Level, int? Rung, int Points);

/// <summary>What one contract's month costs.</summary>
internal readonly record struct Payable(int Contract, int Month, long Pence);

/// <summary>All points and all pence.</summary>
internal readonly record struct Totals(long Points, long Pence)
{
    public static Totals operator +(Totals a, Totals b) => new(a.Points + b.Points, a.Pence + b.Pence);
}
