using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Dates;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service;

/// <summary>What a day is the day of.</summary>
public enum DueEvent
{
    Return,
    Notice,
    Exercise,
    Milestone,
    ContractEnd,
}

/// <summary>A day by which something is due, or on which something ends.</summary>
/// <param name="Of">The Service Period, or which of the contract's dates.</param>
/// <param name="On">Null where it cannot be told for want of bank holidays.</param>
/// <param name="Status">In words.</param>
public sealed record DueDate(DueEvent Event, string Of, LocalDate? On, string Status);

/// <summary>What a contract has due: returns that have not come, those of the Service Periods that begin within a year, and of the
/// contract's own dates the end and what is still to be done. Pure.</summary>
public static class DueDates
{
    public static IReadOnlyList<DueDate> Of(RegisteredContract stored, Contract contract, HolidayBasis basis, LocalDate today)
    {
        var decided = stored.Decisions.Select(d => d.Decision).Where(d => d.On <= today).ToList();
        var standing = contract.With(decided);
        var received = new ReturnHistory(stored.Standing, today);
        var returns = standing.PeriodsBegunBy(today.PlusYears(1), basis).Where(p => received.Of(p.Period.Month).FirstReceived is null).Select(p => OfReturn(p, today));
        return [.. returns.Concat(ContractDates.Of(contract, decided, basis, today).Where(IsDue).Select(OfContract)).OrderBy(d => d.On ?? LocalDate.MaxIsoValue)];
    }

    private static DueDate OfReturn(PeriodTerms period, LocalDate today) => new(
        DueEvent.Return, period.Period.Name, period.ReturnDue,
        period.Period.Last >= today ? "the Service Period has not ended" : ReturnStatuses.Of(period, null, today).InWords());

    /// <summary>What is done or lapsed is due no more; what has passed may still be in time, or has been forgotten.</summary>
    private static bool IsDue(KeyDate date) =>
        date.Kind == KeyDateKind.CurrentEnd || (date.IsDeadline && date.OnlyIf is null && date.State is DateState.Coming or DateState.Today or DateState.Passed);

    private static DueDate OfContract(KeyDate date) => new(
        date.Kind switch
        {
            KeyDateKind.CurrentEnd => DueEvent.ContractEnd,
            KeyDateKind.Milestone => DueEvent.Milestone,
            KeyDateKind.Exercise => DueEvent.Exercise,
            _ => DueEvent.Notice,
        },
        date.Key, date.AlertsBy, Status(date));

    private static string Status(KeyDate date) => date.Kind == KeyDateKind.CurrentEnd
        ? date.State == DateState.Passed ? "ended" : "runs"
        : $"{date.Title}: {(date.NotKnown is { } why ? $"the safe day is not known, as {why}" : date.State.Key())}";
}
