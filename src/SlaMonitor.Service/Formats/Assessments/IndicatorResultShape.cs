using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Assessments.WrittenValues;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>One indicator's result in the assessment document.</summary>
internal static class IndicatorResultShape
{
    private static readonly RecordShape<WorkingLine> WorkingLine = WorkingLineShape();

    private static readonly Shape<Outcome> OutcomeName = Text<Outcome>("met, failed, notScored or cannotTell", Name, "^(met|failed|notScored|cannotTell)$");

    public static Shape<IReadOnlyList<WorkingLine>> Working { get; } = new ListShape<WorkingLine>(WorkingLine);

    /// <summary>A result without what it was made from.</summary>
    public static Shape<IndicatorResult> InSum { get; } = InSumShape();

    public static Shape<IndicatorResult> Shape { get; } = Build();

    private static RecordShape<IndicatorResult> Build()
    {
        var shape = new RecordShape<IndicatorResult>("indicatorResult", "One indicator in one Service Period.");
        shape.Required("code", Line, r => r.Indicator.Code, "The indicator's code.");
        shape.Required("title", Line, r => r.Indicator.Title, "Its name.");
        shape.Required("kind", Line, r => r.Indicator.Kind.InWords(), "KPI, subsidiary PI, information only or composite.");
        shape.Optional("group", Line, r => r.Indicator.Group, "The group it is reported in.");
        shape.Optional("clause", Line, r => r.Indicator.Clause, "Where the contract defines it.");
        shape.Required("unit", Line, r => r.Indicator.Unit.Name, "What levels are counted in.");
        shape.OptionalValue("level", Exact, r => r.Level, "The level, exactly.");
        shape.Optional("shown", Line, r => r.Shown, "The level as people read it.");
        shape.Required("outcome", OutcomeName, r => r.Outcome, "What it comes to.");
        shape.OptionalValue("rung", Scalars.Words<RungName>(), r => (r.Outcome as Outcome.Failed)?.Rung, "The rung of the failure.");
        shape.OptionalValue("because", Scalars.Words<Reason>(), r => Because(r.Outcome), "Why there is no score, or a failure without a level.");
        shape.Required("inWords", Line, r => r.Outcome.InWords(), "The outcome in words.");
        shape.Required("runOfFailures", Whole, r => r.RunOfFailures, "Failures in a row up to this period.");
        shape.Required("repeatFactor", Whole, r => r.RepeatFactor, "What a Repeat KPI Failure is counted by; 1 where it is none.");
        shape.Required("points", Whole, r => r.Points, "Service Points.");
        shape.Optional("from", Line, r => r.Source?.Return.Reference, "The return the figure comes from.");
        shape.Optional("figures", ByPart, r => r.Figures, "The figures the level is computed from.");
        shape.OptionalList("members", new MapShape<Figures>(Scalars.Line, ByPart), r => (r.Measurement as Measurement.Measured)?.Members ?? [], "The figures by member of the breakdown.");
        shape.Optional("stated", Line, r => Stated(r)?.ToString(), "The level the supplier states.");
        shape.Optional("tickets", TicketResultShape.Shape, r => r.Tickets is null ? null : r, "What its ticket extract comes to, beside what the supplier says.");
        shape.Optional("mismatch", MismatchShape(), r => r.Tickets is null ? r.Mismatch : null, "Where the stated level does not follow from its parts.");
        shape.Optional("comment", Line, r => r.Source?.Figure.Comment, "The supplier's comment.");
        shape.OptionalList("over", new ListShape<MeasuredPeriod>(MeasuredPeriodShape()), r => r.Over, "The Service Periods of its Measurement Period so far, where that is longer.");
        shape.Optional("changedFrom", EarlierLevelShape(), r => r.ChangedFrom, "What a change is reckoned from.");
        shape.Optional("relief", ReliefShapes.Relief, r => r.Relief is null ? null : r, "Where a relief of it stands.");
        shape.Optional("dispute", ReliefShapes.Dispute, r => r.Dispute, "Where a dispute of it stands.");
        shape.OptionalList("parts", new ListShape<CombinedPart>(PartShape()), r => r.Parts, "The parts of a composite.");
        shape.OptionalList("working", Working, r => r.Working(), "How it was worked out.");
        return shape;
    }

