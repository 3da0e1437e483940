using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.ContractFiles;

/// <summary>How an indicator is measured, as the contract file writes it.</summary>
internal static class MeasureShapes
{
    public static Shape<Measure> Measure { get; } = new UnionShape<Measure>("How the indicator is measured: exactly one of these.")
        .Or("ratio", Ratio())
        .Or("availability", Availability())
        .Or("mean", Mean())
        .Or("average", Average())
        .Or("percentile", Percentile())
        .Or("count", Brief<Count>("What is counted.", of => new(of), c => c.Of))
        .Or("stock", Brief<Stock>("What is there on the period's last day.", of => new(of), s => s.Of))
        .Or("stated", Brief<StatedValue>("What the supplier states without parts.", of => new(of), s => s.Of))
        .Or("yesNo", Brief<YesNo>("The question.", question => new(question), y => y.Question));

    private static RecordShape<RatioOfCounts> Ratio()
    {
        var shape = new RecordShape<RatioOfCounts>("ratio", "Cases that count as good, as a share of all cases. Name either the good ones ('of') or the others ('allBut').");
        var of = shape.Optional("of", Scalars.Line, r => r.Of, "The cases that count.");
        var allBut = shape.Optional("allBut", Scalars.Line, r => r.AllBut, "The cases that do not count; all others do.");
        var to = shape.Required("to", Scalars.Line, r => r.To, "All cases.");
        var open = shape.Optional("openOverdue", Scalars.Line, r => r.OpenOverdue, "Cases overdue and still open, where they count as failed beside all cases, in every period until they are closed.");
        return shape.BuiltBy(v => v.Get(of) is null == v.Get(allBut) is null
            ? throw new ContradictionException([new(ShapeProblems.ChooseOne, "", "either 'of' or 'allBut'", v.Get(of) is null ? "neither" : "both")])
            : new(v.Get(of), v.Get(allBut), v.Get(to), v.Get(open)));
    }

    private static RecordShape<Availability> Availability()
    {
        var shape = new RecordShape<Availability>("availability", "Minutes of the period less downtime, as a share of its minutes; permitted maintenance counts as neither.");
        var calendar = shape.Optional("calendar", Scalars.Line, a => a.Calendar, "The service hours that count, by their name under 'calendars'; around the clock where not stated.");
        var maintenance = shape.Optional("permittedMaintenance", Scalars.Minutes, a => a.PermittedMaintenanceMinutes, 0, "The allowance in one Service Period; what is taken beyond it is downtime.");
        var window = shape.Optional("maintenanceWindow", Scalars.Line, a => a.MaintenanceWindow, "Where returns list outages, the hours in which maintenance is permitted, by their name under 'calendars'; any time where not stated.");
        var partial = shape.Optional("partialOutages", Scalars.Words<PartialOutages>(), a => a.Partial, PartialOutages.Whole, "Where returns list outages, what one counts that does not affect all users.");
        return shape.BuiltBy(v => new(v.Get(calendar), v.Get(maintenance)) { MaintenanceWindow = v.Get(window), Partial = v.Get(partial) });
    }

    private static RecordShape<MeanOfScale> Mean()
    {
        var shape = new RecordShape<MeanOfScale>("mean", "The mean of answers on a scale.");
        var of = shape.Required("of", Scalars.Line, m => m.Of, "What is answered.");
        var lowest = shape.Required("lowest", Scalars.Level, m => m.Lowest, "The lowest answer there is.");
        var highest = shape.Required("highest", Scalars.Level, m => m.Highest, "The highest answer there is.");
        return shape.BuiltBy(v => new(v.Get(of), v.Get(lowest), v.Get(highest)));
    }

    private static RecordShape<AverageOfCases> Average()
    {
        var shape = new RecordShape<AverageOfCases>("average", "The average over cases of what each of them took, in the indicator's unit.");
        var of = shape.Required("of", Scalars.Line, a => a.Of, "What is averaged, such as hours to resolve.");
        var cases = shape.Required("cases", Scalars.Line, a => a.Cases, "The cases it is averaged over.");
        return shape.BuiltBy(v => new(v.Get(of), v.Get(cases)));
    }

    private static RecordShape<StatedPercentile> Percentile()
    {
        var shape = new RecordShape<StatedPercentile>("percentile", "A percentile of a distribution that the supplier keeps and states without parts.");
        var of = shape.Required("of", Scalars.Line, p => p.Of, "What the distribution is of.");
        var rank = shape.Required("rank", Scalars.Whole(1, 99), p => p.Rank, "Which percentile; 50 is the median.");
        var definition = shape.Required("definition", Scalars.Words<PercentileDefinition>(), p => p.Definition, "Nearest rank: the least value that so many per cent of all cases do not exceed. Linear interpolation: between two cases, as spreadsheets do.");
        return shape.BuiltBy(v => new(v.Get(of), v.Get(rank), v.Get(definition)));
    }

    private static BriefShape<T> Brief<T>(string about, Func<string, T> make, Func<T, string> text) => new(about, make, text);

    /// <summary>A measure of which the file says but one thing.</summary>
    private sealed class BriefShape<T>(string about, Func<string, T> make, Func<T, string> text) : Shape<T>
    {
        public override bool TryRead(Documents.DocumentNode node, Spot spot, out T value)
        {
            var read = Scalars.Line.TryRead(node, spot, out var line);
            value = read ? make(line) : default!;
            return read;
        }

        public override Documents.DocumentNode Write(T value) => Scalars.Line.Write(text(value));

        public override Documents.MapNode Schema(SchemaBook book) => Described.With(Scalars.Line.Schema(book), about);
    }
}
