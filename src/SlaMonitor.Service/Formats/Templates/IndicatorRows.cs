using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;

namespace SlaMonitor.Service.Formats.Templates;

/// <summary>The facts of one indicator: each figure of its measure, by member where the contract lists them, the level as
/// stated, and the two ways to say that there is no figure.</summary>
internal static class IndicatorRows
{
    private const string YesOrNo = "yes or no";

    /// <summary>None for a composite, which is computed and never supplied.</summary>
    public static IEnumerable<TemplateRow> Of(Indicator indicator, SaidBefore said)
    {
        if (indicator.Measure is not { } measure) return [];
        IReadOnlyList<string> members = indicator.Breakdown is { Members: { Count: > 0 } listed } ? listed : [""];
        return
        [
            .. members.SelectMany(member => measure.Parts.Select(part => Part(indicator, part, member, said))),
            Row(indicator, "stated", Stated(indicator)) with
            {
                Description = measure.Parts.Count == 0 ? measure.Rule : $"the level as you state it: {measure.Rule}",
                Unit = measure is YesNo ? YesOrNo : indicator.Unit.Name,
                Previous = said.Stated(indicator.Code),
                IsOptional = measure.Parts.Count > 0,
            },
            Silence(indicator, "no activity", "yes where there was nothing to measure; then leave the figures empty", said.HadNoActivity(indicator.Code)),
            Silence(indicator, "not supplied", "yes where no figure can be given; then leave the figures empty", said.WasNotSupplied(indicator.Code)),
        ];
    }

    private static TemplateRow Part(Indicator indicator, Part part, string member, SaidBefore said) => Row(indicator, part.Key, TemplateRow.Of(part.Kind)) with
    {
        Member = member,
        Description = part.IsOptional ? $"{part.Label}; leave empty where there was none" : part.Label,
        Unit = part.Kind switch
        {
            PartKind.Count => "number",
            PartKind.Minutes => "minutes",
            PartKind.Answer => YesOrNo,
            _ => "figure",
        },
        Previous = said.Figure(indicator.Code, member, part.Key, part.Kind == PartKind.Answer),
        IsOptional = part.IsOptional,
    };

    private static TemplateRow Silence(Indicator indicator, string figure, string description, bool before) =>
        Row(indicator, figure, Filling.YesNo) with { Description = description, Unit = YesOrNo, Previous = before ? "yes" : "", IsOptional = true };

    private static Filling Stated(Indicator indicator) => indicator.Measure is YesNo ? Filling.YesNo : Filling.Level;

    private static TemplateRow Row(Indicator indicator, string figure, Filling filling) =>
        new(indicator.Code, Formats.Returns.FactName.InTable(figure), filling) { Title = indicator.Title };
}
