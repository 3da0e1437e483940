using CsCheck;
using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Contracts.Tickets;
using static SlaMonitor.Service.Tests.Formats.ContractFiles.GeneratedContracts;

namespace SlaMonitor.Service.Tests.Formats.ContractFiles;

/// <summary>Ticket extracts of every form, and rules by which indicators are counted from them.</summary>
internal static class GeneratedTickets
{
    private static readonly TicketColumn[] Columns = Enum.GetValues<TicketColumn>();

    private static readonly string[] Priorities = ["P1", "P2"];

    /// <summary>With every column under a name of its own, so that no rule asks in vain.</summary>
    public static readonly Gen<TicketExtract> Extract =
        from form in Gen.Enum<TicketForm>()
        from rows in Gen.Enum<TicketRows>()
        from times in OneOf(TicketTimeFormat.Default, "dd/MM/yyyy HH:mm", "yyyy.MM.ddTHH:mm:ssZ")
        from zone in OneOf<DateTimeZone?>(null, DateTimeZoneProviders.Tzdb["Europe/Dublin"])
        from empty in Line
        from words in Line.HashSet[6, 8]
        from held in Gen.Enum<HeldIn>()
        from finds in Gen.Bool
        let word = words.ToList()
        select new TicketExtract
        {
            Name = "Tickets 1",
            Form = form,
            Rows = rows,
            Columns = Columns.ToDictionary(c => c, c => $"Column {c}"),
            Times = times,
            Zone = zone,
            Empty = [empty],
            States = new Dictionary<string, TicketState> { [word[0]] = TicketState.Open, [word[1]] = TicketState.OnHold, [word[2]] = TicketState.Resolved, [word[3]] = TicketState.Closed, [word[4]] = TicketState.Cancelled, [word[5]] = TicketState.Cancelled },
            Priorities = [new("P1", [word[0], word[1]]), new("P2", [word[2]])],
            HeldIn = held,
            MaintenanceWords = [word[4], word[5]],
            FindsDuplicates = finds,
        };

    private static readonly Gen<TargetTime> Time = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 9_999], Gen.Bool, (unit, count, isCore) => unit switch
    {
        0 => (TargetTime)new TargetTime.OfWorkingDays(count),
        1 => new TargetTime.OfClock(count, isCore ? "core" : null),
        _ => new TargetTime.OfClock(count * 60, isCore ? "core" : null),
    });

    /// <summary>Half of the indicators that can be counted from the extract are.</summary>
    public static Gen<IReadOnlyList<Indicator>> Evidenced(Gen<IReadOnlyList<Indicator>> indicators, TicketExtract extract) =>
        from all in indicators
        from chosen in Gen.Bool.List[all.Count, all.Count]
        from rules in Gen.Int[0, 9].SelectMany(which => Rule(extract, which)).List[all.Count, all.Count]
        select (IReadOnlyList<Indicator>)[.. all.Select((indicator, i) => chosen[i] ? Counted(indicator, rules[i]) : indicator)];

    private static Gen<TicketRule> Rule(TicketExtract extract, int which) =>
        from targets in Gen.Select(Time, Time, Gen.Int[0, 2], (one, two, shape) => shape switch
        {
            0 => (IReadOnlyList<TicketTarget>)[new(null, one)],
            1 => [new("P1", one), new(null, two)],
            _ => [new("P2", one), new("P1", two)],
        })
        from moment in Gen.Enum<TicketMoment>()
        from holds in Gen.Enum<HoldRule>()
        from reopened in Gen.Enum<ReopenedRule>()
        from priority in Gen.Enum<PriorityRule>()
        from without in Gen.Enum<NoResolutionTime>()
        from flags in Gen.Bool.List[4, 4]
        from words in Line.List[0, 2]
        from number in Gen.Int[0, 999]
        let isLog = extract.Rows == TicketRows.OnePerUpdate
        select new TicketRule
        {
            Extract = extract.Name,
            Counts = (TicketQuestion)which,
            Where = flags[0] ? new([.. Priorities.Take(1 + (number % 2))], words, [], words) : TicketSelection.All,
            Targets = targets,
            Clock = flags[1] ? "core" : null,
            BelongsTo = moment,
            Holds = holds,
            Reopened = isLog ? reopened : ReopenedRule.RunsOn,
            Priority = isLog ? priority : PriorityRule.Last,
            WithoutResolution = without,
            CountsCancelled = flags[2],
            ReassignedOver = number,
            OpenOverDays = number,
            Decides = flags[3] ? EvidenceDecides.Stated : EvidenceDecides.Tickets,
        };

    /// <summary>The indicator counted by the rule, its question made one that its measure can have.</summary>
    private static Indicator Counted(Indicator indicator, TicketRule rule)
    {
        TicketQuestion[] fitting = indicator.Source switch
        {
            RatioOfCounts { OpenOverdue: not null } => [TicketQuestion.ResolvedInTarget, TicketQuestion.RespondedInTarget],
            RatioOfCounts => [TicketQuestion.ResolvedInTarget, TicketQuestion.Reassigned, TicketQuestion.Reopened, TicketQuestion.ResolvedAtFirstContact, TicketQuestion.Escalated],
            Count => [TicketQuestion.Opened, TicketQuestion.Closed, TicketQuestion.RespondedInTarget],
            Stock => [TicketQuestion.Open, TicketQuestion.OpenLong, TicketQuestion.OpenOverdue],
            AverageOfCases or StatedPercentile => [TicketQuestion.TimeToResolve, TicketQuestion.TimeToRespond],
            _ => [],
        };
        if (fitting.Length == 0) return indicator;
        var asked = rule with { Counts = fitting[(int)rule.Counts % fitting.Length] };
        return indicator with
        {
            Evidence = Trimmed(asked, asked.IsStock || asked.Counts is TicketQuestion.Opened or TicketQuestion.Closed),
            Breakdown = null,
            Unit = indicator.Measure is AverageOfCases or StatedPercentile ? new("hours") : indicator.Unit,
        };
    }

    /// <summary>Without what its question has no use for.</summary>
    private static TicketRule Trimmed(TicketRule rule, bool namesItsMoment) => rule with
    {
        Targets = rule.HasTarget ? rule.Targets : [],
        Clock = rule switch
        {
            { HasTarget: true, Targets: var targets } => OneClock([.. targets.Select(t => t.Time).OfType<TargetTime.OfClock>().Select(t => t.Calendar).Distinct()]),
            { HasTime: true } => rule.Clock,
            _ => null,
        },
        BelongsTo = namesItsMoment || (rule is { BelongsTo: TicketMoment.Due, HasTarget: false }) ? TicketMoment.Resolved : rule.BelongsTo,
        Holds = rule.HasTime ? rule.Holds : HoldRule.Excluded,
        ReassignedOver = rule.Counts == TicketQuestion.Reassigned ? rule.ReassignedOver : 1,
        OpenOverDays = rule.Counts == TicketQuestion.OpenLong ? rule.OpenOverDays : 7,
    };

    /// <summary>The clock of a rule whose targets have one and the same.</summary>
    private static string? OneClock(string?[] calendars) => calendars.Length == 1 ? calendars[0] : null;
}
