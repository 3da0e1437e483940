using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>How a tool's export of tickets is read, as the contract file writes it: a form, and where the export differs from it.</summary>
internal static class TicketExtractShape
{
    /// <summary>Stands for a column of the form that the export does not have.</summary>
    private const string None = "none";

    private static readonly ChoiceShape<bool> Duplicates = new(("lookedFor", true), ("notLookedFor", false));

    private static readonly ListShape<string> Words = new(Scalars.Line);

    private static readonly Shape<IReadOnlyDictionary<TicketColumn, string>> Columns = ByMember<TicketColumn, string>(
        "ticketColumns", "The name of the column in the file's header, for each that is not as the form has it; none where the file has no such column.", _ => Scalars.Line, About);

    private static readonly Shape<IReadOnlyDictionary<TicketState, IReadOnlyList<string>>> States = ByMember<TicketState, IReadOnlyList<string>>(
        "ticketStates", "The tool's words for each state; those named take the place of the form's words for that state.", _ => Words, About);

    /// <summary>The extract without its name.</summary>
    public static Shape<TicketExtract> Shape { get; } = Build();

    private static RecordShape<TicketExtract> Build()
    {
        var shape = new RecordShape<TicketExtract>("ticketExtract", "A ticket extract that comes with returns as evidence. Only the columns named are read, and no person's name.");
        var form = shape.Optional("form", Scalars.Words<TicketForm>(), e => e.Form, TicketForm.Plain, "Whose export it is: what is not said below is as that tool has it. Plain has the names of the columns below.");
        var rows = shape.OptionalValue("rows", Scalars.Words<TicketRows>(), e => e.Rows == Preset(e).Rows ? null : e.Rows, "What a row is: a ticket as it stands, or an update of one.");
        var columns = shape.Optional("columns", Columns, StatedColumns, "The columns whose names are not those of the form.");
        var times = shape.Optional("times", Scalars.Line, e => e.Times == Preset(e).Times ? null : e.Times, "How times are written, in the letters yyyy MM dd HH mm ss.");
        var zone = shape.Optional("zone", Scalars.Zone, e => e.Zone, "The zone of times without an offset; the contract's where not stated.");
        var empty = shape.Optional("empty", Words, e => e.Empty.SequenceEqual(Preset(e).Empty) ? null : e.Empty, "What stands for nothing besides an empty cell.");
        var states = shape.Optional("states", States, StatedStates, "The tool's words for each state.");
        var priorities = shape.Optional("priorities", new MapShape<IReadOnlyList<string>>(Scalars.Member, Words), e => Same(e.Priorities, Preset(e).Priorities) ? null : e.Priorities, "The contract's priorities, the most urgent first, each with the tool's words for it. Together they take the place of the form's.");
        var heldIn = shape.OptionalValue("heldIn", Scalars.Words<HeldIn>(), e => e.HeldIn == Preset(e).HeldIn ? null : e.HeldIn, "What the column of time on hold is counted in.");
        var maintenance = shape.Optional("maintenance", Words, e => e.MaintenanceWords.SequenceEqual(Preset(e).MaintenanceWords) ? null : e.MaintenanceWords, "The tool's words for maintenance in its column; where not stated and not in the form, the column says yes or no.");
        var duplicates = shape.Optional("duplicates", Duplicates, e => e.FindsDuplicates, true, "Whether a ticket that comes twice is looked for, which takes memory for each ticket.");
        return shape.BuiltBy(v =>
        {
            var preset = TicketPresets.Of(v.Get(form));
            var named = v.Get(columns) ?? new Dictionary<TicketColumn, string>();
            return preset with
            {
                Rows = v.Get(rows) ?? preset.Rows,
                Columns = Named(preset.Columns, named),
                Optional = [.. preset.Optional.Where(c => preset.Columns.ContainsKey(c) && !named.ContainsKey(c))],
                Times = v.Get(times) ?? preset.Times,
                Zone = v.Get(zone),
                Empty = v.Get(empty) ?? preset.Empty,
                States = Worded(preset.States, v.Get(states) ?? new Dictionary<TicketState, IReadOnlyList<string>>()),
                Priorities = v.Get(priorities) ?? preset.Priorities,
                HeldIn = v.Get(heldIn) ?? preset.HeldIn,
                MaintenanceWords = v.Get(maintenance) ?? preset.MaintenanceWords,
                FindsDuplicates = v.Get(duplicates),
            };
        });
    }

    private static TicketExtract Preset(TicketExtract extract) => TicketPresets.Of(extract.Form);

    private static Dictionary<TicketColumn, string> Named(IReadOnlyDictionary<TicketColumn, string> preset, IReadOnlyDictionary<TicketColumn, string> named) => Enum.GetValues<TicketColumn>()
        .Select(c => (Column: c, Name: named.GetValueOrDefault(c) ?? preset.GetValueOrDefault(c) ?? None))
        .Where(c => c.Name != None).ToDictionary(c => c.Column, c => c.Name);

