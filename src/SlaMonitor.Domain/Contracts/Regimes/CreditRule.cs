using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Contracts.Regimes;

/// <summary>How a regime reckons its credit before caps. A closed set; each goes by its name in the file.</summary>
public abstract record CreditRule
{
    private protected CreditRule()
    {
    }

    /// <summary>The sum that rates are of, instead of the period's Service Charges.</summary>
    public Money? Of { get; init; }

    /// <summary>True where the credit follows from the period's Service Points.</summary>
    public virtual bool GoesByPoints => false;

    /// <summary>The indicators it looks at; none where it goes by points or by the return.</summary>
    public virtual IEnumerable<string> Indicators => [];

    /// <summary>What one failure may cost.</summary>
    public abstract IEnumerable<CreditAmount> Amounts { get; }

    /// <summary>False where a failure may cost less than any of the amounts.</summary>
    public virtual bool HasLeast => true;

    /// <summary>True where a credit may be a share of the period's Service Charges.</summary>
    public bool NeedsCharges => Of is null && Amounts.Any(a => a is CreditAmount.Share);
}

/// <summary>What one failure is worth. A closed set.</summary>
public abstract record CreditAmount
{
    private CreditAmount()
    {
    }

    /// <summary>A rate of the regime's base.</summary>
    public sealed record Share(Percentage Rate) : CreditAmount
    {
        public override string ToString() => Rate.ToString();
    }

    /// <summary>A sum in itself.</summary>
    public sealed record Sum(Money Pounds) : CreditAmount
    {
        public override string ToString() => Pounds.ToString();
    }

    public static CreditAmount Percent(Rational percent) => new Share(new(percent));

    public bool IsNothing => this is Share { Rate.Percent.IsZero: true } || (this is Sum sum && sum.Pounds == Money.Zero);

    /// <summary>In pounds, exactly.</summary>
    /// <param name="base">What rates are of, in pounds; only a share needs it.</param>
    public Rational In(Rational? @base) => this switch
    {
        Share share => share.Rate.Factor * @base!.Value,
        Sum sum => sum.Pounds.Pounds,
        _ => throw new InvalidOperationException("The set of amounts is closed."),
    };
}

/// <summary>A rate for each Service Point of the period (MSC Schedule 2.2 Part B): SC = TSP x x% x AC.</summary>
public sealed record ServicePoints(Percentage PerPoint) : CreditRule
{
    public override bool GoesByPoints => true;

    public override IEnumerable<CreditAmount> Amounts => [new CreditAmount.Share(PerPoint)];
}
