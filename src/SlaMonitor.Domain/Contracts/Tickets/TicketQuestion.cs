namespace SlaMonitor.Domain.Contracts.Tickets;

/// <summary>What an indicator asks of tickets. Names are those of contract files.</summary>
public enum TicketQuestion
{
    /// <summary>Which were resolved within their target. A share, or a count.</summary>
    ResolvedInTarget,

    /// <summary>Which were answered for the first time within their target. A share, or a count.</summary>
    RespondedInTarget,

    /// <summary>Which were resolved without being passed on. A share, or a count.</summary>
    ResolvedAtFirstContact,

    /// <summary>Which were opened again after they were resolved. A share, or a count.</summary>
    Reopened,

    /// <summary>Which were passed on more often than the rule allows. A share, or a count.</summary>
    Reassigned,

    /// <summary>Which were escalated. A share, or a count.</summary>
    Escalated,

    /// <summary>How long they took to be resolved. An average, or a percentile.</summary>
    TimeToResolve,

    /// <summary>How long they took to be answered for the first time. An average, or a percentile.</summary>
    TimeToRespond,

    /// <summary>How many came in. A count.</summary>
    Opened,

    /// <summary>How many were resolved. A count.</summary>
    Resolved,

    /// <summary>How many were closed. A count.</summary>
    Closed,

    /// <summary>How many were open at the end of the period. A stock.</summary>
    Open,

    /// <summary>How many of those had been open for longer than the rule says. A stock.</summary>
    OpenLong,

    /// <summary>How many of those were past their target. A stock.</summary>
    OpenOverdue,

    /// <summary>Each ticket is an outage, or maintenance, from when it was opened to when it was resolved. An availability.</summary>
    Downtime,
}
