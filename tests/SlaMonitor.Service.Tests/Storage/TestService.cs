using NodaTime;
using NodaTime.Testing;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Golden;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Storage;
using SlaMonitor.TestStorage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>The service's steps on tables, blobs and queues of their own, with every request to them kept.</summary>
internal sealed class TestService
{
    private static int _count;

    private readonly string _connection;

    private TestService(string connection, StorageAccount account, FakeClock clock)
    {
        _connection = connection;
        var terms = new ReadTerms();
        Clock = clock;
        Stores = new(account);
        Receive = new(Stores, clock);
        Assess = new(Stores, terms, new(Stores, HolidayBasis.Adopted), HolidayBasis.Adopted, clock);
        var change = new ChangeContract(Stores, clock);
        // One officer does everything here; that it takes two has a test of its own.
        Terms = new(Stores, change, terms, new(NeedsSecondPerson: false), HolidayBasis.Adopted, clock);
        Decisions = new(change, terms, HolidayBasis.Adopted, WaiverPolicy.Local);
        Returns = new(Stores, change);
        Nothing = new(Stores, Receive, terms, HolidayBasis.Adopted);
        Sweep = new(Stores, clock);
    }

    /// <summary>The ways by which this process tells people; none unless a test sets some up.</summary>
    public NoticeChannels Channels { get; set; } = NoticeChannels.None;

    /// <summary>What the step that delivers logged.</summary>
    public ListLog Log { get; } = new();

    public DeliverAlerts Deliver => new(Stores, new(), HolidayBasis.Adopted, Channels, Clock, Log);

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
        var connection = await AzuriteFixture.ConnectionString();
        var account = StorageAccount.Emulated(connection, names, new StorageRequests(keep: true));
        await account.EnsureCreated();
        return new(connection, account, new FakeClock(now));
    }

    /// <summary>The same account seen by another process.</summary>
    /// <param name="wire">What carries its requests; null for the usual.</param>
    public TestService Another(HttpMessageHandler? wire = null) =>
        new(_connection, StorageAccount.Emulated(_connection, Stores.Account.Names, new StorageRequests(keep: true), wire), Clock);

    /// <summary>Puts a contract file of the samples into force.</summary>
    public Task Activate(string sample) => Activate(File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples", sample)));

    /// <inheritdoc cref="Activate(string)"/>
    public async Task Activate(byte[] file)
    {
        var read = ContractFile.Read(file, HolidayBasis.Adopted).Terms!;
        var drafted = Assert.IsType<TermsOutcome.Drafted>(await Terms.Draft(read.Code, read.EffectiveFrom, file, null, Officer));
        Assert.IsType<TermsOutcome.Activated>(await Terms.Activate(read.Code, read.EffectiveFrom, drafted.Draft.Version, Officer, drafted.Comparison?.Sha256));
    }

    /// <summary>Works until the queues show nothing, as the worker does.</summary>
    public async Task Work()
    {
        while (await WorkOnce(Duration.FromMinutes(1)) || await DeliverOnce())
        {
        }
    }

    /// <summary>One message of the alerts queue received, worked on, deleted.</summary>
    /// <returns>False where the queue showed none.</returns>
    public async Task<bool> DeliverOnce()
    {
        if (await Stores.Alerts.Receive(1, Duration.FromMinutes(1)) is not [var message]) return false;
        await Deliver.Of(WorkMessage.Parse(message.Text));
        await Stores.Alerts.Delete(message);
        return true;
    }

    /// <summary>One message received, worked on, deleted.</summary>
    /// <returns>False where the queue showed none.</returns>
    public async Task<bool> WorkOnce(Duration comesAgainAfter)
    {
        if (await Stores.Assess.Receive(1, comesAgainAfter) is not [var message]) return false;
        await Assess.Of(WorkMessage.Parse(message.Text));
        await Stores.Assess.Delete(message);
        return true;
    }

    /// <summary>What a restart comes to: time goes by, what is pending is swept, messages of the dead come again and are worked on.</summary>
    public async Task Recover()
    {
        Clock.AdvanceMinutes(3);
        await Sweep.Run();
        await WorkToTheLast();
    }

    /// <summary>Works until the queue holds nothing any more, what nobody sees for a while included.</summary>
    public async Task WorkToTheLast()
    {
        var queue = Stores.Account.Queue(Stores.Assess.Name);
        while ((await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
        {
            if (!await WorkOnce(Duration.FromSeconds(30))) await Task.Delay(50);
        }
    }
}
