using NodaTime;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>How far a Service Credit has come on its way to the client.</summary>
public enum CreditStage
{
    /// <summary>It cannot be told yet.</summary>
    Open,

    /// <summary>Nothing is owed.</summary>
    Nothing,

    Computed,
    Notified,
    Agreed,
    Disputed,

    /// <summary>Nothing of it is left: deducted, or waived.</summary>
    Settled,
}

/// <summary>The Service Credit of one period, from what is reckoned to what has become of it. In pounds ex VAT.</summary>
/// <param name="Steps">What was recorded, by day.</param>
public sealed record CreditEntry(PeriodAssessment Period, IReadOnlyList<Decision.OfCredit> Steps)
{
    /// <summary>What is owed as it is reckoned today; null where it cannot be told.</summary>
    public Money? Payable => Period.Credit?.Payable;

    public Money Deducted => Money.Sum(Steps.OfType<Decision.CreditDeducted>().Select(d => d.Amount));

    public Money Waived => Money.Sum(Steps.OfType<Decision.CreditWaived>().Select(w => w.Amount));

    /// <summary>What is owed and neither deducted nor waived; below zero where more was taken than is owed now, as after a restatement.</summary>
    public Money? Unclaimed => Payable - Deducted - Waived;

    /// <summary>The latest waiver proposed for which none has followed; null where there is none.</summary>
    public Decision.CreditWaiverProposed? Proposed =>
        Steps.LastOrDefault(s => s is Decision.CreditWaiverProposed or Decision.CreditWaived) as Decision.CreditWaiverProposed;

    public CreditStage Stage => (Payable, Unclaimed) switch
    {
        (null, _) => CreditStage.Open,
        ({ } payable, { } left) when payable == Money.Zero && left == Money.Zero => CreditStage.Nothing,
        (_, { } left) when left == Money.Zero => CreditStage.Settled,
        _ => Steps.LastOrDefault(s => s is Decision.CreditNotified or Decision.CreditAgreed or Decision.CreditDisputed) switch
        {
            Decision.CreditNotified => CreditStage.Notified,
            Decision.CreditAgreed => CreditStage.Agreed,
            Decision.CreditDisputed => CreditStage.Disputed,
            _ => CreditStage.Computed,
        },
    };

    /// <summary>VAT on a part of it; null where the contract states none.</summary>
    public Money? VatOn(Money amount) => Period.Credit?.Terms.Vat?.On(amount);
}

/// <summary>The Service Credits of a contract: what is owed by its assessment, and what has become of it by what was recorded. It is reckoned anew
/// from both, so that a restatement moves what is owed and never what was done.</summary>
/// <param name="Entries">Every period with a Service Credit statement, in order.</param>
public sealed record CreditLedger(IReadOnlyList<CreditEntry> Entries)
{
    public Money Owed => Money.Sum(Entries.Select(e => e.Payable ?? Money.Zero));

    public Money Deducted => Money.Sum(Entries.Select(e => e.Deducted));

    public Money Waived => Money.Sum(Entries.Select(e => e.Waived));

    public Money Unclaimed => Owed - Deducted - Waived;

    public CreditEntry? Find(YearMonth month) => Entries.FirstOrDefault(e => e.Period.Period.Month == month);

    public static CreditLedger Of(ContractAssessment assessment)
    {
        var steps = assessment.Decisions.OfType<Decision.OfCredit>().ToLookup(d => d.Month);
        return new([.. assessment.Periods.Where(p => p.Credit is not null).Select(p => new CreditEntry(p, [.. steps[p.Period.Month]]))]);
    }
}