    /// <summary>What has to be said beside the form: another name, a column that must be there though the form can do without, and none.</summary>
    private static Dictionary<TicketColumn, string>? StatedColumns(TicketExtract extract)
    {
        var preset = Preset(extract);
        var stated = new Dictionary<TicketColumn, string>();
        foreach (var column in Enum.GetValues<TicketColumn>())
        {
            var (name, usual) = (extract.Columns.GetValueOrDefault(column), preset.Columns.GetValueOrDefault(column));
            if (name != usual) stated[column] = name ?? None;
            else if (name is not null && preset.Optional.Contains(column) && !extract.Optional.Contains(column)) stated[column] = name;
        }

        return stated.Count == 0 ? null : stated;
    }

    /// <exception cref="ContradictionException">A word stands for two states.</exception>
    private static Dictionary<string, TicketState> Worded(IReadOnlyDictionary<string, TicketState> preset, IReadOnlyDictionary<TicketState, IReadOnlyList<string>> stated)
    {
        var words = Enum.GetValues<TicketState>().SelectMany(state => (stated.GetValueOrDefault(state) ?? WordsOf(preset, state)).Select(word => (Word: word, State: state))).ToList();
        var twice = words.GroupBy(w => w.Word).Where(g => g.Count() > 1)
            .Select(g => new Problem(ContractProblems.WordTwice, "states", "each word under one state", $"'{g.Key}' under {string.Join(", ", g.Select(w => w.State.Key()))}")).ToList();
        return twice.Count > 0 ? throw new ContradictionException(twice) : words.ToDictionary(w => w.Word, w => w.State);
    }

    private static Dictionary<TicketState, IReadOnlyList<string>>? StatedStates(TicketExtract extract)
    {
        var preset = Preset(extract).States;
        var stated = Enum.GetValues<TicketState>().Where(s => !WordsOf(extract.States, s).SequenceEqual(WordsOf(preset, s))).ToDictionary(s => s, s => WordsOf(extract.States, s));
        return stated.Count == 0 ? null : stated;
    }

    private static IReadOnlyList<string> WordsOf(IReadOnlyDictionary<string, TicketState> states, TicketState state) => [.. states.Where(s => s.Value == state).Select(s => s.Key)];

    private static bool Same(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> a, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> b) =>
        a.Count == b.Count && a.Zip(b).All(p => p.First.Key == p.Second.Key && p.First.Value.SequenceEqual(p.Second.Value));

    /// <summary>A map whose keys are the members of an enum, each of which may be left out.</summary>
    private static RecordShape<IReadOnlyDictionary<E, V>> ByMember<E, V>(string name, string description, Func<E, Shape<V>> shapeOf, Func<E, string> about)
        where E : struct, Enum
        where V : class
    {
        var shape = new RecordShape<IReadOnlyDictionary<E, V>>(name, description);
        var fields = Enum.GetValues<E>().Select(e => (Member: e, Field: shape.Optional(e.Key(), shapeOf(e), map => map.GetValueOrDefault(e), about(e)))).ToList();
        return shape.BuiltBy(v => fields.Where(f => v.Get(f.Field) is not null).ToDictionary(f => f.Member, f => v.Get(f.Field)!));
    }

    private static string About(TicketColumn column) => column switch
    {
        TicketColumn.Number => "The ticket's number.",
        TicketColumn.State => "How it stands.",
        TicketColumn.Priority => "Its priority.",
        TicketColumn.Category => "Its category.",
        TicketColumn.Site => "The site it is about.",
        TicketColumn.Group => "The group it is with.",
        TicketColumn.Opened => "When it was opened.",
        TicketColumn.Responded => "When it was answered for the first time.",
        TicketColumn.Resolved => "When it was resolved, for the last time.",
        TicketColumn.Closed => "When it was closed.",
        TicketColumn.Updated => "Of a row for each update: when the row was written.",
        TicketColumn.Update => "Of a row for each update: its place among those of its ticket, a number that rises.",
        TicketColumn.Reopened => "How many times it was opened again.",
        TicketColumn.Reassigned => "How many times it was passed on.",
        TicketColumn.Escalated => "Whether it was escalated: yes or no.",
        TicketColumn.FirstContact => "Whether whoever took it first resolved it: yes or no.",
        TicketColumn.Affected => "Of an outage: how many users it affected.",
        TicketColumn.Users => "Of an outage: how many users there are.",
        TicketColumn.Maintenance => "Of an outage: whether it was maintenance.",
        TicketColumn.Held => "How long its clock was paused in all, by the clock it is judged by.",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Not a column."),
    };

    private static string About(TicketState state) => state switch
    {
        TicketState.Open => "Being dealt with.",
        TicketState.OnHold => "On hold: the clock is paused, unless the rule counts that time.",
        TicketState.Resolved => "Resolved.",
        TicketState.Closed => "Closed for good.",
        TicketState.Cancelled => "No ticket after all.",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };
}
