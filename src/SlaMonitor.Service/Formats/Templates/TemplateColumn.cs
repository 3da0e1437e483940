namespace SlaMonitor.Service.Formats.Templates;

/// <summary>A column of a template, by the name that returns are read by.</summary>
/// <param name="Width">In characters, as spreadsheets count it.</param>
internal sealed record TemplateColumn(string Name, int Width, Func<TemplateRow, string> Text)
{
    public const string Value = "value";
    public const string Comment = "comment";

    public static IReadOnlyList<TemplateColumn> Of(ReturnTemplate template) =>
    [
        new("indicator", 12, r => r.Indicator),
        new("title", 28, r => r.Title),
        .. template.HasMembers ? [new("member", 18, r => r.Member)] : Array.Empty<TemplateColumn>(),
        new("figure", 14, r => r.Figure),
        new("description", 46, r => r.Description),
        new("unit", 11, r => r.Unit),
        new(Value, 18, r => r.Value),
        .. template.Previous is null ? Array.Empty<TemplateColumn>() : [new("previous", 14, r => r.Previous)],
        new(Comment, 40, _ => ""),
    ];
}
