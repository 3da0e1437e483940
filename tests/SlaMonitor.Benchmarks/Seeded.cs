namespace SlaMonitor.Benchmarks;

/// <summary>SplitMix64: the same numbers every time, by a seed of ours and no randomness of the machine.</summary>
internal sealed class Seeded(ulong seed)
{
    private ulong _state = seed;

    /// <returns>From zero to one less than <paramref name="below"/>.</returns>
    public long Next(long below)
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (long)((z ^ (z >> 31)) % (ulong)below);
    }

    /// <summary>True so many times in 1,000.</summary>
    public bool Happens(int perMille) => Next(1000) < perMille;
}
