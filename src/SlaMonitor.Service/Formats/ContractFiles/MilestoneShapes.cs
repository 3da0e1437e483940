using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>The contract's own milestones, and the lead times of its dates, as the contract file writes them.</summary>
internal static class MilestoneShapes
{
    private static readonly ListShape<TimeLength> Lengths = new(Scalars.Length);

    private static ScalarShape<MilestoneBase> Base { get; } = new(
        "start, end or a day, such as 2026-10-01", @"^(start|end|\d{4}-\d{2}-\d{2})$", TryBase, from => from switch
        {
            MilestoneBase.StartOfTerm => "start",
            MilestoneBase.EndOfTerm => "end",
            MilestoneBase.OnDay on => LocalDatePattern.Iso.Format(on.Day),
            _ => throw new InvalidOperationException("The set of bases is closed."),
        });

    /// <summary>Without its title.</summary>
    public static Shape<ContractMilestone> Milestone { get; } = MilestoneShape();

    public static Shape<LeadTimes> LeadTimes { get; } = LeadTimesShape();

    private static RecordShape<ContractMilestone> MilestoneShape()
    {
        var shape = new RecordShape<ContractMilestone>("contractMilestone", "A day by which something has to be done: so long before or after the start or end of the term or a day, or on a day.");
        var length = shape.Optional("length", Scalars.Length, m => m.Offset?.Length, "How long before or after.");
        var before = shape.Optional("before", Base, m => m.Offset is { Side: MilestoneSide.Before } ? m.From : null, "start, end (as the term stands, so that it moves with it) or a day.");
        var after = shape.Optional("after", Base, m => m.Offset is { Side: MilestoneSide.After } ? m.From : null, "start, end (as the term stands) or a day.");
        var on = shape.OptionalValue("on", Scalars.Day, m => m.Offset is null ? ((MilestoneBase.OnDay)m.From).Day : null, "The very day, in place of a length.");
        var rolls = shape.Optional("onNonWorkingDay", Scalars.Words<NonWorkingDay>(), m => m.OnNonWorkingDay, NonWorkingDay.RollBack, "What it becomes on a day that is no working day.");
        var clause = shape.Optional("clause", Scalars.Line, m => m.Clause, "Where the contract says so; without one the milestone is labelled local policy.");
        return shape.BuiltBy(v => Built(v.Get(length), v.Get(before), v.Get(after), v.Get(on), v.Get(rolls), v.Get(clause)));
    }

    private static ContractMilestone Built(TimeLength? length, MilestoneBase? before, MilestoneBase? after, LocalDate? on, NonWorkingDay rolls, string? clause) => (length, before, after, on) switch
    {
        (null, null, null, { } day) => new("", new MilestoneBase.OnDay(day), null, rolls, clause),
        ({ } time, { } from, null, null) => new("", from, new(time, MilestoneSide.Before), rolls, clause),
        ({ } time, null, { } from, null) => new("", from, new(time, MilestoneSide.After), rolls, clause),
        _ => throw new ContradictionException([new(ShapeProblems.ChooseOne, "", "either 'on', or 'length' with 'before' or 'after'", Found(length, before, after, on))]),
    };

    private static string Found(TimeLength? length, MilestoneBase? before, MilestoneBase? after, LocalDate? on)
    {
        var keys = new[] { length is null ? null : "length", before is null ? null : "before", after is null ? null : "after", on is null ? null : "on" }.OfType<string>().ToList();
        return keys.Count == 0 ? "neither" : string.Join(", ", keys);
    }

    private static RecordShape<LeadTimes> LeadTimesShape()
    {
        var shape = new RecordShape<LeadTimes>("leadTimes", "How long before the contract's dates its officers are told. Local policy, whatever the contract says.");
        var end = shape.Optional("end", Lengths, t => ReferenceEquals(t.End, Domain.Contracts.LeadTimes.Default.End) ? null! : t.End, "Before the end of the term; 24, 18, 12, 9, 6, 3 months and 1 month where not stated.");
        var deadlines = shape.Optional("deadlines", Lengths, t => ReferenceEquals(t.Deadlines, Domain.Contracts.LeadTimes.Default.Deadlines) ? null! : t.Deadlines, "Before the days of notices, options and milestones; 90, 30, 14 and 7 days where not stated.");
        return shape.BuiltBy(v => new(v.Get(end) ?? Domain.Contracts.LeadTimes.Default.End, v.Get(deadlines) ?? Domain.Contracts.LeadTimes.Default.Deadlines));
    }

    private static bool TryBase(string text, out MilestoneBase value)
    {
        value = text switch
        {
            "start" => new MilestoneBase.StartOfTerm(),
            "end" => new MilestoneBase.EndOfTerm(),
            _ => Scalars.TryDay(text, out var day) ? new MilestoneBase.OnDay(day) : null!,
        };
        return value is not null;
    }
}
