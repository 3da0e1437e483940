using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;

namespace SlaMonitor.Service.Formats.Templates;

/// <summary>The facts of one indicator: each figure of its measure, by member where the contract lists them, the level as
/// stated, and the two ways to say that there is no figure.</summary>
internal static class IndicatorRows
{
    private const string YesOrNo = "yes or no";
    private const int RowsForOutages = 5;

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
            .. measure is Availability ? Outages(indicator) : [],
            .. StandsAtADay(indicator) ? [AsAt(indicator)] : Enumerable.Empty<TemplateRow>(),
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

    /// <summary>Rows for a log of outages, which the sender may give instead of the minutes; more may be added.</summary>
    private static IEnumerable<TemplateRow> Outages(Indicator indicator) => Enumerable.Range(1, RowsForOutages).Select(number => Row(indicator, "outage", Filling.Text) with
    {
        Description = number == 1
            ? "instead of the minutes, one row for each outage, such as 2024-06-03 09:10 to 2024-06-03 10:25, 120 of 480 users; ', maintenance' at the end where it is; unprotect the sheet to add rows"
            : "another outage, if there was one",
        Unit = "from and to, local time",
        IsOptional = true,
    });

    /// <summary>What is counted on one day may have been counted on another than the period's last.</summary>
    private static bool StandsAtADay(Indicator indicator) => indicator.Measure is Stock || indicator.Trajectory is not null;

    private static TemplateRow AsAt(Indicator indicator) => Row(indicator, "as at", Filling.Date) with
    {
        Description = "the day the figures stand at, where it is not the last of the period",
        Unit = "date",
        IsOptional = true,
    };

    private static TemplateRow Silence(Indicator indicator, string figure, string description, bool before) =>
        Row(indicator, figure, Filling.YesNo) with { Description = description, Unit = YesOrNo, Previous = before ? "yes" : "", IsOptional = true };

    private static Filling Stated(Indicator indicator) => indicator.Measure is YesNo ? Filling.YesNo : Filling.Level;

    private static TemplateRow Row(Indicator indicator, string figure, Filling filling) =>
        new(indicator.Code, Formats.Returns.FactName.InTable(figure), filling) { Title = indicator.Title };
}
