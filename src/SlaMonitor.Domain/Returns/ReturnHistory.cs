using NodaTime;

namespace SlaMonitor.Domain.Returns;

/// <summary>One indicator's figures with the return they come from.</summary>
public readonly record struct FigureSource(ReturnedIndicator Figure, SupplierReturn Return);

/// <summary>
/// All returns of one contract as known on a day. For each period the highest revision counts; for each figure the last
/// word counts: the latest return, by date, then period, then revision, that gives it. The order in which returns are
/// handed over changes nothing.
/// </summary>
public sealed class ReturnHistory
{
    private readonly Dictionary<YearMonth, PeriodReturns> _byMonth = [];

    /// <param name="returns">Accepted returns of one contract; those dated after <paramref name="asOf"/> do not count yet.</param>
    /// <exception cref="ContradictionException">Two different returns bear the same period and revision.</exception>
    public ReturnHistory(IEnumerable<SupplierReturn> returns, LocalDate asOf)
    {
        var known = new HashSet<SupplierReturn>(ReferenceEqualityComparer.Instance);
        foreach (var revision in returns)
            if (revision.SubmittedOn <= asOf && known.Add(revision))
                Slot(revision.Month).Receive(revision);
        ContradictionException.ThrowIfAny(known.Where(r => Of(r.Month).HasSameRevisionTwice).GroupBy(r => r.Reference).Where(g => g.Count() > 1)
            .Select(g => new Problem(ReturnProblems.SameRevisionTwice, "revision", "a number of its own for each return", $"{g.Count()} times {g.Key}")));
        foreach (var one in LatestFirst([.. _byMonth.Values.Select(m => m.Current!)]))
        {
            foreach (var restated in one.Restated) Slot(restated.Month).Say(one, restated);
            Slot(one.Month).Say(one, one.Figures);
        }
    }

    /// <summary>In the order in which their words count. Where none restates another period, each is the only one to speak of its own.</summary>
    private static IEnumerable<SupplierReturn> LatestFirst(List<SupplierReturn> current) => current.TrueForAll(r => r.Restated.Count == 0)
        ? current
        : current.OrderByDescending(r => r.SubmittedOn).ThenByDescending(r => r.Month).ThenByDescending(r => r.Revision);

    /// <summary>All that is known of one period.</summary>
    public PeriodReturns Of(YearMonth month) => _byMonth.GetValueOrDefault(month) ?? new(month);

    /// <summary>The current return for a period.</summary>
    public SupplierReturn? For(YearMonth month) => Of(month).Current;

    /// <summary>The day the first revision for a period came, if one has.</summary>
    public LocalDate? FirstReceived(YearMonth month) => Of(month).FirstReceived;

    /// <summary>The last word on one indicator in a period.</summary>
    public FigureSource? Figure(YearMonth month, string code) => Of(month).Figure(code);

    /// <summary>The last word on a period's charges.</summary>
    public Numbers.Money? Charges(YearMonth month) => Of(month).Charges;

    /// <summary>Every return that speaks of a period, latest first.</summary>
    public IEnumerable<SupplierReturn> SpeakingOf(YearMonth month) => Of(month).Speaking;

    private PeriodReturns Slot(YearMonth month)
    {
        if (!_byMonth.TryGetValue(month, out var slot)) _byMonth.Add(month, slot = new(month));
        return slot;
    }
}
