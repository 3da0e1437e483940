using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Contracts.Regimes;
using SlaMonitor.Domain.Evaluation;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Credits;

/// <summary>One cap as it was applied.</summary>
public sealed record CapStep
{
    private readonly CapBase _found;

    internal CapStep(CapBase found, Rational limit, Rational after)
    {
        _found = found;
        Limit = limit;
        After = after;
    }

    public Cap Cap => _found.Cap;

    /// <summary>The charges the cap is a share of, in pounds.</summary>
    public Rational Base => _found.Charges!.Value;

    /// <summary>What those charges are.</summary>
    public string BaseInWords => _found.InWords;

    /// <summary>Credits of earlier periods that count against it, in pounds.</summary>
    public Rational Used => _found.Used;

    /// <summary>In which periods they accrued.</summary>
    public string UsedInWords => _found.UsedIn.InWords();

    /// <summary>What was left for this period: share of the base less what was used, never below zero.</summary>
    public Rational Limit { get; }

    /// <summary>The credit after this cap.</summary>
    public Rational After { get; }

    /// <summary>True where the credit had reached or passed the limit.</summary>
    public bool IsMet => After == Limit;
}

/// <summary>
/// The Service Credit of one period: what each regime comes to after its own caps, the caps on their sum in order, then
/// the one rounding. Amounts before the rounding are exact pounds ex VAT.
/// </summary>
public sealed record ServiceCreditStatement
{
    public required CreditTerms Terms { get; init; }

    /// <summary>TSP: the period's Service Points.</summary>
    public required int Points { get; init; }

    /// <summary>AC: the period's Service Charges before credits; null where they are not known.</summary>
    public Rational? Charges { get; init; }

    /// <summary>The credit holiday in which nothing is payable; null where the period is in none.</summary>
    public CreditHoliday? Holiday { get; init; }

    /// <summary>In the contract's order.</summary>
    public required IReadOnlyList<RegimeCredit> Regimes { get; init; }

    /// <summary>All regimes before any cap; null where one of them cannot be told.</summary>
    public Rational? Uncapped => SumOf(Regimes, static r => r.Uncapped);

    /// <summary>All regimes after their own caps; null where one of them cannot be told.</summary>
    public Rational? Sum => SumOf(Regimes, static r => r.Capped);

    /// <summary>The caps on the sum, in the order they were applied.</summary>
    public IReadOnlyList<CapStep> CapsTogether { get; init; } = [];

    /// <summary>Every cap in the order it was applied.</summary>
    public IReadOnlyList<CapStep> Caps => [.. Regimes.SelectMany(r => r.Caps), .. CapsTogether];

    /// <summary>The credit after every cap; null where there is none to be told.</summary>
    public Rational? BeforeRounding => CapsTogether.Count == 0 ? Sum : CapsTogether[^1].After;

    /// <summary>What the period itself is credited, rounded, and what counts against caps; null where it cannot be told.</summary>
    public Money? Credited { get; init; }

    /// <summary>What is returned in this period of credits of earlier ones.</summary>
    public IReadOnlyList<EarnedBack> EarnedBack { get; init; } = [];

    public Money Returned => Money.Sum(EarnedBack.Select(e => e.Returned));

    /// <summary>What is due: the credit less what is earned back, and below zero where that is more; null where it cannot be
    /// told.</summary>
    public Money? Payable => Credited - Returned;

    /// <summary>The VAT on what is payable; null where the contract states none.</summary>
    public Money? Vat => Payable is { } payable ? Terms.Vat?.On(payable) : null;

    /// <summary>What is payable with its VAT; null where the contract states none.</summary>
    public Money? WithVat => Payable + Vat;

    /// <summary>The Service Period whose invoice the credit is deducted from; null where the contract does not say, or no
    /// invoice follows.</summary>
    public YearMonth? Invoice { get; init; }

    /// <summary>Why it cannot be told.</summary>
    public string? CannotTell { get; init; }

    /// <summary>The cap that decides the credit: of those reached the last, as it leaves no more than the ones before. Null where
    /// none was reached, and in a period without charges, where no credit arises that could.</summary>
    public CapStep? CapMet =>
        (Sum is { Sign: > 0 } ? CapsTogether.LastOrDefault(c => c.IsMet) : null)
        ?? Regimes.Where(r => r.Uncapped is { Sign: > 0 }).SelectMany(r => r.Caps).LastOrDefault(c => c.IsMet);

    public RegimeCredit? Find(string regime) => Regimes.FirstOrDefault(r => r.Regime.Name == regime);

    /// <summary>What is payable in one line: £1,000.00 payable, ex VAT; with 20 % VAT £1,200.00; off the invoice of 2024-05.</summary>
    public string InWords() => Payable is not { } payable ? $"cannot tell: {CannotTell}"
        : payable == Money.Zero ? $"{payable} payable"
        : string.Join("; ", new[] { $"{Due(payable)}, ex VAT", WithVat is { } with ? $"with {Terms.Vat!.Rate} VAT {with}" : null, SettlementWorking.Where(this) }.OfType<string>());

    internal static string Due(Money payable) => payable < Money.Zero ? $"{Money.Zero - payable} due back to the supplier" : $"{payable} payable";

    public IReadOnlyList<WorkingLine> Working() => ServiceCreditWorking.Of(this);

    /// <summary>What counts against a regime's own caps in later periods: where it is the only one what was credited, else its
    /// credit after its own caps, in pounds. Null where it cannot be told.</summary>
    internal Rational? CreditedUnder(string regime) =>
        Regimes is [var only] && only.Regime.Name == regime ? Credited?.Pounds
        : Find(regime) is { } found ? found.Capped
        : Rational.Zero;

    /// <summary>Null where one of them is not known.</summary>
    internal static Rational? SumOf(IReadOnlyList<RegimeCredit> regimes, Func<RegimeCredit, Rational?> amount)
    {
        Rational? sum = Rational.Zero;
        for (var i = 0; i < regimes.Count; i++) sum += amount(regimes[i]);
        return sum;
    }
}
