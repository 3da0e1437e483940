using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Returns;

namespace SlaMonitor.Benchmarks.Assessments;

/// <summary>What a return says of one indicator in one month: cases and the good ones among them, or a stated level in hundredths of
/// one per cent; none of them where the figure is missing.</summary>
internal readonly record struct Fact(int Contract, int Month, int Indicator, long? Good = null, long? Cases = null, long? Stated = null)
{
    public ReturnedIndicator AsReturned() => new(Portfolio.CodeOf(Indicator), Said(), null);

    private Measurement Said() => this switch
    {
        { Stated: { } level } => new Measurement.StatedOnly(new(Rational.Of(level, 100), 2)),
        { Good: { } good, Cases: { } cases } => new Measurement.Measured(new([new("of", good), new("to", cases)]), [], null),
        _ => new Measurement.NotSupplied(),
    };
}
