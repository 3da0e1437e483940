using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Shapes;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>Service Periods in sum, as manifests hold them.</summary>
internal static class PeriodInSumShape
{
    public static RecordShape<PeriodInSum> Shape { get; } = Build();

    private static RecordShape<PeriodInSum> Build()
    {
        var shape = new RecordShape<PeriodInSum>("periodInSum", "What one Service Period came to.");
        var period = shape.Required("period", Scalars.Line, p => p.Period, "Its name: the month it begins in.");
        var status = shape.Required("return", Scalars.Line, p => p.Return, "Where its return stands.");
        var points = shape.Required("points", Scalars.Whole(0, int.MaxValue), p => p.Points, "Its Service Points.");
        var payable = shape.OptionalValue("payable", Scalars.SignedPounds, p => p.Payable, "Its Service Credit, in pounds ex VAT, where there is one and it can be told.");
        var open = shape.Optional("open", Scalars.Prose, p => p.Open, "Why points or credit may still change.");
        var withheld = shape.OptionalValue("withheld", Scalars.SignedPounds, p => p.Withheld, "Charges withheld, in pounds ex VAT, where they are.");
        var failures = shape.OptionalList("failures", new ListShape<FailureInSum>(Failure()), p => p.Failures, "What failed, in the contract's order.");
        var undecided = shape.OptionalList("undecided", new ListShape<string>(Scalars.Prose), p => p.Undecided, "Reliefs and disputes that stand open.");
        return shape.BuiltBy(v => new(v.Get(period), v.Get(status), v.Get(points), v.Get(payable), v.Get(open), v.Get(withheld), v.Get(failures)) { Undecided = v.Get(undecided) });
    }

    private static RecordShape<FailureInSum> Failure()
    {
        var shape = new RecordShape<FailureInSum>("failureInSum", "An indicator that failed.");
        var indicator = shape.Required("indicator", Scalars.IndicatorCode, f => f.Indicator, "Its code.");
        var level = shape.Optional("level", Scalars.Line, f => f.Level, "As people read it, where it had one.");
        var outcome = shape.Required("outcome", Scalars.Line, f => f.Outcome, "The rung it fell to.");
        var points = shape.Required("points", Scalars.Whole(0, int.MaxValue), f => f.Points, "Its Service Points, repeats counted.");
        var inARow = shape.Required("inARow", Scalars.Whole(0, int.MaxValue), f => f.InARow, "Consecutive failures up to this one.");
        return shape.BuiltBy(v => new(v.Get(indicator), v.Get(level), v.Get(outcome), v.Get(points), v.Get(inARow)));
    }
}
