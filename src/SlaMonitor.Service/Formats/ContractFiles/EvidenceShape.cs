using System.Globalization;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>How an indicator is counted from tickets, as the contract file writes it.</summary>
internal static class EvidenceShape
{
    private static readonly ListShape<string> Names = new(Scalars.Line);

    private static readonly ScalarShape<int> MoreThan = new(
        "a number of times, such as 2 times", @"^\d{1,3} times?$", (string text, out int value) => TryCount(text, "time", out value), count => count.Counted("time"));

    private static readonly ScalarShape<int> OlderThan = new(
        "a number of days, such as 7 days", @"^\d{1,3} days?$", (string text, out int value) => TryCount(text, "day", out value), count => count.Counted("day"));

    public static Shape<TicketRule> Shape { get; } = Build();

    private static RecordShape<TicketRule> Build()
    {
        var shape = new RecordShape<TicketRule>("ticketRule", "How the indicator's figures are counted from a ticket extract, so that nobody has to take the supplier's word for them.");
        var tickets = shape.Required("tickets", Scalars.Line, r => r.Extract, "The extract, by its name under 'tickets'.");
        var counts = shape.Required("counts", Scalars.Words<TicketQuestion>(), r => r.Counts, "What is asked of the tickets.");
        var where = shape.Optional("where", Where(), r => r.Where.IsAll ? null : r.Where, "Which tickets it is about; all where not stated.");
        var target = shape.Optional("target", TargetShapes.Targets, r => r.Targets.Count == 0 ? null : r.Targets, "How long a ticket may take, for all or by priority.");
        var clock = shape.Optional("clock", TargetShapes.Clocks, r => TargetShapes.ClocksOf(r), "The service hours in which time is reckoned, by their name under 'calendars', or aroundTheClock; for all or by priority. Needed where time is reckoned in hours or minutes, as it moves the figure.");
        var belongsTo = shape.Optional("belongsTo", Scalars.Words<TicketMoment>(), r => r.BelongsTo, TicketMoment.Resolved, "Which moment of a ticket decides on its Service Period; its resolution where not stated.");
        var holds = shape.Optional("holds", Scalars.Words<HoldRule>(), r => r.Holds, HoldRule.Excluded, "Whether time on hold counts; excluded where not stated.");
        var reopened = shape.Optional("reopened", Scalars.Words<ReopenedRule>(), r => r.Reopened, ReopenedRule.RunsOn, "A ticket opened again: its clock runs on from its opening to its last resolution, or resumes where it stopped, or its first resolution counts. Runs on where not stated.");
        var priority = shape.Optional("priorityTaken", Scalars.Words<PriorityRule>(), r => r.Priority, PriorityRule.Last, "Which priority decides where it was changed; the last where not stated.");
        var without = shape.Optional("withoutResolution", Scalars.Words<NoResolutionTime>(), r => r.WithoutResolution, NoResolutionTime.LeftOut, "A ticket said to be resolved but not when: left out, or resolved when it was closed.");
        var cancelled = shape.Optional("cancelled", new ChoiceShape<bool>(("leftOut", false), ("counted", true)), r => r.CountsCancelled, false, "Whether cancelled tickets count like others; left out where not stated.");
        var moreThan = shape.OptionalValue("moreThan", MoreThan, r => r.Counts == TicketQuestion.Reassigned ? r.ReassignedOver : null, "Of 'reassigned': passed on more often than this.");
        var olderThan = shape.OptionalValue("olderThan", OlderThan, r => r.Counts == TicketQuestion.OpenLong ? r.OpenOverDays : null, "Of 'openLong': opened more than so many days before the end of the period.");
        var decides = shape.Optional("decides", Scalars.Words<EvidenceDecides>(), r => r.Decides, EvidenceDecides.Tickets, "Which figure counts where the two differ; that of the tickets where not stated.");
        return shape.BuiltBy(v =>
        {
            OnlyBeside(v.Get(counts), TicketQuestion.Reassigned, "moreThan", v.Get(moreThan));
            OnlyBeside(v.Get(counts), TicketQuestion.OpenLong, "olderThan", v.Get(olderThan));
            var rule = new TicketRule
            {
                Extract = v.Get(tickets),
                Counts = v.Get(counts),
                Where = v.Get(where) ?? TicketSelection.All,
                Targets = v.Get(target) ?? [],
                BelongsTo = v.Get(belongsTo),
                Holds = v.Get(holds),
                Reopened = v.Get(reopened),
                Priority = v.Get(priority),
                WithoutResolution = v.Get(without),
                CountsCancelled = v.Get(cancelled),
                Decides = v.Get(decides),
            };
            rule = v.Get(moreThan) is { } times ? rule with { ReassignedOver = times } : rule;
            rule = v.Get(olderThan) is { } days ? rule with { OpenOverDays = days } : rule;
            return TargetShapes.Clocked(rule, v.Get(clock));
        });
    }

    private static RecordShape<TicketSelection> Where()
    {
        var shape = new RecordShape<TicketSelection>("ticketSelection", "Which tickets: those that have one of the words in each list.");
        var priority = shape.OptionalList("priority", Names, s => s.Priorities, "The contract's priorities, as the extract has them under 'priorities'.");
        var category = shape.OptionalList("category", Names, s => s.Categories, "The tool's words.");
        var site = shape.OptionalList("site", Names, s => s.Sites, "The tool's words.");
        var group = shape.OptionalList("group", Names, s => s.Groups, "The tool's words.");
        return shape.BuiltBy(v => new(v.Get(priority), v.Get(category), v.Get(site), v.Get(group)));
    }

    /// <summary>The number is the contract's, so that there is none where the file is silent; beside another question it would say nothing.</summary>
    private static void OnlyBeside(TicketQuestion counts, TicketQuestion question, string key, int? stated)
    {
        if (counts == question && stated is null) throw new ContradictionException([new(ShapeProblems.MissingKey, "", $"'{key}'", "nothing")]);
        if (counts != question && stated is not null) throw new ContradictionException([new(ContractProblems.EvidenceUnfit, key, $"{key} only beside '{question.Key()}'", counts.Key())]);
    }

    private static bool TryCount(string text, string unit, out int count)
    {
        var words = text.Split(' ');
        count = 0;
        return words.Length == 2 && words[0].Length is > 0 and <= 3 && (words[1] == unit || words[1] == unit + "s") && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }
}
