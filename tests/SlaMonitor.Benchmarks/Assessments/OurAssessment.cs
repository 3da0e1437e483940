using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Evaluation;

namespace SlaMonitor.Benchmarks.Assessments;

/// <summary><see cref="Assessment.Of"/>, as everything else calls it, contract after contract on one thread, or contract beside contract
/// on all cores as for a what-if over a portfolio.</summary>
internal sealed class OurAssessment(Portfolio portfolio)
{
    private long _allocated;

    /// <summary>Bytes allocated by the last run on one thread.</summary>
    public long Allocated => _allocated;

    public Totals Run()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var totals = new Totals();
        foreach (var contract in portfolio.Contracts) totals += TotalsOf(contract);
        _allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return totals;
    }

    public Totals RunOnAllCores() =>
        portfolio.Contracts.AsParallel().Select(TotalsOf).Aggregate(new Totals(), (sum, of) => sum + of, (one, other) => one + other, sum => sum);

    public IEnumerable<Row> Rows() =>
        from contract in portfolio.Contracts
        from period in Assessed(contract).Periods.Index()
        from result in period.Item.Results.Index()
        select RowOf(contract.Number, period.Index, result.Index, result.Item);

    public IEnumerable<Payable> Payable() =>
        from contract in portfolio.Contracts
        from period in Assessed(contract).Periods.Index()
        select new Payable(contract.Number, period.Index, (long)period.Item.Credit!.Payable!.Value.Pence);

    private static Totals TotalsOf(PortfolioContract contract)
    {
        var assessed = Assessed(contract);
        return new(assessed.Points, (long)assessed.Payable.Pence);
    }

    private static ContractAssessment Assessed(PortfolioContract contract) =>
        Assessment.Of(contract.Contract, contract.Returns, [], HolidayBasis.Adopted, Portfolio.AsOf);

    private static Row RowOf(int contract, int month, int indicator, IndicatorResult result) => new(
        contract, month, indicator, result.Compared is { } level ? (long)(level * 100).Numerator : null,
        result.Outcome switch
        {
            Outcome.Met => 0,
            Outcome.Failed { Rung: RungName.Minor } => 1,
            Outcome.Failed { Rung: RungName.Serious } => 2,
            Outcome.Failed => 3,
            _ => null,
        },
        result.Points);
}
