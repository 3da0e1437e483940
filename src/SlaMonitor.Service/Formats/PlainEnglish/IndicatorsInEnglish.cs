using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Composites;
using SlaMonitor.Domain.Contracts.Measures;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The indicators: how many there are, and each one by itself.</summary>
internal static class IndicatorsInEnglish
{
    public static Section Overview(ContractTerms terms)
    {
        var kinds = terms.Indicators.GroupBy(i => i.Kind).OrderBy(g => g.Key).ToList();
        var counts = kinds.Select(kind => $"{Phrases.Number(kind.Count())} {Noun(kind.Key, kind.Count())}");
        var many = terms.Indicators.Count == 1
            ? $"There is one indicator, a {Noun(kinds[0].Key, 1)}."
            : $"There are {Phrases.Count(terms.Indicators.Count, "indicator")}: {Phrases.And(counts)}.";
        return new("Indicators", [new(null, $"{many} {string.Join(' ', kinds.Select(k => Meaning(k.Key)))}")]);
    }

    public static Section Of(Indicator indicator, DatedTerms dated) => new(
        $"{indicator.Code}: {indicator.Title}",
        [.. Texts(indicator, dated).Where(text => text.Length > 0).Select(text => new Paragraph(indicator.Clause, text))]);

    private static IEnumerable<string> Texts(Indicator indicator, DatedTerms dated) =>
    [
        $"{Standing(indicator)} {Source(indicator, dated)} {Scale(indicator)}".TrimEnd(),
        $"{TargetInEnglish.Of(indicator, dated.Terms)} {NoActivity(indicator)}".TrimEnd(),
        indicator.Evidence is { } evidence ? EvidenceInEnglish.Of(evidence) : "",
        indicator is { LowVolume: { } low, Measure: RatioOfCounts ratio } ? LowVolume(low, ratio, indicator) : "",
        indicator.MeasurementPeriod is { } period ? MeasurementPeriodInEnglish.Of(period, dated) : "",
        Breakdown(indicator),
        indicator.PopulationTolerance is { } tolerance ? $"Where the number of cases differs by more than {tolerance} from that of the Service Period before, the return is questioned." : "",
        .. dated.Terms.Draft.Wholes.Where(w => w.Parts.Contains(indicator.Code)).Select(w => $"It is a share of {Phrases.Quoted(w.Name)}, with {Phrases.And(w.Parts.Where(p => p != indicator.Code).DefaultIfEmpty("no other"))}: where they come to more than 100 % together, the return is questioned."),
        InForce(indicator),
    ];

    private static string Standing(Indicator indicator)
    {
        var group = indicator.Group is { } name ? $", reported under {Phrases.Quoted(name)}" : "";
        return indicator.Kind switch
        {
            IndicatorKind.Kpi => $"A KPI{group}.",
            IndicatorKind.SubsidiaryPi => $"A subsidiary PI{group}.",
            IndicatorKind.InformationOnly => $"A figure for information only{group}.",
            IndicatorKind.Composite => $"A composite indicator{group}.",
            _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator.Kind, "Not a kind of indicator."),
        };
    }

    private static string Source(Indicator indicator, DatedTerms dated) => indicator.Source switch
    {
        Measure measure => MeasureInEnglish.Of(measure, indicator, dated),
        Combination combination => CombinationInEnglish.Of(combination, dated.Terms),
        _ => throw new InvalidOperationException("The set of sources is closed."),
    };

    private static string Scale(Indicator indicator)
    {
        if (indicator.IsAnswer) return "";
        return $"It is given {LevelInEnglish.In(indicator.Unit)}, shown to {Phrases.Places(indicator.Decimals)}{Better(indicator)}.";
    }

    private static string Better(Indicator indicator) => indicator.Better switch
    {
        Polarity.Higher => "; higher is better",
        Polarity.Lower => "; lower is better",
        Polarity.NearestTo when indicator.Ladder is { Best: { } best } => $"; the nearer to {LevelInEnglish.Of(indicator, best)}, the better",
        Polarity.NearestTo => "; nearest to a stated level is best",
        _ => "; neither more nor less of it is better",
    };

    private static string LowVolume(LowVolume low, RatioOfCounts ratio, Indicator indicator)
    {
        var mayFail = low.Allow switch
        {
            0 => "none of them may fail",
            1 => "only 1 of them may fail",
            _ => $"up to {Phrases.Figure(low.Allow)} of them may fail",
        };
        var failing = indicator.Better == Polarity.Lower ? "A case fails here where it counts towards the level. " : "";
        return $"With fewer than {Phrases.Figure(low.Under)} {Phrases.Quoted(ratio.To)} in a Service Period the level does not decide: {mayFail} if the target is to be met. {failing}Where more fail, the level decides after all how grave it is, and where the level alone would be on target it is the mildest failure. From {Phrases.Figure(low.Under)} on only the level decides.";
    }

    private static string Breakdown(Indicator indicator)
    {
        if (indicator.Breakdown is not { } breakdown) return "";
        var members = breakdown.Members.Count == 0 ? "The contract file does not list the members, so SLA Monitor takes those that a return names." : $"They are {Phrases.And(breakdown.Members)}.";
        return $"Its figures are given by {breakdown.By} and added up before the level is worked out. {members}";
    }

    private static string NoActivity(Indicator indicator)
    {
        if (indicator is { HasTarget: false } or { Measure: null }) return "";
        return indicator.WhenNoActivity == NoActivityRule.Met
            ? "In a Service Period with nothing to measure the target counts as met."
            : "Nothing else being stated, a Service Period with nothing to measure is not scored.";
    }

    private static string InForce(Indicator indicator) => (indicator.Introduced, indicator.Retired) switch
    {
        ({ } from, { } to) => $"It applies to Service Periods that begin from {Phrases.Date(from)} to {Phrases.Date(to)}.",
        ({ } from, null) => $"It applies to Service Periods that begin on or after {Phrases.Date(from)}.",
        (null, { } to) => $"It applies to Service Periods that begin on or before {Phrases.Date(to)}.",
        _ => "",
    };

    private static string Noun(IndicatorKind kind, int count) => kind switch
    {
        IndicatorKind.Kpi => count == 1 ? "KPI" : "KPIs",
        IndicatorKind.SubsidiaryPi => count == 1 ? "subsidiary PI" : "subsidiary PIs",
        IndicatorKind.InformationOnly => count == 1 ? "figure for information only" : "figures for information only",
        IndicatorKind.Composite => count == 1 ? "composite indicator" : "composite indicators",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of indicator."),
    };

    private static string Meaning(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Kpi => "A KPI can cost Service Points when it fails.",
        IndicatorKind.SubsidiaryPi => "A subsidiary PI is measured and published, but never costs points by itself.",
        IndicatorKind.InformationOnly => "A figure for information has no target.",
        IndicatorKind.Composite => "A composite indicator is worked out from other indicators.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of indicator."),
    };
}
