using System.Diagnostics;

namespace SlaMonitor.Cli.Tests.Serving;

/// <summary>Waits for what comes by itself, for minutes at most: this machine may have much else to do.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<T> Get<T>(Func<Task<T?>> look) where T : class
    {
        T? found = null;
        await Holds(async () => (found = await look()) is not null);
        return found!;
    }

    public static async Task Holds(Func<Task<bool>> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(waited.Elapsed < Patience, $"Not within {Patience}.");
            await Task.Delay(100);
        }
    }

    /// <summary>Tries again while the service is away.</summary>
    public static async Task<T> Answers<T>(Func<Task<T>> ask)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or TaskCanceledException)
            {
                if (waited.Elapsed > Patience) throw;
                await Task.Delay(100);
            }
        }
    }
}
