using NodaTime;

namespace SlaMonitor.Domain.Returns;

/// <summary>What the returns known on a day say of one Service Period.</summary>
public sealed class PeriodReturns(YearMonth month)
{
    private readonly List<int> _revisions = new(1);
    private readonly List<(SupplierReturn Return, PeriodFigures Figures)> _spoken = new(1);

    public YearMonth Month { get; } = month;

    /// <summary>The period's own return, in its highest revision; null where none has come.</summary>
    public SupplierReturn? Current { get; private set; }

    /// <summary>The day the first revision came, if one has.</summary>
    public LocalDate? FirstReceived { get; private set; }

    /// <summary>Every return that speaks of the period, latest first.</summary>
    public IReadOnlyList<SupplierReturn> Speaking => _spoken.ConvertAll(s => s.Return);

    /// <summary>The last word on the period's charges.</summary>
    public Numbers.Money? Charges
    {
        get
        {
            foreach (var (_, figures) in _spoken)
                if (figures.Charges is { } charges)
                    return charges;
            return null;
        }
    }

    internal bool HasSameRevisionTwice { get; private set; }

    /// <summary>The last word on one indicator.</summary>
    /// <param name="place">Where in a return it is looked for first.</param>
    public FigureSource? Figure(string code, int place = 0)
    {
        foreach (var (said, figures) in _spoken)
            if (figures.Find(code, place) is { } figure)
                return new(figure, said);
        return null;
    }

    internal void Receive(SupplierReturn revision)
    {
        FirstReceived = FirstReceived is { } first ? LocalDate.Min(first, revision.SubmittedOn) : revision.SubmittedOn;
        HasSameRevisionTwice |= _revisions.Contains(revision.Revision);
        _revisions.Add(revision.Revision);
        if (Current is null || revision.Revision > Current.Revision) Current = revision;
    }

    /// <param name="said">Returns in turn, latest first.</param>
    internal void Say(SupplierReturn said, PeriodFigures figures) => _spoken.Add((said, figures));
}
