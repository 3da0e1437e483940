using NodaTime;
using NodaTime.Testing;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Golden;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;
using SlaMonitor.TestStorage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>The service's steps on tables, blobs and queues of their own, with every request to them kept.</summary>
internal sealed class TestService
{
    private static int _count;

    private TestService(StorageAccount account, FakeClock clock)
    {
        var terms = new ReadTerms();
        Clock = clock;
        Stores = new(account);
        Receive = new(Stores, clock);
        Assess = new(Stores, terms, HolidayBasis.Adopted, clock);
        var change = new ChangeContract(Stores, clock);
        Terms = new(Stores, change, terms, HolidayBasis.Adopted, clock);
        Decisions = new(change, terms, HolidayBasis.Adopted);
        Returns = new(Stores, change);
        Nothing = new(Stores, Receive, terms, HolidayBasis.Adopted);
        Sweep = new(Stores, clock);
    }

    public static Asked Officer { get; } = new("tenant/officer", "test", null);

    public FakeClock Clock { get; }

    public Stores Stores { get; }

    public ReceiveReturn Receive { get; }

    public AssessContract Assess { get; }

    public PutTerms Terms { get; }

    public RecordDecisions Decisions { get; }

    public ChangeReturn Returns { get; }

    public ReportNothing Nothing { get; }

    public SweepPending Sweep { get; }

    public StorageRequests Requests => Stores.Account.Requests;

    /// <param name="now">What the clock says; it stands still unless it is moved.</param>
    public static async Task<TestService> Begin(Instant now)
    {
        var names = new StorageNames($"t{Interlocked.Increment(ref _count)}");
        var account = StorageAccount.Emulated(await AzuriteFixture.ConnectionString(), names, new StorageRequests(keep: true));
        await account.EnsureCreated();
        return new(account, new FakeClock(now));
    }

    /// <summary>The same account seen by another process.</summary>
    public TestService Another() => new(Stores.Account, Clock);

    /// <summary>Puts a contract file of the samples into force.</summary>
    public async Task Activate(string sample)
    {
        var file = File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples", sample));
        var read = ContractFile.Read(file, HolidayBasis.Adopted).Terms!;
        var drafted = Assert.IsType<TermsOutcome.Drafted>(await Terms.Draft(read.Code, read.EffectiveFrom, file, null, Officer));
        Assert.IsType<TermsOutcome.Activated>(await Terms.Activate(read.Code, read.EffectiveFrom, drafted.Draft.Version, Officer));
    }

    /// <summary>Works until the queue is empty, as the worker does.</summary>
    public async Task Work()
    {
        while (await Stores.Assess.Receive(1, Duration.FromMinutes(1)) is [var message])
        {
            await Assess.Of(WorkMessage.Parse(message.Text));
            await Stores.Assess.Delete(message);
        }
    }
}
