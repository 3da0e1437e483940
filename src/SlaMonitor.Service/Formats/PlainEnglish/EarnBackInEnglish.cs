using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>When a credit is returned to the supplier.</summary>
internal static class EarnBackInEnglish
{
    public static string Of(EarnBack terms, ContractTerms contract)
    {
        var levels = Phrases.And(terms.Levels.Select(l => Level(contract.Find(l.Key)!, l.Value)));
        var periods = terms.SustainedPeriods == 1 ? "in a Service Period" : $"in {Phrases.Count(terms.SustainedPeriods, "Service Period")} in a row";
        var when = terms.WithinPeriods == terms.SustainedPeriods
            ? "right after the one credited"
            : $"after the one credited and by the {Phrases.Order(terms.WithinPeriods - 1)} at the latest";
        var used = terms.UsedCap == UsedCap.Stays ? "still counts against caps" : "no longer counts against caps in later Service Periods";
        return $"An indicator earns its credit back by {levels} {periods} {when}: {terms.Share} of what was credited for it is returned, down to the penny, on the statement of the last of them; the earlier statement stays as it is. What is returned {used}. A Service Period without a level sustains nothing.";
    }

    private static string Level(Indicator indicator, Domain.Numbers.Rational level) =>
        $"{indicator.Code} {LevelInEnglish.Of(indicator, level)} or {((indicator.Ladder?.Better ?? indicator.Better) == Polarity.Lower ? "less" : "more")}";
}
