using NodaTime;
using SlaMonitor.Domain.Contracts;

namespace SlaMonitor.Domain.Returns;

/// <summary>Where the return of a period stands on a day.</summary>
public enum ReturnStatus
{
    /// <summary>Not come and not due before today is over.</summary>
    Awaited,

    /// <summary>Come on the day it was due or before.</summary>
    OnTime,

    /// <summary>Come after that day.</summary>
    Late,

    /// <summary>Not come and due on an earlier day.</summary>
    Overdue,

    /// <summary>Not come, and the day it is due cannot be told for want of bank holidays.</summary>
    DueUnknown,
}

public static class ReturnStatuses
{
    /// <param name="firstReceived">The day the first return for the period was dated, if one has come.</param>
    public static ReturnStatus Of(PeriodTerms terms, LocalDate? firstReceived, LocalDate asOf) => (terms.ReturnDue, firstReceived) switch
    {
        (null, null) => ReturnStatus.DueUnknown,
        ({ } due, { } received) when received > due => ReturnStatus.Late,
        (_, not null) => ReturnStatus.OnTime,
        ({ } due, null) => asOf > due ? ReturnStatus.Overdue : ReturnStatus.Awaited,
    };

    public static string InWords(this ReturnStatus status) => status switch
    {
        ReturnStatus.OnTime => "on time",
        ReturnStatus.DueUnknown => "not received; the day it is due is not known",
        _ => status.Key(),
    };
}
