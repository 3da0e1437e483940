using System.Globalization;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;

namespace SlaMonitor.Domain.Dates;

/// <summary>A contract on a day: the terms in force, with what was decided by then.</summary>
internal sealed class DatedContract
{
    public DatedContract(Contract contract, IEnumerable<Decision> decisions, HolidayBasis basis, LocalDate asOf)
    {
        AsOf = asOf;
        Known = [.. decisions.Where(d => d.On <= asOf).OrderBy(d => d.On)];
        Terms = contract.With(Known).InForceOn(asOf);
        WorkingDays = Terms.WorkingDays(basis);
    }

    public LocalDate AsOf { get; }

    public IReadOnlyList<Decision> Known { get; }

    public ContractTerms Terms { get; }

    public ContractTerm Term => Terms.Term;

    public WorkingDays WorkingDays { get; }

    public LocalDate End => Term.EndAsOf(AsOf);

    public bool IsTerminated => Term.IsTerminated(AsOf);

    /// <summary>True where the end as it stands is known to the month only; one that notice has brought about is known to the day.</summary>
    public bool IsEndMonthOnly => Term.IsEndMonthOnly && !IsTerminated;

    public string HolidaysNotKnown => string.Create(
        CultureInfo.InvariantCulture, $"the bank holidays are known for {WorkingDays.Holidays.FirstYear} to {WorkingDays.Holidays.LastYear} only ({WorkingDays})");

    public bool IsExercised(int option) => Term.Extensions[option - 1].Exercised <= AsOf;

    public Decision.OptionExercised? Exercise(int option) => Known.OfType<Decision.OptionExercised>().FirstOrDefault(d => d.Option == option);

    public Decision.NoticeGiven? Notice(int option) => Known.OfType<Decision.NoticeGiven>().FirstOrDefault(d => d.Option == option);

    public Decision.Terminated? Termination => Known.OfType<Decision.Terminated>().LastOrDefault();

    public Decision.MilestoneDone? Done(string milestone) => Known.OfType<Decision.MilestoneDone>().FirstOrDefault(d => d.Milestone == milestone);

    /// <summary>Where a day stands that nobody has to do anything by.</summary>
    public DateState StateOf(LocalDate? day) => day < AsOf ? DateState.Passed : day == AsOf ? DateState.Today : DateState.Coming;

    /// <summary>Where something stands that must have been done by its last day and is safe by its safe day.</summary>
    /// <param name="end">The last day of the term by which it is too late in any case.</param>
    public DateState StateOf(LocalDate? safe, LocalDate? last, LocalDate end) => last < AsOf || end < AsOf ? DateState.Lapsed : StateOf(safe);
}
