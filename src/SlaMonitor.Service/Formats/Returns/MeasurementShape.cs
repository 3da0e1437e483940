using SlaMonitor.Domain;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Numbers;
using SlaMonitor.Domain.Outages;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using static SlaMonitor.Service.Formats.Shapes.SchemaBook;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>What a return says of one indicator. Its code is its key.</summary>
internal static class MeasurementShape
{
    public static readonly ScalarShape<string> PartKey = new(
        "the name of a part, such as of, to or downtime", "^[A-Za-z][A-Za-z0-9]{0,39}$",
        (string text, out string value) => (value = text).Length is > 0 and <= 40 && char.IsAsciiLetter(text[0]) && text.All(char.IsAsciiLetterOrDigit), text => text);

    private static readonly ScalarShape<Rational> Figure = new(
        "a figure written out, such as 143, 1234 or 12.5, or yes or no", @"^(-?\d{1,18}(\.\d{1,12})?|yes|no)$", TryFigure, figure => figure.ToString(), isFigure: true, meant: Meant.Figure);

    private const string Time = @"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?";

    internal static readonly ScalarShape<Outage> OutageLine = new(
        "an outage, such as 2024-06-03 09:10 to 2024-06-03 10:25, 120 of 480 users; 'to open' while it goes on, and ', maintenance' at the end where it is", $@"^{Time} to (open|{Time})(, \d{{1,9}} of \d{{1,9}} users)?(, maintenance)?$",
        Outage.TryParse, outage => outage.ToString());

    private static readonly ChoiceShape<bool> Said = new(("true", true), ("yes", true), ("false", false), ("no", false));

    /// <summary>The key of what tickets come to.</summary>
    public const string Tickets = "tickets";

    /// <summary>Figures by part, for the whole.</summary>
    public static Shape<Figures> Parts { get; } = new PartsShape();

    /// <summary>As files say it that are sent.</summary>
    public static Shape<ReturnedIndicator> Sent { get; } = new SentIndicatorShape(Build(isStored: false));

    /// <summary>As facts are stored: what tickets came to among them.</summary>
    public static Shape<ReturnedIndicator> Stored { get; } = Build(isStored: true);

    private static RecordShape<ReturnedIndicator> Build(bool isStored)
    {
        var shape = new RecordShape<ReturnedIndicator>("returnedIndicator", "What the return says of one indicator; its code is its key.");
        var stated = shape.Optional("stated", new StatedShape(), i => Stated(ClaimOf(i)), "The level as the supplier states it.");
        var figures = shape.Optional("parts", Parts, i => ClaimOf(i) is Measurement.Measured { Members.Count: 0 } m ? m.Figures : null, "The figures the level is made from, for the whole.");
        var members = shape.OptionalList("members", new MapShape<Figures>(Scalars.Member, Parts), i => (ClaimOf(i) as Measurement.Measured)?.Members ?? [], "The figures by member of the contract's breakdown, instead of for the whole.");
        var outages = shape.Optional("outages", new ListShape<Outage>(OutageLine), i => (ClaimOf(i) as Measurement.Logged)?.Outages, "The outages and the maintenance that an availability is reckoned from, instead of its parts. Times are local unless they have Z or an offset.");
        var noActivity = shape.Optional("noActivity", Said, i => ClaimOf(i) is Measurement.NoActivity, false, "There was nothing to measure.");
        var notSupplied = shape.Optional("notSupplied", Said, i => ClaimOf(i) is Measurement.NotSupplied, false, "No figure can be given.");
        var asAt = shape.OptionalValue("asAt", Scalars.Day, i => i.AsAt, "The day as at which the figures stand.");
        var comment = shape.Optional("comment", Scalars.Prose, i => i.Comment, "What the supplier has to say about it.");
        var tickets = isStored ? shape.Optional(Tickets, TicketEvidenceShape.Shape, i => (i.Measurement as Measurement.FromTickets)?.Tickets, "What the tickets of its extract come to.") : null;
        return shape.BuiltBy(v =>
        {
            var said = Of(v.Get(stated), v.Get(figures), v.Get(members), v.Get(outages), v.Get(noActivity), v.Get(notSupplied));
            return new("", tickets is not null && v.Get(tickets) is { } counted ? new Measurement.FromTickets(counted, said) : said, v.Get(comment)) { AsAt = v.Get(asAt) };
        });
    }

    /// <summary>What the supplier says, tickets apart.</summary>
    private static Measurement ClaimOf(ReturnedIndicator indicator) => indicator.Measurement is Measurement.FromTickets { Claim: var claim } ? claim : indicator.Measurement;

