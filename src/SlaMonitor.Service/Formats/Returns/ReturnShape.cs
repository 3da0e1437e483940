using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Shapes;

namespace SlaMonitor.Service.Formats.Returns;

/// <summary>A whole return, as JSON writes it; CSV holds the same facts, one a row.</summary>
public static class ReturnShape
{
    private static readonly ScalarShape<string> PeriodName = new(
        Expected, @"^\d{4}-\d{2}$", (string text, out string value) => Scalars.TryMonth(value = text, out _), text => text, meant: Meant.Month);

    private const string Expected = "a Service Period by the month it begins in, such as 2024-04";

    /// <summary>As files say it that are sent.</summary>
    public static Shape<SupplierReturn> Sent { get; } = Build(new(Scalars.IndicatorCode, MeasurementShape.Sent));

    /// <summary>As its facts are stored: what tickets came to among them.</summary>
    public static Shape<SupplierReturn> Stored { get; } = Build(new(Scalars.IndicatorCode, MeasurementShape.Stored));

    private static RecordShape<SupplierReturn> Build(MapShape<ReturnedIndicator> ofIndicators)
    {
        var shape = new RecordShape<SupplierReturn>("return", "What a supplier sends after a Service Period. A higher revision replaces a lower one whole.");
        var contract = shape.Required("contract", Scalars.ContractCode, r => r.Contract, "The contract's code.");
        var period = shape.Required("period", Scalars.Month, r => r.Month, "The Service Period by the month it begins in.");
        var revision = shape.Optional("revision", Scalars.Whole(1, 999), r => r.Revision, 1, "1 for the first return of a period, then one more each time it is sent again.");
        var submittedOn = shape.Required("submittedOn", Scalars.Day, r => r.SubmittedOn, "The day the return is dated.");
        var termsFrom = shape.OptionalValue("termsFrom", Scalars.Day, r => r.TermsFrom, "The effective date of the contract version that the return was written for, as templates give it.");
        var signedOffBy = shape.Optional("signedOffBy", Scalars.Line, r => r.SignedOffBy, "Who answers for the figures.");
        var comment = shape.Optional("comment", Scalars.Prose, r => r.Comment, "What the supplier has to say about the period.");
        var charges = shape.OptionalValue("charges", Scalars.SignedPounds, r => r.Figures.Charges, "The Service Charges of the period ex VAT and before credits, where the contract does not fix them.");
        var indicators = shape.OptionalList("indicators", ofIndicators, r => ByCode(r.Figures.Indicators), "What is said of each indicator, by code.");
        var restates = shape.OptionalList("restates", new MapShape<PeriodFigures>(PeriodName, RestatedShape(ofIndicators)), r => [.. r.Restated.Select(f => KeyValuePair.Create(Domain.Calendars.ServicePeriod.NameOf(f.Month), f))], "Figures that replace those of earlier periods, by period; what is not named stands.");
        return shape.BuiltBy(v => new(
            v.Get(contract), v.Get(revision), v.Get(submittedOn), v.Get(signedOffBy), v.Get(comment),
            new(v.Get(period), v.Get(charges), WithCodes(v.Get(indicators))),
            [.. v.Get(restates).Select(r => r.Value with { Month = MonthOf(r.Key) })])
        {
            TermsFrom = v.Get(termsFrom),
        });
    }

    private static RecordShape<PeriodFigures> RestatedShape(MapShape<ReturnedIndicator> ofIndicators)
    {
        var shape = new RecordShape<PeriodFigures>("restated", "Figures of an earlier period.");
        var charges = shape.OptionalValue("charges", Scalars.SignedPounds, f => f.Charges, "The charges of that period, if they too are restated.");
        var indicators = shape.OptionalList("indicators", ofIndicators, f => ByCode(f.Indicators), "The indicators restated, by code.");
        return shape.BuiltBy(v => v.Get(charges) is null && v.Get(indicators).Count == 0
            ? throw new ContradictionException([new(ShapeProblems.EmptyList, "", "'charges' or 'indicators', or leave the period out", "neither")])
            : new(default, v.Get(charges), WithCodes(v.Get(indicators))));
    }

    private static IReadOnlyList<ReturnedIndicator> WithCodes(IReadOnlyList<KeyValuePair<string, ReturnedIndicator>> indicators) =>
        [.. indicators.Select(i => i.Value with { Code = i.Key })];

    private static IReadOnlyList<KeyValuePair<string, ReturnedIndicator>> ByCode(IReadOnlyList<ReturnedIndicator> indicators) =>
        [.. indicators.Select(i => KeyValuePair.Create(i.Code, i))];

    private static YearMonth MonthOf(string name) => Scalars.TryMonth(name, out var month) ? month : throw new FormatException($"{name} is no period.");
}
