using NodaTime;

namespace SlaMonitor.Domain.Contracts;

/// <summary>What becomes of Service Points in a credit holiday.</summary>
public enum HolidayPoints
{
    /// <summary>They accrue as ever.</summary>
    Accrue,

    /// <summary>None accrue.</summary>
    None,
}

/// <summary>A time in which failures cost no money: a bedding-in period or a suspension of the credit regime. Results stand, and so do
/// runs of failures. A Service Period is in it if its first day is. A closed set.</summary>
public abstract record CreditHoliday
{
    private CreditHoliday(HolidayPoints points, string? clause) => (Points, Clause) = (points, clause);

    public HolidayPoints Points { get; init; }

    public string? Clause { get; init; }

    /// <summary>So many months from the start of the term, the day of going live.</summary>
    public sealed record FromStart(int Months, HolidayPoints Points, string? Clause) : CreditHoliday(Points, Clause);

    /// <summary>From a day to a day, both included.</summary>
    public sealed record Dated(LocalDate From, LocalDate To, HolidayPoints Points, string? Clause) : CreditHoliday(Points, Clause);

    /// <summary>Its first and last day.</summary>
    /// <param name="start">The first day of the term.</param>
    public (LocalDate First, LocalDate Last) Days(LocalDate start) => this switch
    {
        FromStart first => (start, start.PlusMonths(first.Months).PlusDays(-1)),
        Dated dated => (dated.From, dated.To),
        _ => throw new InvalidOperationException("The set of credit holidays is closed."),
    };

    public bool Covers(LocalDate day, LocalDate start) => Days(start) is var (first, last) && first <= day && day <= last;

    /// <summary>Of those that cover a day the one that stops most; null where none does.</summary>
    public static CreditHoliday? On(LocalDate day, IReadOnlyList<CreditHoliday> holidays, LocalDate start) =>
        holidays.Count == 0 ? null : holidays.Where(h => h.Covers(day, start)).OrderByDescending(h => h.Points).FirstOrDefault();
}
