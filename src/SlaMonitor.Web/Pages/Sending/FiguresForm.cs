using SlaMonitor.Service.Formats.Templates;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Pages.Design;
using SlaMonitor.Web.Pages.Layout;

namespace SlaMonitor.Web.Pages.Sending;

/// <summary>Between the fields of the form and the rows of the template.</summary>
public static class FiguresForm
{
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

    /// <summary>What whoever fills it in is asked; the service knows the rest.</summary>
    public static bool IsAsked(TemplateRow row) =>
        row is { Filling: not Filling.Given, Figure: not ("revision" or "submitted on" or NoActivity or NotSupplied) };

    public static byte[] Csv(ReturnTemplate template, Filled filled, NodaTime.LocalDate today)
    {
        var values = template.Rows.Select((row, i) => Value(row, i, filled, today)).ToList();
        var comments = template.Rows.Select(r => r.Indicator).Where(i => i.Length > 0).Distinct().ToDictionary(i => i, i => filled[CommentField(i)], StringComparer.Ordinal);
        return FilledTemplate.Csv(template, values, comments);
    }

    /// <summary>What was found, at the fields; what is of no field stands at the first.</summary>
    public static Filled With(this Filled filled, ReturnTemplate template, IEnumerable<Finding> errors)
    {
        foreach (var error in errors)
        {
            var row = error.Line is { } line && line - 2 < template.Rows.Count ? template.Rows[line - 2] : null;
            var field = row is null ? FirstField(template) : IsAsked(row) ? RowField(error.Line!.Value - 2) : row.Indicator.Length > 0 ? SilenceField(row.Indicator) : FirstField(template);
            if (filled.ErrorOf(field) is null) filled = filled.And(field, $"{NameOf(row)}: must be {error.Expected}, not {error.Found}");
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
