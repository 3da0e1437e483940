using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Domain.Tickets;

/// <summary>
/// Draws the tickets whose users are asked how satisfied they were: a share of all, the same for everybody who draws with the same seed. Each
/// ticket's place in the draw is the SHA-256 of the seed, a line break and its number; the lowest are taken, so that nobody can choose them.
/// </summary>
public sealed class SatisfactionSample(string seed)
{
    private readonly List<(UInt128 Place, string Number)> _drawn = [];

    public void Add(string number)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{number}"));
        _drawn.Add((System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash), number));
    }

    /// <summary>So many per cent of the tickets added, rounded up, in the order they were drawn.</summary>
    /// <param name="percent">From 1 to 100.</param>
    public IReadOnlyList<string> Take(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        var size = (int)((((long)_drawn.Count * percent) + 99) / 100);
        return [.. _drawn.Order().Take(size).Select(d => d.Number)];
    }
}
