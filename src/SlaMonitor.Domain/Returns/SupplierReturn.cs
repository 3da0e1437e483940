using NodaTime;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Numbers;

namespace SlaMonitor.Domain.Returns;

/// <summary>What a return says of one indicator, with the supplier's comment.</summary>
public sealed record ReturnedIndicator(string Code, Measurement Measurement, string? Comment)
{
    /// <summary>The day as at which its figures stand, where the supplier gives one.</summary>
    public LocalDate? AsAt { get; init; }

    /// <summary>What of it counts: where tickets came with it, theirs or the supplier's figures, as the contract says.</summary>
    public Measurement Counting(Indicator? indicator) => Measurement is Measurement.FromTickets both ? both.Deciding(indicator?.Evidence) : Measurement;
}

/// <summary>Figures for one Service Period: a return's own, or an earlier period's that it restates.</summary>
/// <param name="Month">The name of the period: the month it begins in.</param>
/// <param name="Charges">The Service Charges of the period ex VAT, where the return states them.</param>
public sealed record PeriodFigures(YearMonth Month, Money? Charges, IReadOnlyList<ReturnedIndicator> Indicators)
{
    /// <param name="place">Where it is looked for first: most returns keep to the contract's order.</param>
    public ReturnedIndicator? Find(string code, int place = 0)
    {
        if (place < Indicators.Count && Indicators[place].Code == code) return Indicators[place];
        for (var i = 0; i < Indicators.Count; i++)
            if (Indicators[i].Code == code)
                return Indicators[i];
        return null;
    }
}

/// <summary>
/// A Performance Monitoring Report: what the supplier sends after a Service Period. A higher revision for the same period
/// replaces a lower one whole; restated figures replace those of earlier periods, indicator by indicator.
/// </summary>
/// <param name="Revision">From 1.</param>
/// <param name="SubmittedOn">The day the return is dated.</param>
/// <param name="SignedOffBy">The role or person answering for the figures.</param>
public sealed record SupplierReturn(
    string Contract,
    int Revision,
    LocalDate SubmittedOn,
    string? SignedOffBy,
    string? Comment,
    PeriodFigures Figures,
    IReadOnlyList<PeriodFigures> Restated)
{
    public YearMonth Month => Figures.Month;

    /// <summary>The effective date of the contract version whose template was filled in; null where no template was.</summary>
    public LocalDate? TermsFrom { get; init; }

    /// <summary>riverside-ict 2024-03 revision 1.</summary>
    public string Reference => $"{Contract} {Calendars.ServicePeriod.NameOf(Month)} revision {Revision}";
}
