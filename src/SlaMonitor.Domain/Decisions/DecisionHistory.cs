using NodaTime;

namespace SlaMonitor.Domain.Decisions;

/// <summary>All decisions of one contract as known on a day. The order in which they are handed over changes nothing.</summary>
public sealed class DecisionHistory
{
    private readonly IReadOnlyList<Decision> _given;
    private readonly ILookup<(YearMonth, string), Decision.OfResult> _ofResults;

    /// <param name="decisions">Those dated after <paramref name="asOf"/> do not count yet.</param>
    /// <exception cref="ContradictionException">Those that count contradict one another; paths as in
    /// <see cref="DecisionChecks"/>.</exception>
    public DecisionHistory(IReadOnlyList<Decision> decisions, LocalDate asOf)
    {
        _given = decisions;
        ContradictionException.ThrowIfAny(DecisionContradictions.Of(decisions, asOf));
        Known = [.. decisions.Where(d => d.On <= asOf).OrderBy(d => d.On).ThenBy(DecisionContradictions.Turn).ThenBy(Subject, StringComparer.Ordinal)];
        _ofResults = Known.OfType<Decision.OfResult>().ToLookup(d => (d.Month, d.Indicator));
    }

    /// <summary>Those that count, by day.</summary>
    public IReadOnlyList<Decision> Known { get; }

    /// <summary>The options exercised, the first first.</summary>
    public IEnumerable<Decision.OptionExercised> Options => Known.OfType<Decision.OptionExercised>().OrderBy(o => o.Option);

    public Relief? Relief(YearMonth month, string indicator)
    {
        if (_ofResults.Count == 0) return null;
        var told = _ofResults[(month, indicator)].Where(d => d is Decision.ReliefClaimed or Decision.ReliefDecided).ToList();
        return told.Count == 0 ? null : new(
            told.OfType<Decision.ReliefClaimed>().LastOrDefault(), told.OfType<Decision.ReliefDecided>().LastOrDefault(), told[^1] is Decision.ReliefClaimed);
    }

    public Dispute? Dispute(YearMonth month, string indicator)
    {
        if (_ofResults.Count == 0) return null;
        var told = _ofResults[(month, indicator)].Where(d => d is Decision.DisputeOpened or Decision.DisputeResolved).ToList();
        return told.OfType<Decision.DisputeOpened>().LastOrDefault() is { } opened ? new(opened, told[^1] as Decision.DisputeResolved) : null;
    }

    /// <summary>How far the review of a failure has come, which no result tells.</summary>
    public BreachReview Review(YearMonth month, string indicator) => BreachReview.Of(_ofResults[(month, indicator)]);

    public Decision.ChargesWithheld? Withholding(YearMonth month) => Known.Count == 0 ? null : Known.OfType<Decision.ChargesWithheld>().FirstOrDefault(d => d.Month == month);

    /// <summary>What has been paid of the charges of a period, as last recorded.</summary>
    public Decision.ChargesPaid? Paid(YearMonth month) => Known.Count == 0 ? null : Known.OfType<Decision.ChargesPaid>().LastOrDefault(d => d.Month == month);

    /// <summary>Where a decision stands among those handed over: <c>decisions[3]</c>.</summary>
    public string PathOf(Decision decision) => DecisionContradictions.Path(_given.TakeWhile(d => !ReferenceEquals(d, decision)).Count());

    private static string Subject(Decision decision) => decision switch
    {
        Decision.OfResult result => $"{result.Month} {result.Indicator}",
        Decision.ChargesWithheld withheld => $"{withheld.Month}",
        Decision.ChargesPaid paid => $"{paid.Month}",
        Decision.OfCredit credit => $"{credit.Month}",
        Decision.OptionExercised option => $"{option.Option}",
        Decision.NoticeGiven notice => $"{notice.Option}",
        Decision.MilestoneDone milestone => milestone.Milestone,
        _ => "",
    };
}