    private static StatedLevel? Stated(Measurement measurement) => measurement switch
    {
        Measurement.Measured measured => measured.Stated,
        Measurement.Logged logged => logged.Stated,
        Measurement.StatedOnly only => only.Stated,
        _ => null,
    };

    private static Measurement Of(StatedLevel? stated, Figures? whole, IReadOnlyList<KeyValuePair<string, Figures>> members, IReadOnlyList<Outage>? outages, bool noActivity, bool notSupplied)
    {
        var hasFigure = stated is not null || whole is not null || members.Count > 0 || outages is not null;
        if (outages is not null && (whole is not null || members.Count > 0))
            throw new ContradictionException([new(ReturnFileProblems.FiguresTwice, "outages", "either outages, or the figures they come to", "both")]);
        if ((noActivity && notSupplied) || (hasFigure && (noActivity || notSupplied)))
            throw new ContradictionException([new(ReturnFileProblems.FigureAndSilence, "", "either a figure, or 'no activity', or 'not supplied'", "more than one of them")]);
        if (noActivity) return new Measurement.NoActivity();
        if (outages is not null) return new Measurement.Logged(outages, stated);
        if (whole is not null || members.Count > 0) return new Measurement.Measured(whole ?? Figures.Sum(members.Select(m => m.Value)), members, stated);
        return stated is not null ? new Measurement.StatedOnly(stated) : new Measurement.NotSupplied();
    }

    private static bool TryFigure(string text, out Rational value)
    {
        value = text == "yes" ? 1 : 0;
        return text is "yes" or "no" || Rational.TryParse(text, out value);
    }

    /// <summary>Figures by part.</summary>
    private sealed class PartsShape : Shape<Figures>
    {
        private static readonly MapShape<Rational> ByKey = new(PartKey, Figure);

        public override bool TryRead(DocumentNode node, Spot spot, out Figures value)
        {
            var read = ByKey.TryRead(node, spot, out var parts);
            value = new(parts);
            return read && NoAnswers(node, spot);
        }

        /// <summary>Only a question is answered; of anything else, yes would count as 1.</summary>
        private static bool NoAnswers(DocumentNode node, Spot spot)
        {
            var words = ((MapNode)node).Entries.Where(e => e.Key.Text != YesNo.Answer && e.Value is ScalarNode { Text: "yes" or "no" }).ToList();
            foreach (var (key, value) in words)
                spot.Key(key.Text).Report(value, ReturnFileProblems.WordsForFigure, "a figure, such as 143 or 12.5", Describe.Text(((ScalarNode)value).Text));
            return words.Count == 0;
        }

        public override DocumentNode Write(Figures value) => ByKey.Write([.. value.All]);

        public override MapNode Schema(SchemaBook book) => ByKey.Schema(book);
    }

    /// <summary>A stated level with the places it is stated to; words are refused by a name of their own.</summary>
    private sealed class StatedShape : Shape<StatedLevel>
    {
        private const string Expected = "a figure, such as 96.62 % or 4.86";

        public override bool TryRead(DocumentNode node, Spot spot, out StatedLevel value)
        {
            value = new(Rational.Zero, 0);
            if (node is not ScalarNode { Kind: not ScalarKind.Null } scalar)
            {
                spot.Report(node, ShapeProblems.WrongKind, Expected, Describe.Kind(node));
                return false;
            }

            if (scalar.Text is "yes" or "no")
            {
                value = new(scalar.Text == "yes" ? 1 : 0, 0) { IsAnswer = true };
                return true;
            }

            var isPerCent = scalar.Text.EndsWith('%');
            var figure = isPerCent ? scalar.Text[..^1].TrimEnd() : scalar.Text;
            if (!Rational.TryParse(figure, out var level))
            {
                var isWords = Meant.IsWords(figure);
                var expected = isWords ? $"{Expected}; where there is none, 'no activity' or 'not supplied'" : Describe.Expected(Expected, Meant.Figure(figure));
                spot.Report(node, isWords ? ReturnFileProblems.WordsForFigure : ShapeProblems.BadValue, expected, Describe.Text(scalar.Text));
                return false;
            }

            var point = figure.IndexOf('.');
            value = new(level, point < 0 ? 0 : figure.Length - point - 1) { IsPerCent = isPerCent };
            return true;
        }

        public override DocumentNode Write(StatedLevel value) => value switch
        {
            { IsPerCent: true } => Text($"{value} %"),
            { IsAnswer: true } => Text(value.ToString()),
            _ => new ScalarNode(value.ToString(), ScalarKind.Number),
        };

        public override MapNode Schema(SchemaBook book) => Map(
            ("type", Texts(["number", "string"])),
            ("pattern", Text(@"^(-?\d{1,18}(\.\d{1,12})?( ?%)?|yes|no)$")),
            ("description", Text(Expected)));
    }
}
