using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>The steps of the service on one account, as its hosts call them.</summary>
internal sealed class Steps
{
    private static readonly Asked Officer = new("tenant/officer", "load", null);

    private readonly LoadContract _contract;
    private readonly ReceiveReturn _receive;
    private readonly PutTerms _terms;
    private readonly AssessContract _assess;
    private readonly DeliverAlerts _deliver;

    public Steps(StorageAccount account, LoadContract contract, IClock clock)
    {
        var terms = new ReadTerms();
        _contract = contract;
        Stores = new(account);
        _receive = new(Stores, clock);
        _terms = new(Stores, new(Stores, clock), terms, new(NeedsSecondPerson: false), HolidayBasis.Adopted, clock);
        _assess = new(Stores, terms, new(Stores, HolidayBasis.Adopted), HolidayBasis.Adopted, clock);
        _deliver = new(Stores, new(), HolidayBasis.Adopted, NoticeChannels.None, clock, NullLogger<DeliverAlerts>.Instance);
    }

    public Stores Stores { get; }

    /// <summary>Puts a contract into force; workers then assess it.</summary>
    public async Task PutIntoForce(string code)
    {
        if (await _terms.Draft(code, _contract.Start, _contract.File(code), null, Officer) is not TermsOutcome.Drafted drafted
            || await _terms.Activate(code, _contract.Start, drafted.Draft.Version, Officer) is not TermsOutcome.Activated)
            throw new InvalidOperationException($"{code} is not in force.");
    }

    public async Task<Receipt> Send(string code, YearMonth month) =>
        await _receive.Of(new(code, "tenant/supplier", LoadContract.Return(code, month), null) { Confirmed = "Known." })
            is Reception.New received
            ? received.Receipt
            : throw new InvalidOperationException($"{code} {month} had been sent before.");

    /// <summary>Works both queues off, a message at a time.</summary>
    public async Task Work()
    {
        while (await WorkOnce(Stores.Assess, _assess.Of) || await WorkOnce(Stores.Alerts, _deliver.Of))
        {
        }
    }

    /// <summary>One message received and assessed.</summary>
    public Task Assess() => WorkOnce(Stores.Assess, _assess.Of);

    private static async Task<bool> WorkOnce(WorkQueue queue, Func<WorkMessage, Task> step)
    {
        if (await queue.Receive(1, Duration.FromMinutes(1)) is not [var message]) return false;
        await step(WorkMessage.Parse(message.Text));
        await queue.Delete(message);
        return true;
    }
}
