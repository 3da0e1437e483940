using SlaMonitor.Service.Formats.Templates;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Pages.Design;
using SlaMonitor.Web.Pages.Layout;

namespace SlaMonitor.Web.Pages.Sending;

/// <summary>Between the fields of the form and the rows of the template.</summary>
public static class FiguresForm
{
    private const string Outage = "outage";

    public const string NoActivity = "no activity", NotSupplied = "not supplied", Figures = "figures";

    /// <summary>What an indicator has to report; asked once, and not by two rows of yes and no.</summary>
    public static readonly Choice[] Silences =
    [
        new(Figures, "I have figures"), new(NoActivity, "There was nothing to measure"), new(NotSupplied, "I cannot give a figure"),
    ];

    private static readonly string[] Prefixes = ["row-", "silence-", "comment-"];

    public static string RowField(int row) => $"row-{row}";

    public static string SilenceField(string indicator) => $"silence-{indicator}";

    public static string CommentField(string indicator) => $"comment-{indicator}";

    /// <summary>Whether a field is of this form.</summary>
    public static bool IsField(string name) => Prefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal));

    /// <summary>Those of a form that are of this one.</summary>
    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(Filled filled) => filled.Values.Where(f => IsField(f.Key));

    public static bool IsOutage(TemplateRow row) => row.Figure == Outage;

    /// <summary>The rows that a page has a field for, with their places in the template. Of the outages of an indicator one field takes all, a line
    /// each, since nobody knows beforehand how many there were.</summary>
    public static IEnumerable<(TemplateRow Row, int Place)> Asked(ReturnTemplate template) =>
        template.Rows.Select((row, i) => (Row: row, Place: i)).Where(r => IsAsked(r.Row) && (!IsOutage(r.Row) || r.Place == FirstOutage(template, r.Row.Indicator)));

    /// <summary>What whoever fills it in is asked; the service knows the rest.</summary>
    public static bool IsAsked(TemplateRow row) =>
        row is { Filling: not Filling.Given, Figure: not ("revision" or "submitted on" or NoActivity or NotSupplied) };

    public static byte[] Csv(ReturnTemplate template, Filled filled, NodaTime.LocalDate today)
    {
        var lines = Lines(template, filled).ToList();
        var comments = template.Rows.Select(r => r.Indicator).Where(i => i.Length > 0).Distinct().ToDictionary(i => i, i => filled[CommentField(i)], StringComparer.Ordinal);
        return FilledTemplate.Csv(template with { Rows = [.. lines.Select(l => l.Row)] }, [.. lines.Select(l => l.Outage ?? Value(l.Row, l.Place, filled, today))], comments);
    }

    /// <summary>The lines of the file that the form comes to: each row once, and of outages as many as were typed in.</summary>
    /// <returns>Each with the place of its field, and where it is an outage with what was typed.</returns>
    private static IEnumerable<(TemplateRow Row, int Place, string? Outage)> Lines(ReturnTemplate template, Filled filled)
    {
        for (var i = 0; i < template.Rows.Count; i++)
        {
            var row = template.Rows[i];
            if (!IsOutage(row)) yield return (row, i, null);
            else if (i == FirstOutage(template, row.Indicator) && filled[SilenceField(row.Indicator)] is not (NoActivity or NotSupplied))
                foreach (var typed in filled[RowField(i)].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    yield return (row, i, typed);
        }
    }

    private static int FirstOutage(ReturnTemplate template, string indicator) => template.Rows.ToList().FindIndex(r => IsOutage(r) && r.Indicator == indicator);

    /// <summary>What was found, at the fields; what is of no field stands at the first.</summary>
    public static Filled With(this Filled filled, ReturnTemplate template, IEnumerable<Finding> errors)
    {
        var lines = Lines(template, filled).ToList();
        foreach (var error in errors)
        {
            var (row, place, outage) = error.Line is { } line && line >= 2 && line - 2 < lines.Count ? lines[line - 2] : (null, 0, null);
            var field = row is null ? FirstField(template) : IsAsked(row) ? RowField(place) : row.Indicator.Length > 0 ? SilenceField(row.Indicator) : FirstField(template);
            var name = outage is null ? NameOf(row) : $"{row!.Indicator}, outage {1 + lines.Take(error.Line!.Value - 2).Count(l => l.Place == place)}";
            if (filled.ErrorOf(field) is null) filled = filled.And(field, $"{name}: must be {error.Expected}, not {error.Found}");
        }

        return filled;
    }

    private static string NameOf(TemplateRow? row) => row switch
    {
        null => "The return",
        { Indicator: "" } => $"{char.ToUpperInvariant(row.Figure[0])}{row.Figure[1..]}",
        { Filling: Filling.Level } => $"{row.Indicator}, the level as you state it",
        _ => $"{row.Indicator}, {(row.Member.Length > 0 ? $"{row.Member}, " : "")}{row.Description}",
    };

    private static string FirstField(ReturnTemplate template) => RowField(template.Rows.ToList().FindIndex(IsAsked));

    private static string Value(TemplateRow row, int i, Filled filled, NodaTime.LocalDate today) => row switch
    {
        { Filling: Filling.Given } or { Figure: "revision" } => row.Value,
        { Figure: "submitted on" } => $"{today:uuuu-MM-dd}",
        { Figure: NoActivity or NotSupplied } => filled[SilenceField(row.Indicator)] == row.Figure ? "yes" : "",
        { Indicator.Length: > 0 } when filled[SilenceField(row.Indicator)] is NoActivity or NotSupplied => "",
        _ => filled[RowField(i)],
    };
}
