using System.Text;
using NodaTime;
using SlaMonitor.Golden;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>
/// A process that dies at any request to storage, before it or right after it, and a network that loses any answer: once it is started
/// again all is as if nothing had happened. The requests are those the undisturbed run makes, so that a new one cannot be forgotten.
/// </summary>
public class CrashTests
{
    /// <summary>Most of their time goes by waiting for the messages of the dead.</summary>
    private const int AtOnce = 12;

    private static readonly Instant February = Instant.FromUtc(2026, 2, 10, 9, 0);

    private static readonly byte[] Contract = File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/first-contract.yaml"));

    /// <summary>A figure that disagrees with its parts is a warning, and 94 % a breach, so that an alert is to be sent.</summary>
    private static readonly byte[] Return = File.ReadAllBytes(Path.Combine(GoldenFile.Root, "samples/first-return.csv"));

    private static readonly YearMonth January = new(2026, 1);

    [Fact]
    public Task A_return() => Survives(Begun, async service => await service.Receive.Of(new("my-first", "tenant/supplier", Return, "one") { Confirmed = "Known." }), leastRequests: 11);

    [Fact]
    public Task A_return_too_large_for_its_row() => Survives(Begun, async service => await service.Receive.Of(new("my-first", "tenant/supplier", Large(), "one")), leastRequests: 10);

    [Fact]
    public Task Terms_put_into_force() => Survives(
        async service => await service.Terms.Draft("my-first", new(2026, 1, 1), Contract, null, TestService.Officer),
        async service =>
        {
            var draft = await service.Stores.Register.Draft("my-first", new(2026, 1, 1));
            await service.Terms.Activate("my-first", new(2026, 1, 1), draft?.Version ?? "gone", TestService.Officer);
        },
        leastRequests: 12);

    [Fact]
    public Task A_decision() => Survives(
        Received,
        async service => await service.Decisions.Of("my-first", Encoding.UTF8.GetBytes(Relief), TestService.Officer),
        leastRequests: 10);

    [Fact]
    public Task A_confirmation() => Survives(Awaiting, async service => await service.Returns.Confirm("my-first", January, 1, TestService.Officer), leastRequests: 11);

    [Fact]
    public Task A_withdrawal() => Survives(Received, async service => await service.Returns.Withdraw("my-first", January, 1, TestService.Officer), leastRequests: 11);

    private const string Relief = """
        contract: my-first
        decisions:
          - reliefClaimed: { period: 2026-01, indicator: KPI1, on: 2026-02-10, by: supplier, reason: the client's network was down }
          - reliefAccepted: { period: 2026-01, indicator: KPI1, on: 2026-02-10, by: board, reason: so it was }
        """;

    private static async Task Begun(TestService service)
    {
        await service.Activate(Contract);
        await service.Work();
        service.Clock.AdvanceMinutes(10);
    }

    private static async Task Received(TestService service)
    {
        await Begun(service);
        await service.Receive.Of(new("my-first", "tenant/supplier", Return, "one") { Confirmed = "Known." });
        await service.Work();
        service.Clock.AdvanceMinutes(10);
    }

    private static async Task Awaiting(TestService service)
    {
        await Begun(service);
        await service.Receive.Of(new("my-first", "tenant/supplier", Return, "one"));
        await service.Work();
        service.Clock.AdvanceMinutes(10);
    }

    /// <summary>No return at all, as its findings are many: a comment makes it 200 KiB.</summary>
    private static byte[] Large() => [.. Return, .. Encoding.UTF8.GetBytes($"KPI1,comment,{new string('x', 200 * 1024)}\n")];

    private static async Task Survives(Func<TestService, Task> before, Func<TestService, Task> asked, int leastRequests)
    {
        var (whole, requests) = await Undisturbed(before, asked);
        Assert.True(requests.Count >= leastRequests, string.Join('\n', requests));
        var deaths = requests.SelectMany((request, i) => Enum.GetValues<Death>().Where(how => how == Death.Before || Changes(request)).Select(how => (At: i + 1, How: how)));
        await Parallel.ForEachAsync(deaths, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (death, _) =>
            Same(whole, await Disturbed(before, asked, death.At, death.How), $"{requests[death.At - 1]}, {death.How}"));
    }

    /// <summary>What only reads changes nothing; to receive a message hides it.</summary>
    private static bool Changes(string request) => !request.StartsWith("GET", StringComparison.Ordinal) || request.Contains("queue", StringComparison.Ordinal);

    private static async Task<(IReadOnlyList<string> State, IReadOnlyList<string> Requests)> Undisturbed(Func<TestService, Task> before, Func<TestService, Task> asked)
    {
        var service = await Prepared(before);
        var process = service.Another();
        await asked(process);
        while (await process.WorkOnce(Duration.FromSeconds(30)))
        {
        }

        return (await StoredState.Of(service.Stores.Account), process.Requests.Kept.SkipLast(1).ToList());
    }

    private static async Task<IReadOnlyList<string>> Disturbed(Func<TestService, Task> before, Func<TestService, Task> asked, int at, Death how)
    {
        var service = await Prepared(before);
        var process = service.Another(new DyingWire(at, how));
        var answered = false;
        try
        {
            await asked(process);
            answered = true;
            while (await process.WorkOnce(Duration.FromSeconds(1)))
            {
            }
        }
        catch (DeadException)
        {
            // As it should.
        }

        await service.Recover();
        if (!answered)
        {
            await asked(service);
            await service.WorkToTheLast();
        }

        return await StoredState.Of(service.Stores.Account);
    }

    private static async Task<TestService> Prepared(Func<TestService, Task> before)
    {
        var service = await TestService.Begin(February);
        await before(service);
        await service.Stores.Account.Queue(service.Stores.Alerts.Name).ClearMessagesAsync();
        return service;
    }

    private static void Same(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string where)
    {
        var differences = expected.Except(actual).Select(l => $"missing: {l}").Concat(actual.Except(expected).Select(l => $"too much: {l}")).ToList();
        Assert.True(differences.Count == 0 && expected.Count == actual.Count, $"{where}\n{string.Join('\n', differences)}");
    }
}
