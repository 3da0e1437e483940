using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Service.Formats.PlainEnglish;

/// <summary>A contract version with the days that follow from it.</summary>
internal sealed class DatedTerms
{
    public DatedTerms(ContractTerms terms, HolidayBasis basis)
    {
        Terms = terms;
        Holidays = terms.Holidays(basis);
        WorkingDays = terms.WorkingDays(basis);
        End = terms.Term.EndAsOf(LocalDate.MaxIsoValue);
        Periods = [.. terms.Periods.Within(terms.Term.Start.First, End, End)];
        First = Periods.FirstOrDefault(p => p.First >= terms.EffectiveFrom) is { } first ? new(terms, first, WorkingDays) : null;
    }

    public ContractTerms Terms { get; }

    public BankHolidays Holidays { get; }

    public WorkingDays WorkingDays { get; }

    /// <summary>The last day of the term with every option exercised so far.</summary>
    public LocalDate End { get; }

    /// <summary>The day from which it is safe to count back from that end.</summary>
    public LocalDate SafeEnd => Terms.Term.SafeEndAsOf(LocalDate.MaxIsoValue);

    /// <summary>Every Service Period of the term as it stands.</summary>
    public IReadOnlyList<ServicePeriod> Periods { get; }

    /// <summary>The first Service Period judged by this version; null where none begins under it.</summary>
    public PeriodTerms? First { get; }

    /// <summary>What a Service Period is called in "£100 a ...".</summary>
    public string PeriodNoun => Terms.Periods.Months switch
    {
        1 => "month",
        3 => "quarter",
        12 => "year",
        _ => "Service Period",
    };

    public string HolidayYears => $"the bank holidays are known for {Holidays.FirstYear} to {Holidays.LastYear} only";
}
