using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Outages;

namespace SlaMonitor.Domain.Returns;

/// <summary>Everything wrong with a list of outages. Paths are relative to its indicator.</summary>
internal static class OutageChecks
{
    /// <param name="ofFigures">What is wrong with the figures that the outages come to.</param>
    public static IEnumerable<Problem> Of(Indicator indicator, Measurement.Logged logged, PeriodTerms terms, Func<Measurement.Measured, IEnumerable<Problem>> ofFigures)
    {
        if (indicator.Measure is not Availability measure)
            return [new(ReturnProblems.OutagesWithoutAvailability, "outages", "the figures of its measure", logged.Outages.Count.Counted("outage"))];
        var found = logged.Outages.SelectMany((outage, i) => One(outage, terms).Select(p => p.Under($"outages[{i}]"))).ToList();
        return found.Any(p => p.IsError) || OutageLog.Of(measure, terms, logged.Outages) is not { } log
            ? found
            : found.Concat(ofFigures(new(log.Figures, [], logged.Stated)));
    }

    private static IEnumerable<Problem> One(Outage outage, PeriodTerms terms)
    {
        var (from, to) = OutageLog.Times(outage, terms.Terms);
        var doubtful = new[] { (Text: outage.From, At: from), (Text: outage.To ?? "", At: to) }.Where(t => t.At is { Flag: not LocalTimeFlag.AsWritten }).ToList();
        foreach (var (text, at) in doubtful) yield return Doubtful(text, at!);
        if (outage.Affected is var (users, of) && (of == 0 || users > of))
            yield return new(FigureProblems.PartExceedsWhole, "", of == 0 ? "users of more than 0" : $"at most {of}, the number of users", $"{users} of {of}");
        if (from.Instant is not { } start || (to is not null && to.Instant is null)) yield break;
        var period = terms.Period.Between(terms.Terms.Zone);
        if (to?.Instant is { } end && end <= start)
            yield return new(ReturnProblems.OutageBackwards, "", $"an end after {outage.From}", outage.To!);
        else if (start >= period.End || to?.Instant <= period.Start)
            yield return new(ReturnProblems.OutageOutsidePeriod, "", $"an outage in {terms.Period.InWords()}", $"{outage}");
    }

    private static Problem Doubtful(string text, ResolvedTime time)
    {
        var (expected, why) = time.Flag == LocalTimeFlag.DidNotExist ? ("a local time that there is", "skipped by the clock change") : ("a local time that comes once", "comes twice as the clocks go back");
        return time.Instant is { } taken
            ? new(ReturnProblems.LocalTimeDoubtful, "", $"{expected}, or one with Z or an offset", $"{text}, {why}; taken for {taken.ToString("uuuu-MM-dd'T'HH:mm'Z'", null)}")
            : new(ReturnProblems.LocalTimeRefused, "", $"{expected}, or one with Z or an offset", $"{text}, {why}");
    }
}
