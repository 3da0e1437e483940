using NodaTime;

namespace SlaMonitor.Domain.Returns;

/// <summary>One indicator's figures with the return they come from.</summary>
public sealed record FigureSource(ReturnedIndicator Figure, SupplierReturn Return);

/// <summary>
/// All returns of one contract as known on a day. For each period the highest revision counts; for each figure the last
/// word counts: the latest return, by date, then period, then revision, that gives it. The order in which returns are
/// handed over changes nothing.
/// </summary>
public sealed class ReturnHistory
{
    private readonly Dictionary<YearMonth, SupplierReturn> _current;
    private readonly ILookup<YearMonth, LocalDate> _received;
    private readonly ILookup<YearMonth, (SupplierReturn Return, PeriodFigures Figures)> _spoken;

    /// <param name="returns">Accepted returns of one contract; those dated after <paramref name="asOf"/> do not count yet.</param>
    /// <exception cref="ContradictionException">Two different returns bear the same period and revision.</exception>
    public ReturnHistory(IEnumerable<SupplierReturn> returns, LocalDate asOf)
    {
        var known = returns.Where(r => r.SubmittedOn <= asOf).DistinctBy(r => r, ReferenceEqualityComparer.Instance).ToList();
        ContradictionException.ThrowIfAny(known.GroupBy(r => r.Reference).Where(g => g.Count() > 1)
            .Select(g => new Problem(ReturnProblems.SameRevisionTwice, "revision", "a number of its own for each return", $"{g.Count()} times {g.Key}")));
        _received = known.ToLookup(r => r.Month, r => r.SubmittedOn);
        _current = known.GroupBy(r => r.Month).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Revision)!);
        _spoken = _current.Values
            .SelectMany(r => r.Restated.Append(r.Figures), (r, figures) => (Return: r, Figures: figures))
            .OrderByDescending(s => s.Return.SubmittedOn).ThenByDescending(s => s.Return.Month).ThenByDescending(s => s.Return.Revision)
            .ToLookup(s => s.Figures.Month);
    }

    /// <summary>The current return for a period.</summary>
    public SupplierReturn? For(YearMonth month) => _current.GetValueOrDefault(month);

    /// <summary>The day the first revision for a period came, if one has.</summary>
    public LocalDate? FirstReceived(YearMonth month) => _received[month].Cast<LocalDate?>().Min();

    /// <summary>The last word on one indicator in a period.</summary>
    public FigureSource? Figure(YearMonth month, string code) => _spoken[month]
        .Select(s => s.Figures.Find(code) is { } figure ? new FigureSource(figure, s.Return) : null)
        .FirstOrDefault(s => s is not null);

    /// <summary>The last word on a period's charges.</summary>
    public Numbers.Money? Charges(YearMonth month) => _spoken[month].Select(s => s.Figures.Charges).FirstOrDefault(c => c is not null);

    /// <summary>Every return that speaks of a period, latest first.</summary>
    public IEnumerable<SupplierReturn> SpeakingOf(YearMonth month) => _spoken[month].Select(s => s.Return);
}
