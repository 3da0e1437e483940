using System.Globalization;

namespace SlaMonitor.Domain.Numbers;

/// <summary>Pounds and pence, whole pence only. An unrounded amount is a <see cref="Rational"/>; the only way from one
/// to the other is <see cref="Round"/>, so money is rounded where it is seen to be.</summary>
public readonly record struct Money(Int128 Pence) : IComparable<Money>
{
    public static Money Zero => new(0);

    /// <summary>The amount in pounds, exactly.</summary>
    public Rational Pounds => Rational.Of(Pence, 100);

    public static Money operator +(Money a, Money b) => new(checked(a.Pence + b.Pence));

    public static Money operator -(Money a, Money b) => new(checked(a.Pence - b.Pence));

    public static bool operator <(Money a, Money b) => a.Pence < b.Pence;

    public static bool operator >(Money a, Money b) => a.Pence > b.Pence;

    public static bool operator <=(Money a, Money b) => a.Pence <= b.Pence;

    public static bool operator >=(Money a, Money b) => a.Pence >= b.Pence;

    /// <summary>An amount in pounds to whole pence, by the contract's mode.</summary>
    /// <exception cref="OverflowException">The amount is of more than 36 digits, which no file can bring about.</exception>
    public static Money Round(Rational pounds, RoundingMode mode) => new((pounds * 100).ToWhole(mode));

    public static Money Sum(IEnumerable<Money> sums) => sums.Aggregate(Zero, (total, sum) => total + sum);

    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>For people: £9,412.50, and -£3.00 below zero.</summary>
    public override string ToString() =>
        (Pence < 0 ? "-£" : "£") + (Int128.Abs(Pence) / 100).ToString("N0", CultureInfo.InvariantCulture) + $".{Int128.Abs(Pence) % 100:00}";

    /// <summary>For programs: 9412.50.</summary>
    public string ToPlainText() => Pounds.ToText(2);
}
