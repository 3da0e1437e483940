using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>Triggers as the contract file writes them: a map by their names.</summary>
internal static class TriggerShapes
{
    private const string ClauseAbout = "Where the contract says so.";

    public static Shape<IReadOnlyList<Trigger>> Triggers { get; } = TriggersShape();

    private static RecordShape<IReadOnlyList<Trigger>> TriggersShape()
    {
        var shape = new RecordShape<IReadOnlyList<Trigger>>("triggers", "Consequences beyond credits.");
        var critical = shape.Optional("criticalPerformanceFailure", Critical(), Only<Trigger.CriticalPerformanceFailure>, "Points in a window of periods, or credits that meet a cap.");
        var plan = shape.Optional("rectificationPlan", Plan(), Only<Trigger.RectificationPlan>, "Failures that oblige the supplier to draft a Rectification Plan.");
        var unacceptable = shape.Optional("unacceptableKpiFailure", Unacceptable(), Only<Trigger.UnacceptableKpiFailure>, "Too many KPIs below their threshold in one period.");
        var persistent = shape.Optional("persistentFailure", Persistent(), Only<Trigger.PersistentFailure>, "The same KPI failing again and again.");
        var consecutive = shape.Optional("consecutiveFailure", Consecutive(), Only<Trigger.ConsecutiveFailure>, "The same KPI failing so often in a row.");
        return shape.BuiltBy(v => [.. new Trigger?[] { v.Get(critical), v.Get(plan), v.Get(unacceptable), v.Get(persistent), v.Get(consecutive) }.OfType<Trigger>()]);
    }

    private static T? Only<T>(IReadOnlyList<Trigger> triggers)
        where T : Trigger => triggers.OfType<T>().FirstOrDefault();

    private static RecordShape<Trigger.CriticalPerformanceFailure> Critical()
    {
        var shape = new RecordShape<Trigger.CriticalPerformanceFailure>("criticalPerformanceFailure", "A Critical Performance Failure.");
        var points = shape.OptionalValue("points", Scalars.Whole(1, 100_000), t => t.Points, "So many Service Points.");
        var within = shape.Optional("within", Scalars.Periods, t => t.WithinPeriods, 1, "In so many Service Periods in a row.");
        var capMet = shape.Optional("capMet", Scalars.Flag, t => t.CapMet, false, "Also where credits meet or exceed a cap.");
        var clause = shape.Optional("clause", Scalars.Line, t => t.Clause, ClauseAbout);
        return shape.BuiltBy(v => new(v.Get(points), v.Get(within), v.Get(capMet), v.Get(clause)));
    }

    private static RecordShape<Trigger.RectificationPlan> Plan()
    {
        var shape = new RecordShape<Trigger.RectificationPlan>("rectificationPlan", "A Rectification Plan.");
        var from = shape.Required("from", Scalars.Words<RungName>(), t => t.From, "The mildest rung that calls for one.");
        var due = shape.Required("due", Scalars.Length, t => t.Due, "When the draft is due, after the end of the Service Period.");
        var clause = shape.Optional("clause", Scalars.Line, t => t.Clause, ClauseAbout);
        return shape.BuiltBy(v => new(v.Get(from), v.Get(due), v.Get(clause)));
    }

    private static RecordShape<Trigger.UnacceptableKpiFailure> Unacceptable()
    {
        var shape = new RecordShape<Trigger.UnacceptableKpiFailure>("unacceptableKpiFailure", "An Unacceptable KPI Failure.");
        var moreThan = shape.Required("moreThan", Scalars.Percent, t => t.MoreThan, "Of the KPIs measured in the period.");
        var missing = shape.Optional("countMissing", Scalars.Flag, t => t.CountsMissing, false, "True where a KPI counts as measured, and as below its threshold, that failed only because no figure came.");
        var clause = shape.Optional("clause", Scalars.Line, t => t.Clause, ClauseAbout);
        return shape.BuiltBy(v => new(v.Get(moreThan), v.Get(clause)) { CountsMissing = v.Get(missing) });
    }

    private static RecordShape<Trigger.PersistentFailure> Persistent()
    {
        var shape = new RecordShape<Trigger.PersistentFailure>("persistentFailure", "A persistent failure.");
        var failures = shape.Required("failures", Scalars.Whole(1, 1000), t => t.Failures, "So many failures of one KPI.");
        var within = shape.Required("within", Scalars.Periods, t => t.WithinPeriods, "In so many Service Periods in a row.");
        var clause = shape.Optional("clause", Scalars.Line, t => t.Clause, ClauseAbout);
        return shape.BuiltBy(v => new(v.Get(failures), v.Get(within), v.Get(clause)));
    }

    private static RecordShape<Trigger.ConsecutiveFailure> Consecutive()
    {
        var shape = new RecordShape<Trigger.ConsecutiveFailure>("consecutiveFailure", "Consecutive failures.");
        var failures = shape.Required("failures", Scalars.Whole(1, 1000), t => t.Failures, "So many failures of one KPI in a row.");
        var clause = shape.Optional("clause", Scalars.Line, t => t.Clause, ClauseAbout);
        return shape.BuiltBy(v => new(v.Get(failures), v.Get(clause)));
    }
}
