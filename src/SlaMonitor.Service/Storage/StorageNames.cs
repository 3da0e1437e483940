namespace SlaMonitor.Service.Storage;

/// <summary>What the tables, containers and queues are called.</summary>
/// <param name="Prefix">Put before every name, so that several services can share an account; empty in production.</param>
public sealed record StorageNames(string Prefix = "")
{
    /// <summary>A partition a contract.</summary>
    public string Contracts => $"{Prefix}contracts";

    /// <summary>Lists across contracts, in one partition.</summary>
    public string Index => $"{Prefix}index";

    /// <summary>Who may do what, and upload links.</summary>
    public string Access => $"{Prefix}access";

    /// <summary>The bytes of returns and contract files as they came; write-once.</summary>
    public string Raw => $"{Prefix}raw";

    /// <summary>Large files on their way in, for some minutes each.</summary>
    public string Uploads => $"{Prefix}uploads";

    /// <summary>Ticket extracts as they came; never rewritten, and with a retention of their own, as they say more of people than returns do.</summary>
    public string Extracts => $"{Prefix}extracts";

    /// <summary>Results of single periods, by hash.</summary>
    public string Results => $"{Prefix}results";

    /// <summary>The daily anchors of the audit trail; write-once.</summary>
    public string Anchors => $"{Prefix}anchors";

    /// <summary>Keys that protect cookies.</summary>
    public string Keys => $"{Prefix}keys";

    /// <summary>Contracts to assess.</summary>
    public string Assess => $"{Prefix}assess";

    /// <summary>Contracts with alerts to deliver.</summary>
    public string Alerts => $"{Prefix}alerts";

    public IReadOnlyList<string> Tables => [Contracts, Index, Access];

    public IReadOnlyList<string> Containers => [Raw, Uploads, Extracts, Results, Anchors, Keys];

    /// <summary>Each has a queue beside it for messages that failed too often.</summary>
    public IReadOnlyList<string> Queues => [Assess, Alerts];

    /// <summary>Where the messages of a queue go that failed too often: the name that Azure Functions gives it.</summary>
    public static string PoisonOf(string queue) => $"{queue}-poison";
}
