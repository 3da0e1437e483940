using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>A rung as written: which of the bounds it may have depends on which way the indicator is better.</summary>
internal sealed record RungFile(Rational? From, Rational? UpTo, Rational? Within, Rational? Below, Rational? Above, int Points);

/// <summary>A ladder as written, before it is known which way the indicator is better.</summary>
internal sealed record LadderFile(Rational? NearestTo, IReadOnlyDictionary<RungName, RungFile> Rungs)
{
    public static Shape<LadderFile> Shape { get; } = LadderShape();

    public static LadderFile Of(Ladder ladder) => new(ladder.Best, ladder.Rungs.ToDictionary(r => r.Name, r => ladder.Better switch
    {
        Polarity.Higher => new RungFile(r.Bound, null, null, r.OuterEdge, null, r.Points),
        Polarity.Lower => new(null, r.Bound, null, null, r.OuterEdge, r.Points),
        _ => new(null, null, r.Bound, null, r.OuterEdge, r.Points),
    }));

    /// <exception cref="ContradictionException">Bounds that point the wrong way, or a ladder that contradicts itself.</exception>
    public Ladder With(Polarity better)
    {
        ContradictionException.ThrowIfAny(Rungs.Where(r => !Suits(better, r.Value)).Select(r => new Problem(
            ContractProblems.BoundDirection, r.Key.Key(), $"{Expected(better)}, as {better.Key()} is better", Written(r.Value))));
        return new(better, NearestTo, [.. Rungs.Select(r => new Rung(
            r.Key, r.Value.From ?? r.Value.UpTo ?? r.Value.Within, r.Value.Below ?? r.Value.Above, r.Value.Points))]);
    }

    private static bool Suits(Polarity better, RungFile rung) => better switch
    {
        Polarity.Higher => rung is { UpTo: null, Within: null, Above: null },
        Polarity.Lower => rung is { From: null, Within: null, Below: null },
        _ => rung is { From: null, UpTo: null, Below: null },
    };

    private static string Written(RungFile rung)
    {
        (string Key, Rational? Bound)[] bounds = [("from", rung.From), ("upTo", rung.UpTo), ("within", rung.Within), ("below", rung.Below), ("above", rung.Above)];
        return string.Join(" and ", bounds.Where(b => b.Bound is not null).Select(b => $"'{b.Key}'"));
    }

    private static string Expected(Polarity better) => better switch
    {
        Polarity.Higher => "'from' (and 'below')",
        Polarity.Lower => "'upTo' (and 'above')",
        _ => "'within' (and 'above')",
    };

    private static RecordShape<LadderFile> LadderShape()
    {
        var shape = new RecordShape<LadderFile>("ladder", "Target and failures as half-open rungs; what reaches none of the bounds lands on the last rung.");
        var nearestTo = shape.OptionalValue("nearestTo", Scalars.Level, l => l.NearestTo, "The best level, where nearest to it is better.");
        var rung = RungShape();
        var rungs = Enum.GetValues<RungName>()
            .Select(name => (Name: name, Field: shape.Optional(name.Key(), rung, l => l.Rungs.GetValueOrDefault(name), About(name))))
            .ToList();
        return shape.BuiltBy(v => new(v.Get(nearestTo), rungs
            .Select(r => (r.Name, Rung: v.Get(r.Field))).Where(r => r.Rung is not null).ToDictionary(r => r.Name, r => r.Rung!)));
    }

    private static string About(RungName name) => name switch
    {
        RungName.Target => "The Target Performance Level.",
        RungName.BelowThreshold => "Below the KPI Service Threshold.",
        RungName.Failed => "A failure that the contract does not grade.",
        _ => $"A {name.InWords()}.",
    };

    private static RecordShape<RungFile> RungShape()
    {
        var shape = new RecordShape<RungFile>("rung", "One rung of a ladder.");
        var from = shape.OptionalValue("from", Scalars.Level, r => r.From, "The floor, inclusive, where higher is better.");
        var upTo = shape.OptionalValue("upTo", Scalars.Level, r => r.UpTo, "The ceiling, inclusive, where lower is better.");
        var within = shape.OptionalValue("within", Scalars.Level, r => r.Within, "The greatest distance from 'nearestTo', inclusive.");
        var below = shape.OptionalValue("below", Scalars.Level, r => r.Below, "Where the better rung begins, if the contract prints it: checked against that rung.");
        var above = shape.OptionalValue("above", Scalars.Level, r => r.Above, "Where the better rung ends, if the contract prints it: checked against that rung.");
        var points = shape.Optional("points", Scalars.Whole(0, 10_000), r => r.Points, 0, "Service Points for landing here.");
        return shape.BuiltBy(v => new(v.Get(from), v.Get(upTo), v.Get(within), v.Get(below), v.Get(above), v.Get(points)));
    }
}

/// <summary>A dated target as written, before it is known which way the indicator is better.</summary>
internal sealed record TrajectoryFile(IReadOnlyList<Milestone> Milestones, BetweenMilestones Between, int FailedPoints)
{
    public static Shape<TrajectoryFile> Shape { get; } = TrajectoryShape();

    public static TrajectoryFile Of(Trajectory trajectory) => new(trajectory.Milestones, trajectory.Between, trajectory.FailedPoints);

    private static RecordShape<TrajectoryFile> TrajectoryShape()
    {
        var milestone = new RecordShape<Milestone>("milestone", "A level to be reached by a day.");
        var by = milestone.Required("by", Scalars.Day, m => m.By, "The day.");
        var target = milestone.Required("target", Scalars.Level, m => m.Target, "The level.");
        milestone.BuiltBy(v => new(v.Get(by), v.Get(target)));
        var shape = new RecordShape<TrajectoryFile>("trajectory", "A target that moves with the date.");
        var milestones = shape.Required("milestones", new ListShape<Milestone>(milestone), t => t.Milestones, "In the order of their days.");
        var between = shape.Optional("between", Scalars.Words<BetweenMilestones>(), t => t.Between, BetweenMilestones.Step, "The target between two milestones: the last that fell due, or the straight line.");
        var points = shape.Optional("failedPoints", Scalars.Whole(0, 10_000), t => t.FailedPoints, 0, "Service Points for missing the target of the day.");
        return shape.BuiltBy(v => new(v.Get(milestones), v.Get(between), v.Get(points)));
    }
}
