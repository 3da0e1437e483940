using NodaTime;

namespace SlaMonitor.Benchmarks;

/// <summary>Cases opened and closed, always the same ones: opened at any second of nine years, open for up to 27 days, which
/// in a week of 50 service hours makes about 93 hours at the mean.</summary>
internal static class Intervals
{
    private const ulong Seed = 20_261_123;
    private const int LongestSeconds = 2_330_000;

    private static readonly long First = Instant.FromUtc(2014, 1, 1, 0, 0).ToUnixTimeSeconds();
    private static readonly long OpeningSeconds = Instant.FromUtc(2023, 1, 1, 0, 0).ToUnixTimeSeconds() - First;

    public static (long Start, long End)[] Of(int count)
    {
        var state = Seed;
        var intervals = new (long Start, long End)[count];
        for (var i = 0; i < count; i++)
        {
            var start = First + Next(ref state, OpeningSeconds);
            intervals[i] = (start, start + Next(ref state, LongestSeconds));
        }

        return intervals;
    }

    /// <summary>SplitMix64: a seed of ours and no randomness of the machine.</summary>
    private static long Next(ref ulong state, long below)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (long)((z ^ (z >> 31)) % (ulong)below);
    }
}
