using System.Globalization;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>The period an indicator is measured over, where it is longer than a Service Period.</summary>
internal static class MeasurementPeriodInEnglish
{
    public static string Of(MeasurementPeriod period, DatedTerms dated) => $"{Span(period, dated)} {Taken(period.Taken)} {Scored(period)}";

    private static string Span(MeasurementPeriod period, DatedTerms dated) => period switch
    {
        MeasurementPeriod.Every every => $"Its Measurement Period is {Phrases.Count(every.Months, "month")}, one after another, beginning in {Phrases.And(Months(every, dated))}{(every.AnchorMonth is null ? ", as the contract year does" : "")}.",
        MeasurementPeriod.Rolling rolling => $"Its Measurement Period is the last {Phrases.Count(rolling.Periods, "Service Period")}, over again in each.",
        _ => throw new InvalidOperationException($"{period.GetType().Name} has no words yet."),
    };

    private static IEnumerable<string> Months(MeasurementPeriod.Every every, DatedTerms dated)
    {
        var anchor = every.AnchorMonth ?? dated.Periods[0].Month.Month;
        for (var month = ((anchor - 1) % every.Months) + 1; month <= 12; month += every.Months)
            yield return CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
    }

    private static string Taken(TakenTogether taken) => taken switch
    {
        TakenTogether.Pooled => "The figures of its Service Periods are added up, and the level is worked out once, from the sums.",
        TakenTogether.Averaged => "Its level is the mean of the levels of those of its Service Periods that have one, each counting alike.",
        TakenTogether.ReportedAtEnd => "The return of its last Service Period gives the figures of the whole; the returns before it give none.",
        _ => throw new ArgumentOutOfRangeException(nameof(taken), taken, "Not a way to take Service Periods together."),
    };

    private static string Scored(MeasurementPeriod period) => period switch
    {
        MeasurementPeriod.Rolling { UntilFull: UntilFull.NotScored } => "It is scored in every Service Period once so many have passed, and not before.",
        MeasurementPeriod.Rolling => "It is scored in every Service Period; while fewer have passed, over those there are.",
        _ => "It is scored in the Service Period that its Measurement Period ends in, and in no other; failures follow one another by Measurement Period. Where the indicator or the contract ends earlier, its last Measurement Period ends with it.",
    };
}
