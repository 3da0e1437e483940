using NodaTime;

namespace SlaMonitor.Domain.Returns;

/// <summary>What the returns known on a day say of one Service Period.</summary>
public sealed class PeriodReturns(YearMonth month)
{
    private readonly List<int> _revisions = [];
    private readonly List<(SupplierReturn Return, PeriodFigures Figures)> _spoken = [];

    public YearMonth Month { get; } = month;

    /// <summary>The period's own return, in its highest revision; null where none has come.</summary>
    public SupplierReturn? Current { get; private set; }

    /// <summary>The day the first revision came, if one has.</summary>
    public LocalDate? FirstReceived { get; private set; }

    /// <summary>Every return that speaks of the period, latest first.</summary>
    public IReadOnlyList<SupplierReturn> Speaking => [.. _spoken.Select(s => s.Return)];

    /// <summary>The last word on the period's charges.</summary>
    public Numbers.Money? Charges => _spoken.Select(s => s.Figures.Charges).FirstOrDefault(c => c is not null);

    internal bool HasSameRevisionTwice { get; private set; }

    /// <summary>The last word on one indicator.</summary>
    public FigureSource? Figure(string code)
    {
        foreach (var (said, figures) in _spoken)
            if (figures.Find(code) is { } figure)
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
