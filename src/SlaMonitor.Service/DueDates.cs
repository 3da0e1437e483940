using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>What a day is the day of.</summary>
public enum DueEvent
{
    Return,
    NoticeToExtend,
    ContractEnd,
}

/// <summary>A day by which something is due, or on which something ends.</summary>
/// <param name="Of">The Service Period, or the day the term ends on.</param>
/// <param name="On">Null where it cannot be told for want of bank holidays.</param>
/// <param name="Status">In words.</param>
public sealed record DueDate(DueEvent Event, string Of, LocalDate? On, string Status);

/// <summary>What a contract has due: returns that have not come, those of the Service Periods that begin within a year, and the
/// contract's own dates. Pure.</summary>
public static class DueDates
{
    public static IReadOnlyList<DueDate> Of(RegisteredContract stored, Contract contract, HolidayBasis basis, LocalDate today)
    {
        var decided = stored.Decisions.Select(d => d.Decision).Where(d => d.On <= today);
        var standing = contract.Exercising(decided);
        var received = new ReturnHistory(stored.Standing, today);
        var returns = standing.PeriodsBegunBy(today.PlusYears(1), basis).Where(p => received.Of(p.Period.Month).FirstReceived is null).Select(p => OfReturn(p, today));
        return [.. returns.Concat(OfTerm(standing, basis, today)).OrderBy(d => d.On ?? LocalDate.MaxIsoValue)];
    }

    private static DueDate OfReturn(PeriodTerms period, LocalDate today) => new(
        DueEvent.Return, period.Period.Name, period.ReturnDue,
        period.Period.Last >= today ? "the Service Period has not ended" : ReturnStatuses.Of(period, null, today).InWords());

    private static IEnumerable<DueDate> OfTerm(Contract contract, HolidayBasis basis, LocalDate today)
    {
        var terms = contract.InForceOn(today);
        var end = terms.Term.EndAsOf(today);
        if (terms.Term.NextOption(today) is { } option && terms.Term.NoticeToExtend is { } notice)
        {
            var last = notice.LastSafeDay(end, terms.WorkingDays(basis));
            yield return new(DueEvent.NoticeToExtend, $"{end:uuuu-MM-dd}", last, last < today ? $"passed; the option was of {option.Length}" : $"the last safe day for the option of {option.Length}");
        }

        yield return new(DueEvent.ContractEnd, $"{end:uuuu-MM-dd}", end, today > end ? "ended" : "runs");
    }
}
