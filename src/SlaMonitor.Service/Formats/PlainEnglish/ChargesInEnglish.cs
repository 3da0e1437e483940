using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The Service Charges, where the contract file gives them or says where they come from.</summary>
internal static class ChargesInEnglish
{
    public static IEnumerable<Section> Of(DatedTerms dated) => dated.Terms.Charges is { } charges
        ? [new("Service Charges", [new(null, string.Join(' ', Sentences(charges, dated)))])]
        : [];

    private static IEnumerable<string> Sentences(Charges charges, DatedTerms dated)
    {
        yield return charges switch
        {
            Charges.Fixed fixedSum => $"The Service Charges are {fixedSum.PerPeriod} for every Service Period, excluding VAT and before any credit.",
            Charges.FromReturn => "The supplier's return states the Service Charges of its Service Period, excluding VAT and before any credit.",
            _ => throw new InvalidOperationException("The set of charges is closed."),
        };
        if (charges is Charges.Fixed sum && PartPeriods(sum, dated) is { } part) yield return part;
        if (charges.EstimatedFirstYear is { } estimate)
            yield return $"For the first contract year they are estimated at {estimate}.";
    }

    private static string? PartPeriods(Charges.Fixed charges, DatedTerms dated) => charges.PartPeriods switch
    {
        PartPeriodCharge.Whole => "A part period is charged whole.",
        PartPeriodCharge.ByDays => "A part period is charged by its days, as a share of the days of the whole one.",
        null when dated.Periods.Any(p => p.IsPartial) => "The contract file does not say what a part period is charged; SLA Monitor then charges it whole.",
        _ => null,
    };
}
