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
        var seeded = new Seeded(Seed);
        var intervals = new (long Start, long End)[count];
        for (var i = 0; i < count; i++)
        {
            var start = First + seeded.Next(OpeningSeconds);
            intervals[i] = (start, start + seeded.Next(LongestSeconds));
        }

        return intervals;
    }
}
