using NodaTime;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Service.Register;

/// <summary>Why a contract deserves to be looked at, the most pressing first.</summary>
public enum Attention
{
    /// <summary>A return is overdue.</summary>
    ReturnOverdue,

    /// <summary>The last Service Period brought a breach, a cap or a trigger.</summary>
    Breach,

    /// <summary>A claim, a relief or a dispute is open.</summary>
    Undecided,

    /// <summary>A date of the contract is near.</summary>
    DateNear,

    /// <summary>A return is due.</summary>
    ReturnDue,

    Nothing,
}

/// <summary>One contract in a list of many.</summary>
/// <param name="Assessment">The number of the assessment it shows.</param>
/// <param name="LastPeriod">The last ended Service Period; null before the first has ended.</param>
/// <param name="Alerts">How many reasons there are to look at it, history left out: see <see cref="AttentionTo"/>.</param>
/// <param name="NextLook">The next day on which something may change by itself.</param>
public sealed record PortfolioRow(
    string Contract, string Title, string Client, string Supplier, Attention Attention, string Why, LocalDate End, string? LastPeriod, int Points, Money Payable, int Alerts, int Assessment, LocalDate AsOf, LocalDate? NextLook, AuditLink Audit)
{
    /// <summary>What failed in the last ended Service Period.</summary>
    public IReadOnlyList<FailureInSum> LastFailures { get; init; } = [];

    /// <summary>What calendars are told of its dates; read with the contract's own row, and not with its places in lists.</summary>
    public IReadOnlyList<CalendarEntry> Calendar { get; init; } = [];

    /// <summary>The next day on which somebody hears of something, if nothing comes in before; null where there is none.</summary>
    public LocalDate? NextAlert { get; init; }

    /// <summary>Breaches that somebody should look at, as of <see cref="AsOf"/>.</summary>
    public int ToReview { get; init; }

    /// <summary>The Service Credits of the contract year that <see cref="AsOf"/> is in, ex VAT.</summary>
    public Money CreditedThisYear { get; init; } = Money.Zero;

    /// <summary>Service Points against the trigger that counts them: <c>7 of 20 in 3 periods</c>; null where there is none.</summary>
    public string? PointsAgainstTrigger { get; init; }

    /// <summary>The next day of the contract, other than a return's; null where none is to come.</summary>
    public LocalDate? NextDate { get; init; }

    /// <summary>What that day is.</summary>
    public string? NextDateIs { get; init; }

    /// <summary>The words it is found by, in their order, with a space between: of its code, and of titles, clients and suppliers in all versions of its
    /// terms, so that it is found by a former name as well. See <see cref="SearchWords"/>.</summary>
    public string FoundBy { get; init; } = string.Join(' ', SearchWords.In(Contract, Title, Client, Supplier));

    /// <summary>Where it stands in the list: by what needs attention, then by code.</summary>
    public string Place => PlaceOf(Attention, Contract);

    public static string PlaceOf(Attention attention, string contract) => $"{(int)attention}~{contract}";
}
