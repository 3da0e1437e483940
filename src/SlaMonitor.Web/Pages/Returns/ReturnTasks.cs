using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;
using SlaMonitor.Web.Pages.Contracts;
using SlaMonitor.Web.Pages.Design;

namespace SlaMonitor.Web.Pages.Returns;

/// <summary>The returns of one contract as things to be done, sorted by what they ask of the supplier.</summary>
/// <param name="ToDo">Overdue, due, given back, or waiting for their warnings to be confirmed; the oldest first.</param>
/// <param name="Waiting">Being checked, or of a Service Period that has not ended.</param>
/// <param name="Done">The latest first.</param>
public sealed record ReturnTasks(IReadOnlyList<TaskItem> ToDo, IReadOnlyList<TaskItem> Waiting, IReadOnlyList<TaskItem> Done)
{
    /// <summary>Two years; the rest is a page of its own.</summary>
    private const int MostDone = 24;

    private enum Group
    {
        ToDo,
        Waiting,
        Done,
    }

    /// <param name="refused">What was refused lately, the latest first.</param>
    /// <param name="all">Every return that is done, and not those of the last two years alone.</param>
    public static ReturnTasks Of(OpenedContract contract, IReadOnlyList<Receipt> refused, bool all)
    {
        var tasks = contract.PeriodsBegun.Select(p => Of(contract, p, refused)).ToList();
        return new(
            [.. tasks.Where(t => t.Group == Group.ToDo).Select(t => t.Task)],
            [.. tasks.Where(t => t.Group == Group.Waiting).Select(t => t.Task)],
            [.. tasks.Where(t => t.Group == Group.Done).Select(t => t.Task).Reverse().Take(all ? int.MaxValue : MostDone)]);
    }

    /// <summary>Where one return stands, as the list says it.</summary>
    public static TaskItem One(OpenedContract contract, PeriodTerms period, IReadOnlyList<Receipt> refused) => Of(contract, period, refused).Task;

    private static (Group Group, TaskItem Task) Of(OpenedContract contract, PeriodTerms terms, IReadOnlyList<Receipt> refused)
    {
        var (period, name, address) = (terms.Period, InWords.Period(terms.Period), Address(contract.Code, terms.Period.Month));
        var revisions = contract.Stored.Returns.Where(r => r.Facts.Month == period.Month).OrderBy(r => r.Facts.Revision).ToList();
        var latest = revisions.LastOrDefault(r => r.State != ReturnState.Withdrawn);
        var due = terms.ReturnDue is { } day ? InWords.Day(day) : null;
        if (contract.Stored.Inbox.Any(i => i.OnlyPeriod == period.Month))
            return (Group.Waiting, new(name, address, "Being checked", "blue", "You do not have to stay on this page"));
        if (refused.FirstOrDefault(r => r.Period == period.Month) is { } back && (latest is null || back.ReceivedAt > latest.ReceivedAt))
            return (Group.ToDo, new(name, address, "Returned to you", "red", $"Refused on {contract.Moment(back.ReceivedAt)}, as it has errors"));
        if (latest is { State: ReturnState.AwaitsConfirmation })
            return (Group.ToDo, new(name, address, "Confirm warnings", "yellow", "It does not count before you do"));
        if (latest is not null) return (Group.Done, new(name, address, "Accepted", Hint: Accepted(contract, latest), IsPlain: true));
        if (period.Last >= contract.Today) return (Group.Waiting, new(name, null, "Cannot start yet", Hint: due is null ? null : $"Due by {due}", IsPlain: true));
        return ReturnStatuses.Of(terms, null, contract.Today) == ReturnStatus.Overdue
            ? (Group.ToDo, new(name, address, "Overdue", "red", $"Was due by {due}"))
            : (Group.ToDo, new(name, address, "Due", "blue", due is null ? "The day it is due is not known" : $"Due by {due}"));
    }

    private static string Accepted(OpenedContract contract, RegisteredReturn latest) =>
        $"{(latest.Facts.Revision == 1 ? "Received" : $"Revision {latest.Facts.Revision}, which replaces the one before, received")} on {contract.Moment(latest.ReceivedAt)}";

    public static string Address(string contract, YearMonth month) => PageAddress.Return(contract, ServicePeriod.NameOf(month));
}
