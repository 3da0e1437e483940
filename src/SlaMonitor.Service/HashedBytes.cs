using System.Security.Cryptography;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service;

/// <summary>A stream that is hashed while it is read.</summary>
internal sealed class HashedBytes(Stream inner) : ReadOnceStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>In lower case hex, of the whole: what was not read yet is read now.</summary>
    public string Sha256()
    {
        CopyTo(Null);
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _hash.AppendData(buffer[..count]);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
