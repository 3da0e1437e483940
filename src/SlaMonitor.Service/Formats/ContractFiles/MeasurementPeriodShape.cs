using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>A Measurement Period as the contract file writes it.</summary>
internal static class MeasurementPeriodShape
{
    private const string TakenAbout = "Pooled: parts are added up. Averaged: the mean of the levels, each counting alike. Reported at end: the last return gives the whole.";

    public static Shape<MeasurementPeriod> Shape { get; } = new UnionShape<MeasurementPeriod>("The Service Periods that an indicator is measured over: exactly one of these.")
        .Or("every", Every())
        .Or("rolling", Rolling());

    private static RecordShape<MeasurementPeriod.Every> Every()
    {
        var shape = new RecordShape<MeasurementPeriod.Every>("everyMeasurementPeriod", "One after another: quarters, half-years, contract years.");
        var length = shape.Required("length", Scalars.MonthsOfPeriod, p => p.Months, "How long one is: 3 months, 6 months, 12 months.");
        var anchor = shape.OptionalValue("anchorMonth", Scalars.Whole(1, 12), p => p.AnchorMonth, "A month in which one begins; the month the contract begins in where not stated.");
        var taken = shape.Required("taken", Scalars.Words<TakenTogether>(), p => p.Taken, TakenAbout);
        return shape.BuiltBy(v => new(v.Get(length), v.Get(anchor), v.Get(taken)));
    }

    private static RecordShape<MeasurementPeriod.Rolling> Rolling()
    {
        var shape = new RecordShape<MeasurementPeriod.Rolling>("rollingMeasurementPeriod", "The last so many Service Periods, over again in each.");
        var over = shape.Required("over", Scalars.Periods, p => p.Periods, "How many Service Periods.");
        var untilFull = shape.Required("untilFull", Scalars.Words<UntilFull>(), p => p.UntilFull, "What it is while fewer have passed: not scored, or measured over those there are.");
        var taken = shape.Required("taken", Scalars.Words<TakenTogether>(), p => p.Taken, TakenAbout);
        return shape.BuiltBy(v => new(v.Get(over), v.Get(untilFull), v.Get(taken)));
    }
}
