using NodaTime;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>What is measured: the service, or the replay of its requests.</summary>
internal abstract class Side
{
    public abstract Task PutIntoForce(string code);

    /// <param name="month">From 0.</param>
    public abstract Task Send(string code, int month);

    public abstract Task<WorkerProcesses> Start(int workers);
}

internal sealed class ServiceSide(string connection, LoadContract contract, IClock clock) : Side
{
    private readonly YearMonth[] _months = [.. contract.Periods];
    private readonly Steps _steps = new(StorageAccount.Emulated(connection, new(), new()), contract, clock);
    private readonly List<Receipt> _sent = [];

    public override Task PutIntoForce(string code) => _steps.PutIntoForce(code);

    public override async Task Send(string code, int month)
    {
        var receipt = await _steps.Send(code, _months[month]);
        lock (_sent) _sent.Add(receipt);
    }

    public override Task<WorkerProcesses> Start(int workers) => WorkerProcesses.OfService(workers, connection);

    /// <inheritdoc cref="ReadBack.Of"/>
    /// <param name="but">Contracts that are not looked at.</param>
    public Task<(IReadOnlyList<string> Wrong, int Assessments)> ReadAll(IReadOnlySet<string> but) =>
        ReadBack.Of(_steps.Stores, contract, [.. _sent.Where(r => !but.Contains(r.Contract))]);
}

internal sealed class ReplaySide(string connection, string recording) : Side
{
    private readonly Replay _replay = new(Recording.Read(recording), connection);

    public override Task PutIntoForce(string code) => _replay.PutIntoForce(code);

    public override Task Send(string code, int month) => _replay.Send(code, month);

    public override Task<WorkerProcesses> Start(int workers) => WorkerProcesses.OfReplay(workers, recording, connection);
}
