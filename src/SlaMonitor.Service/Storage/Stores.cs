namespace SlaMonitor.Service.Storage;

/// <summary>All that is stored in one account.</summary>
public sealed class Stores(StorageAccount account)
{
    public ContractRegister Register { get; } = new(account);

    public ContractIndex Index { get; } = new(account);

    /// <summary>Bytes as they came: <c>contract/SHA-256</c>.</summary>
    public WriteOnceBlobs Raw { get; } = new(account.Container(account.Names.Raw));

    /// <summary>Results of single periods.</summary>
    public ResultDocuments Results { get; } = new(new(account.Container(account.Names.Results)));

    /// <summary>Daily anchors of the audit trail, by day.</summary>
    public WriteOnceBlobs Anchors { get; } = new(account.Container(account.Names.Anchors));

    public WorkQueue Assess { get; } = new(account, account.Names.Assess);

    public WorkQueue Alerts { get; } = new(account, account.Names.Alerts);

    public StorageAccount Account => account;
}
