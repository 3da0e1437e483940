using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>What is measured, and how the level is worked out from the supplier's figures.</summary>
internal static class MeasureInEnglish
{
    public static string Of(Measure measure, Indicator indicator, DatedTerms dated) => measure switch
    {
        RatioOfCounts { Of: { } of } ratio => $"It is the share of cases that count: {Phrases.Quoted(of)} divided by {AllCases(ratio)}",
        RatioOfCounts ratio => $"It is the share of cases that count: {Phrases.Quoted(ratio.To)} less {Phrases.Quoted(ratio.AllBut!)}, divided by {AllCases(ratio)}",
        AverageOfCases average => $"It is an average over cases: the sum of all {Phrases.Quoted(average.Of)} divided by the number of {Phrases.Quoted(average.Cases)}.",
        StatedPercentile percentile when indicator.Evidence is not null => $"It is the {Phrases.Ordinal(percentile.Rank)} percentile of {Phrases.Quoted(percentile.Of)}. {Percentile(percentile.Definition)}",
        StatedPercentile percentile => $"The supplier states the {Phrases.Ordinal(percentile.Rank)} percentile of {Phrases.Quoted(percentile.Of)} without the cases behind it, so nobody can work it out again. {Percentile(percentile.Definition)}",
        Availability availability => Availability(availability, indicator, dated),
        MeanOfScale mean => $"It is the mean of {Phrases.Quoted(mean.Of)} on a scale from {Phrases.Figure(mean.Lowest)} to {Phrases.Figure(mean.Highest)}: the sum of all of them divided by the number of responses.",
        Count count => $"It is a count of {Phrases.Quoted(count.Of)} over the Service Period.",
        Stock stock => $"It is the number of {Phrases.Quoted(stock.Of)} there are on the last day of the Service Period.",
        StatedValue stated => $"The supplier states {Phrases.Quoted(stated.Of)} without the figures behind it, so nobody can work it out again.",
        YesNo yesNo => $"It is a question answered yes or no: {Phrases.Quoted(yesNo.Question)}",
        _ => throw new InvalidOperationException($"{measure.GetType().Name} has no words yet."),
    };

    private static string AllCases(RatioOfCounts ratio) => ratio.OpenOverdue is { } open
        ? $"{Phrases.Quoted(ratio.To)} and {Phrases.Quoted(open)} together. The latter are overdue and still open, and count as failed in every Service Period until they are closed."
        : $"{Phrases.Quoted(ratio.To)}.";

    private static string Percentile(PercentileDefinition definition) => definition switch
    {
        PercentileDefinition.NearestRank => "That is the least value that so many per cent of all cases do not exceed.",
        PercentileDefinition.LinearInterpolation => "Between two cases it lies on the straight line from one to the other, the least case being 0 % and the greatest 100 %, as spreadsheets reckon.",
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "Not a definition of a percentile."),
    };

    private static string Availability(Availability availability, Indicator indicator, DatedTerms dated)
    {
        var hours = availability.Calendar is { } name
            ? $"those of the Service Period within {Phrases.Quoted(name)} hours"
            : "all those of the Service Period, around the clock, as the contract file names no service hours";
        return $"It is availability: the minutes agreed less the minutes of downtime, divided by the minutes agreed. The minutes agreed are {hours}{Minutes(availability, indicator, dated)}. {Maintenance(availability.PermittedMaintenanceMinutes)} {Outages(availability)}";
    }

    private static string Minutes(Availability availability, Indicator indicator, DatedTerms dated) =>
        dated.First is { } first && indicator.AppliesOn(first.Period.First) && first.AgreedMinutes(availability) is { } minutes
            ? $"; {first.Period.InWords()} has {Phrases.Figure(minutes)}"
            : "";

    private static string Maintenance(int minutes) => minutes == 0
        ? "The contract file allows for no maintenance, so all of it counts as downtime."
        : $"Up to {Length(minutes)} of maintenance in a Service Period is permitted: it is taken out of the minutes agreed and is no downtime. Maintenance beyond that is downtime, and what is not used is not carried over.";

    private static string Outages(Availability availability)
    {
        var partial = availability.Partial == PartialOutages.ByUsers
            ? "An outage counts with the share of the users it affects"
            : "An outage counts in full, however many users it affects";
        var window = availability.MaintenanceWindow is { } name
            ? $" Maintenance outside {Phrases.Quoted(name)} hours is downtime."
            : "";
        return $"Where a return lists outages instead, each minute counts once. {partial}.{window}";
    }

    private static string Length(int minutes) => minutes % 60 == 0 ? (minutes / 60).Counted("hour") : minutes.Counted("minute");
}