    private static RecordShape<IndicatorResult> InSumShape()
    {
        var shape = new RecordShape<IndicatorResult>("resultInSum", "A result in sum.");
        shape.OptionalValue("level", Exact, r => r.Level, "The level, exactly.");
        shape.Optional("shown", Line, r => r.Shown, "The level as people read it.");
        shape.Required("outcome", OutcomeName, r => r.Outcome, "What it comes to.");
        shape.Required("inWords", Line, r => r.Outcome.InWords(), "The outcome in words.");
        shape.Required("points", Whole, r => r.Points, "Service Points.");
        return shape;
    }

    private static string Name(Outcome outcome) => Words.KindKey(outcome);

    private static Reason? Because(Outcome outcome) => outcome switch
    {
        Outcome.Failed failed => failed.Because,
        Outcome.NotScored notScored => notScored.Because,
        Outcome.CannotTell cannotTell => cannotTell.Because,
        _ => null,
    };

    /// <summary>Where there are tickets, what counts may be their level; the supplier's own is in its claim.</summary>
    private static StatedLevel? Stated(IndicatorResult result) => (result.Tickets?.Claim ?? result.Measurement) switch
    {
        Measurement.Measured measured => measured.Stated,
        Measurement.StatedOnly only => only.Stated,
        _ => null,
    };

    private static RecordShape<ClaimMismatch> MismatchShape()
    {
        var shape = new RecordShape<ClaimMismatch>("mismatch", "A stated level that does not follow from its parts; the parts decide.");
        shape.Required("stated", Line, m => m.Stated.ToString(), "As stated.");
        shape.Required("recomputed", Exact, m => m.Recomputed, "From the parts, exactly.");
        shape.Optional("reconciling", Line, m => m.Reconciling?.Formula, "Another reading of the parts that gives the stated level.");
        return shape;
    }

    private static RecordShape<CombinedPart> PartShape()
    {
        var shape = new RecordShape<CombinedPart>("combinedPart", "A part of a composite as it entered the reckoning.");
        shape.Required("code", Line, p => p.Indicator.Code, "The part's code.");
        shape.Required("inWords", Line, p => p.Outcome.InWords(), "Its outcome.");
        shape.OptionalValue("level", Exact, p => p.Level, "Its level.");
        shape.OptionalValue("score", Exact, p => p.Score, "Its score from 0 to 100.");
        shape.OptionalValue("weight", Exact, p => p.Weight, "Its weight.");
        shape.Required("counted", Flag, p => p.Counted, "False where it was left out.");
        return shape;
    }

    private static RecordShape<EarlierLevel> EarlierLevelShape()
    {
        var shape = new RecordShape<EarlierLevel>("earlierLevel", "The level of an indicator in an earlier Service Period.");
        shape.Required("period", Line, e => e.Period.Name, "Its name.");
        shape.OptionalValue("level", Exact, e => e.Level, "The level, if there was one.");
        return shape;
    }

    private static RecordShape<MeasuredPeriod> MeasuredPeriodShape()
    {
        var shape = new RecordShape<MeasuredPeriod>("measuredPeriod", "One Service Period of a longer Measurement Period.");
        shape.Required("period", Line, p => p.Period.Name, "Its name.");
        shape.OptionalValue("level", Exact, p => p.Alone.Level, "Its level by itself.");
        shape.Optional("from", Line, p => p.Alone.Source?.Return.Reference, "The return its figure comes from.");
        shape.Optional("figures", ByPart, p => p.Alone.Figures, "Its figures.");
        return shape;
    }

    private static RecordShape<WorkingLine> WorkingLineShape()
    {
        var shape = new RecordShape<WorkingLine>("workingLine", "One line of the Working.");
        shape.Optional("clause", Line, l => l.Clause, "Where the contract says so.");
        shape.Required("rule", Line, l => l.Rule, "The rule.");
        shape.Required("inputs", Line, l => l.Inputs, "What went in.");
        shape.Required("arithmetic", Line, l => l.Arithmetic, "How it was reckoned.");
        shape.Required("outcome", Line, l => l.Outcome, "What came of it.");
        return shape;
    }
}
