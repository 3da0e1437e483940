using System.Globalization;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>How long a ticket may take, and by which clock, for all tickets or by priority.</summary>
internal static class TargetShapes
{
    /// <summary>The priorities that have no entry of their own.</summary>
    private const string Others = "others";

    private const string AroundTheClock = "aroundTheClock";

    /// <summary>The only entry where there is one clock for all.</summary>
    private const string All = "";

    private const int Most = 9_999;

    private static readonly ScalarShape<TargetTime> Time = new(
        "how long a ticket may take, such as 90 minutes, 8 hours or 20 working days", @"^[1-9]\d{0,3} (minutes?|hours?|working days?)$", TryTime, InFile);

    /// <summary>Without the calendar.</summary>
    public static Shape<IReadOnlyList<TicketTarget>> Targets { get; } = new ShorthandShape<IReadOnlyList<TicketTarget>, TargetTime>(
        Time, time => [new(null, time)], targets => targets is [{ Priority: null, Time: var only }] ? (true, only) : (false, null!), new TargetsByPriority());

    /// <summary>Names of service hours by priority.</summary>
    public static Shape<IReadOnlyList<KeyValuePair<string, string>>> Clocks { get; } = new ShorthandShape<IReadOnlyList<KeyValuePair<string, string>>, string>(
        Scalars.Line, name => [new(All, name)], clocks => clocks is [{ Key: All, Value: var only }] ? (true, only) : (false, null!), new MapShape<string>(Scalars.Member, Scalars.Line));

    /// <summary>The clock as a file says it; null where nothing is timed by one.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? ClocksOf(TicketRule rule)
    {
        if (!IsTimed(rule)) return null;
        if (!rule.HasTarget) return [new(All, rule.Clock ?? AroundTheClock)];
        var clocks = rule.Targets.Where(t => t.Time is TargetTime.OfClock).Select(t => KeyValuePair.Create(t.Priority ?? Others, ((TargetTime.OfClock)t.Time).Calendar ?? AroundTheClock)).ToList();
        return clocks.Select(c => c.Value).Distinct().Count() == 1 ? [new(All, clocks[0].Value)] : clocks;
    }

    /// <summary>The rule with the clock that its file names. A priority that has a clock but no target of its own takes the others' target.</summary>
    /// <exception cref="ContradictionException">A clock is missing, or there is one too many.</exception>
    public static TicketRule Clocked(TicketRule rule, IReadOnlyList<KeyValuePair<string, string>>? clocks)
    {
        if (clocks is null) return IsTimed(rule) ? throw Missing() : rule;
        if (!IsTimed(rule)) throw Unfit("no clock, as nothing is timed by one", "a clock");
        if (clocks is [{ Key: All, Value: var only }]) return WithClock(rule with { Clock = Calendar(only) }, _ => Calendar(only));
        if (!rule.HasTarget) throw Unfit("one clock for all tickets", "a clock by priority");
        var others = rule.Targets.FirstOrDefault(t => t.Priority is null);
        var own = clocks.Where(c => c.Key != Others && rule.Targets.All(t => t.Priority != c.Key)).ToList();
        if (own.Count > 0 && others is null) throw Unfit("a target for every priority that has a clock", own[0].Key);
        return WithClock(
            rule with { Targets = [.. rule.Targets.Where(t => t.Priority is not null), .. own.Select(c => new TicketTarget(c.Key, others!.Time)), .. others is null ? Array.Empty<TicketTarget>() : [others]] },
            priority => Calendar(clocks.Where(c => c.Key == (priority ?? Others)).Concat(clocks.Where(c => c.Key == Others)).Select(c => c.Value).FirstOrDefault()
                ?? throw Unfit($"a clock for {priority ?? "the others"}", string.Join(", ", clocks.Select(c => c.Key)))));
    }

    private static TicketRule WithClock(TicketRule rule, Func<string?, string?> clockOf) =>
        rule with { Targets = [.. rule.Targets.Select(t => t.Time is TargetTime.OfClock time ? t with { Time = time with { Calendar = clockOf(t.Priority) } } : t)] };

    private static bool IsTimed(TicketRule rule) => rule.HasTarget ? rule.Targets.Any(t => t.Time is TargetTime.OfClock) : rule.HasTime;

    private static string? Calendar(string name) => name == AroundTheClock ? null : name;

    private static ContradictionException Missing() =>
        new([new(ShapeProblems.MissingKey, "", $"'clock: {AroundTheClock}' or the name of service hours, as it moves the figure", "nothing")]);

    private static ContradictionException Unfit(string expected, string found) => new([new(ContractProblems.EvidenceUnfit, "clock", expected, found)]);

    private static bool TryTime(string text, out TargetTime value)
    {
        value = null!;
        var space = text.IndexOf(' ');
        if (space is < 1 or > 4 || text[0] == '0' || !int.TryParse(text[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > Most) return false;
        value = text[(space + 1)..] switch
        {
            "minute" or "minutes" => new TargetTime.OfClock(count, null),
            "hour" or "hours" => new TargetTime.OfClock(count * 60, null),
            "working day" or "working days" => new TargetTime.OfWorkingDays(count),
            _ => null!,
        };
        return value is not null;
    }

    private static string InFile(TargetTime time) => time switch
    {
        TargetTime.OfClock { Minutes: var minutes } => minutes % 60 == 0 ? (minutes / 60).Counted("hour") : minutes.Counted("minute"),
        TargetTime.OfWorkingDays { Days: var days } => days.Counted("working day"),
        _ => throw new InvalidOperationException("The set of targets is closed."),
    };

    private sealed class TargetsByPriority : Shape<IReadOnlyList<TicketTarget>>
    {
        private static readonly MapShape<TargetTime> ByName = new(Scalars.Member, Time);

        public override bool TryRead(Documents.DocumentNode node, Spot spot, out IReadOnlyList<TicketTarget> value)
        {
            var read = ByName.TryRead(node, spot, out var times);
            value = [.. times.Select(t => new TicketTarget(t.Key == Others ? null : t.Key, t.Value))];
            return read;
        }

        public override Documents.DocumentNode Write(IReadOnlyList<TicketTarget> value) => ByName.Write([.. value.Select(t => KeyValuePair.Create(t.Priority ?? Others, t.Time))]);

        public override Documents.MapNode Schema(SchemaBook book) => ByName.Schema(book);
    }
}
