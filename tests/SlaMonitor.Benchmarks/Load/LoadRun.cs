using System.Diagnostics;
using Azure.Data.Tables;
using NodaTime;
using SlaMonitor.Cli.Local;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>
/// Returns per second end to end, from the first sent to the last assessed, with 1, 2 and 4 worker processes; beside it the same
/// requests of the same sizes made by the bare storage clients, with as many senders, worker processes and messages in hand. Each
/// run has a storage emulator of its own, on disk. Loopback only.
/// </summary>
internal sealed class LoadRun(LoadContract contract, int contracts, IClock clock)
{
    public const string ReplayWorkerVerb = "load-replay-worker";

    private const int Senders = 8;
    private const int WarmContractsOfWorker = 30;
    private const double Goal = 0.8;

    /// <summary>What comes to the service twice within ten seconds it looks at once more.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(11);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private int Returns => contracts * contract.Months;

    /// <returns>Whether nothing was lost or doubled; the table is written either way.</returns>
    public static Task<bool> Run(int contracts, int months, int rounds, IClock clock, TextWriter output) =>
        new LoadRun(LoadContract.Before(clock.GetCurrentInstant().InUtc().Date, months), contracts, clock).Run(rounds, output);

    private async Task<bool> Run(int rounds, TextWriter output)
    {
        output.WriteLine($"{Returns} returns of {contracts} contracts, {Senders} sent at a time; medians of {rounds} rounds; CPU of sender and workers.");
        output.WriteLine();
        output.WriteLine($"{"workers",-9}{"service/s",12}{"replay/s",12}{"ratio",8}"
            + $"{"CPU ms a return",18}{"of replay",12}{"assessments",14}   read back");
        var folder = Directory.CreateTempSubdirectory("sla-load-");
        try
        {
            var recording = Path.Combine(folder.FullName, "recording.json");
            using (var azurite = await Emulator())
                (await Recording.Of(azurite.ConnectionString, contract, clock)).Write(recording);
            var whole = true;
            foreach (var workers in (int[])[1, 2, 4])
            {
                var (ours, replay) = (new List<Figures>(), new List<Figures>());
                for (var round = 0; round < rounds; round++)
                {
                    ours.Add(await Once(workers, connection => new ServiceSide(connection, contract, clock)));
                    replay.Add(await Once(workers, connection => new ReplaySide(connection, recording)));
                }

                Write(output, workers, ours, replay);
                whole &= ours.All(f => f.Wrong.Count == 0);
            }

            return whole;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(TextWriter output, int workers, List<Figures> ours, List<Figures> replay)
    {
        var (service, bare) = (Median(ours, f => f.PerSecond), Median(replay, f => f.PerSecond));
        var (wrong, assessments) = (ours.SelectMany(f => f.Wrong).ToList(), Median(ours, f => f.Assessments));
        output.WriteLine($"{workers,-9}{service,12:F1}{bare,12:F1}{service / bare,8:F2}"
            + $"{Median(ours, f => f.Cpu),18:F1}{Median(replay, f => f.Cpu),12:F1}{assessments,14:F0}   "
            + (wrong.Count == 0 ? "nothing lost, nothing doubled" : $"WRONG: {string.Join("; ", wrong.Take(10))}")
            + (service / bare < Goal ? $"; BELOW {Goal}" : ""));
        output.Flush();
    }

    private static double Median(List<Figures> figures, Func<Figures, double> of) => figures.Select(of).Order().ElementAt(figures.Count / 2);

    private static async Task<Azurite> Emulator() =>
        await Azurite.Start(
            new(Directory.CreateTempSubdirectory("sla-load-").FullName) { RemovedAtEnd = true },
            Machine.From(Environment.GetEnvironmentVariable),
            Console.Error.WriteLine) switch
        {
            AzuriteStart.Running running => running.Azurite,
            AzuriteStart.Failed failed => throw new InvalidOperationException(failed.Why),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    private async Task<Figures> Once(int workers, Func<string, Side> of)
    {
        using var azurite = await Emulator();
        var account = StorageAccount.Emulated(azurite.ConnectionString, new(), new());
        await account.EnsureCreated();
        var index = new TableClient(azurite.ConnectionString, new StorageNames().Index);
        var side = of(azurite.ConnectionString);
        using var processes = await side.Start(workers);
        var codes = Enumerable.Range(1, contracts).Select(i => $"load-{i:D4}").ToList();
        // A process that has just started compiles what it runs, which is not what is measured.
        var warm = Enumerable.Range(1, WarmContractsOfWorker * workers).Select(i => $"warm-{i:D4}").ToHashSet();

        await Parallel.ForEachAsync(warm.Concat(codes), AtOnce, async (code, _) => await side.PutIntoForce(code));
        await WorkedOff(index, processes);
        await Delivered(new Stores(account).Alerts);
        await Parallel.ForEachAsync(Sendings(warm), AtOnce, async (one, _) => await side.Send(one.Code, one.Month));
        await WorkedOff(index, processes);
        await Task.Delay(Settled);

        var (watch, busy) = (Stopwatch.StartNew(), Busy(processes));
        await Parallel.ForEachAsync(Sendings(codes), AtOnce, async (one, _) => await side.Send(one.Code, one.Month));
        await WorkedOff(index, processes);
        var figures = new Figures(Returns / watch.Elapsed.TotalSeconds, (Busy(processes) - busy).TotalMilliseconds / Returns, 0, []);
        if (side is not ServiceSide service) return figures;
        var (wrong, assessments) = await service.ReadAll(but: warm);
        return figures with { Wrong = wrong, Assessments = assessments };
    }

    /// <summary>Month by month, so that as much as may be lies between two of one contract.</summary>
    private IEnumerable<(string Code, int Month)> Sendings(IReadOnlyCollection<string> codes) =>
        Enumerable.Range(0, contract.Months).SelectMany(month => codes.Select(code => (code, month)));

    /// <summary>Returns are awaited, which is told before any is sent.</summary>
    private static async Task Delivered(WorkQueue alerts)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && await alerts.Count() > 0;) await Task.Delay(LookEvery);
    }

    private static ParallelOptions AtOnce => new() { MaxDegreeOfParallelism = Senders };

    private static TimeSpan Busy(WorkerProcesses workers)
    {
        using var own = Process.GetCurrentProcess();
        return workers.Busy + own.TotalProcessorTime;
    }

    /// <summary>Waits until nothing is pending; looks at the first row alone.</summary>
    private static async Task WorkedOff(TableClient index, WorkerProcesses workers)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(LookEvery))
        {
            workers.MustLive();
            var pending = index.QueryAsync<TableEntity>("PartitionKey eq 'index' and RowKey ge 'pending~' and RowKey lt 'pending~~'", 1, ["RowKey"]);
            if (!await pending.AnyAsync()) return;
        }

        throw new TimeoutException($"Something is still pending after {Patience.TotalMinutes} minutes.");
    }

    /// <param name="Cpu">Milliseconds a return.</param>
    private sealed record Figures(double PerSecond, double Cpu, int Assessments, IReadOnlyList<string> Wrong);
}
