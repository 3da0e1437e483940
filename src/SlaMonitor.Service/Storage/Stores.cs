namespace SlaMonitor.Service.Storage;

/// <summary>All that is stored in one account.</summary>
public sealed class Stores(StorageAccount account)
{
    public ContractRegister Register { get; } = new(account);

    /// <summary>What of it grows with the years.</summary>
    public ContractLists Lists { get; } = new(account);

    /// <summary>Who has been given which contracts.</summary>
    public PeopleTable People { get; } = new(account);

    public ContractIndex Index { get; } = new(account);

    /// <summary>Bytes as they came: <c>contract/SHA-256</c>.</summary>
    public WriteOnceBlobs Raw { get; } = new(account.Container(account.Names.Raw));

    public UploadBlobs Uploads { get; } = account.Uploads;

    /// <summary>Ticket extracts: <c>contract/upload</c>.</summary>
    public UploadBlobs Extracts { get; } = account.Extracts;

    /// <summary>Results of single periods.</summary>
    public ResultDocuments Results { get; } = new(new(account.Container(account.Names.Results)));

    public AuditAnchors Anchors { get; } = new(new(account.Container(account.Names.Anchors)));

    /// <summary>Keys that protect cookies, by name.</summary>
    public WriteOnceBlobs Keys { get; } = new(account.Container(account.Names.Keys));

    public WorkQueue Assess { get; } = new(account, account.Names.Assess, "assess");

    public WorkQueue Alerts { get; } = new(account, account.Names.Alerts, "alerts");

    /// <summary>Alerts on their way to recipients.</summary>
    public DeliveryDesk Deliveries { get; } = new(account);

    /// <summary>Who is told of what.</summary>
    public RecipientsTable Recipients { get; } = new(account);

    /// <summary>What reaches nobody, and why.</summary>
    public UndeliveredNotes Undelivered { get; } = new(account);

    /// <summary>What whoever keeps the service running has to look at.</summary>
    public OperatorAlerts Operator { get; } = new(account);

    public StorageAccount Account => account;
}
