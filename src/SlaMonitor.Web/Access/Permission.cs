namespace SlaMonitor.Web.Access;

/// <summary>What an endpoint may need. All but <c>operate</c> are used within the contracts one has been given.</summary>
public enum Permission
{
    /// <summary>See terms, returns, assessments, credits, breaches and dates.</summary>
    ReadContract,

    /// <summary>Send a return, confirm its warnings, withdraw it.</summary>
    SubmitReturn,

    /// <summary>Ask for relief, dispute a result.</summary>
    MakeClaim,

    /// <summary>Record reliefs, disputes, options and withheld charges.</summary>
    RecordDecision,

    /// <summary>Put and activate contract versions, hand out upload links.</summary>
    ManageContract,

    /// <summary>See who did what, and verify the trail.</summary>
    ReadAudit,

    /// <summary>Keep the service running: assignments, poison messages, index rows.</summary>
    Operate,
}
