using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>The numbers of tickets seen so far, in about 50 bytes a ticket: those of up to 15 bytes as they are, longer ones by their
/// SHA-256.</summary>
internal sealed class TicketNumbers
{
    private const int Most = 15;

    private readonly HashSet<UInt128> _seen = [];

    public bool IsNew(ReadOnlySpan<byte> number) => _seen.Add(KeyOf(number));

    private static UInt128 KeyOf(ReadOnlySpan<byte> number)
    {
        Span<byte> key = stackalloc byte[SHA256.HashSizeInBytes];
        if (number.Length > Most)
        {
            SHA256.HashData(number, key);
            key[Most] = 0xFF;
        }
        else
        {
            key.Clear();
            number.CopyTo(key);
            key[Most] = (byte)number.Length;
        }

        return BinaryPrimitives.ReadUInt128LittleEndian(key);
    }
}
