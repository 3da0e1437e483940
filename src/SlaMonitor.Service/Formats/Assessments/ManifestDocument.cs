using NodaTime;
using NodaTime.Text;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Shapes;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>Manifests of assessments as JSON, canonical and read back.</summary>
public static class ManifestDocument
{
    public const string SchemaId = "https://sla-monitor.example/schema/manifest-1.json";

    private static readonly ScalarShape<string> Hash = new(
        "a SHA-256 in lower-case hexadecimal", "^[0-9a-f]{64}$",
        (string text, out string value) => (value = text).Length == 64 && text.All(char.IsAsciiHexDigitLower), text => text, mayLookLikeFigure: true);

    private static readonly ScalarShape<Instant> Moment = new(
        "an instant in UTC, such as 2024-05-03T09:12:45.1234567Z", @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$",
        (string text, out Instant value) => InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out value), InstantPattern.ExtendedIso.Format);

    private static readonly RecordShape<Manifest> Shape = Build();

    public static string WriteJson(Manifest manifest) => JsonText.Write(Shape.Write(manifest), indented: false);

    /// <exception cref="FormatException">The text is no manifest. Stored ones are.</exception>
    public static Manifest ReadJson(string json) => StoredJson.Read(Shape, json, "No manifest");

    public static string Schema() => JsonText.Write(SchemaBook.Of(Shape, SchemaId, "SLA Monitor manifest of an assessment"));

    private static RecordShape<Manifest> Build()
    {
        var shape = new RecordShape<Manifest>("manifest", "An assessment: what it was made from, and the result of every period by hash.");
        var number = shape.Required("number", Scalars.Whole(1, 99_999_999), m => m.Number, "Of the contract's assessments.");
        var madeAt = shape.Required("madeAt", Moment, m => m.MadeAt, "When it was made.");
        var asOf = shape.Required("asOf", Scalars.Day, m => m.AsOf, "The local day as of which it was assessed.");
        var engine = shape.Required("engine", Scalars.Line, m => m.Engine, "The version of the rules.");
        var tzdb = shape.Required("tzdb", Scalars.Line, m => m.Tzdb, "The version of the time zone data.");
        var calendar = shape.Required("bankHolidays", Scalars.Line, m => m.Calendar, "The version of the bank holidays.");
        var end = shape.Required("end", Scalars.Day, m => m.End, "The last day of the term as it is known on that day.");
        var points = shape.Required("points", Scalars.Whole(0, int.MaxValue), m => m.Points, "Service Points of all periods.");
        var payable = shape.Required("payable", Scalars.SignedPounds, m => m.Payable, "Service Credits of all periods that can be told, in pounds ex VAT.");
        var versions = shape.OptionalList("versions", Pins(), m => AsMap(m.Versions), "The contract versions by the day they took effect.");
        var returns = shape.OptionalList("returns", Pins(), m => AsMap(m.Returns), "The returns that stood.");
        var decisions = shape.OptionalList("decisions", Pins(), m => AsMap(m.Decisions), "The decisions by number.");
        var periods = shape.OptionalList("periods", Pins(), m => AsMap(m.Periods), "The result of each ended Service Period.");
        var sums = shape.OptionalList("sums", new ListShape<PeriodInSum>(PeriodInSumShape.Shape), m => m.Sums, "The same periods in sum, in the same order.");
        var alerts = shape.OptionalList("alerts", new ListShape<string>(Scalars.Line), m => m.Alerts, "The alerts that arise from it, by the first 16 digits of their keys' hashes.");
        var texts = shape.OptionalList("texts", new ListShape<string>(Scalars.Line), m => m.Texts, "What each of them says, by the first 8 digits of its hash.");
        var dates = shape.OptionalList("dates", new ListShape<CalendarEntry>(EntryShape()), m => m.Dates, "What calendars are told of the contract's dates.");
        return shape.BuiltBy(v => new(v.Get(number), v.Get(madeAt), v.Get(asOf), v.Get(engine), v.Get(tzdb), v.Get(calendar))
        {
            End = v.Get(end),
            Points = v.Get(points),
            Payable = v.Get(payable),
            Versions = AsPins(v.Get(versions)),
            Returns = AsPins(v.Get(returns)),
            Decisions = AsPins(v.Get(decisions)),
            Periods = AsPins(v.Get(periods)),
            Sums = v.Get(sums),
            Alerts = v.Get(alerts),
            Texts = v.Get(texts),
            Dates = v.Get(dates),
        });
    }

    private static RecordShape<CalendarEntry> EntryShape()
    {
        var shape = new RecordShape<CalendarEntry>("calendarEntry", "A date of the contract as calendars have been told of it.");
        var key = shape.Required("key", Scalars.Line, e => e.Key, "Which date, whatever day it falls on.");
        var title = shape.Required("title", Scalars.Line, e => e.Title, "What it is.");
        var note = shape.Required("note", Scalars.Prose, e => e.Note, "Where it comes from and how certain it is.");
        var day = shape.Required("day", Scalars.Day, e => e.Day, "The day.");
        var sequence = shape.Required("sequence", Scalars.Whole(0, 99_999_999), e => e.Sequence, "One more with each change.");
        var withdrawn = shape.Optional("withdrawn", Scalars.Flag, e => e.IsWithdrawn, false, "True where it is a date of the contract no more.");
        var changedAt = shape.Required("changedAt", Moment, e => e.ChangedAt, "When that came to be.");
        return shape.BuiltBy(v => new(v.Get(key), v.Get(title), v.Get(note), v.Get(day), v.Get(sequence), v.Get(withdrawn), v.Get(changedAt)));
    }

    private static MapShape<string> Pins() => new(Scalars.Line, Hash);

    private static IReadOnlyList<KeyValuePair<string, string>> AsMap(IReadOnlyList<Pinned> pins) => [.. pins.Select(p => KeyValuePair.Create(p.Name, p.Sha256))];

    private static IReadOnlyList<Pinned> AsPins(IReadOnlyList<KeyValuePair<string, string>> map) => [.. map.Select(p => new Pinned(p.Key, p.Value))];
}
