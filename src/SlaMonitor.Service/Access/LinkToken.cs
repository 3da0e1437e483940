using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Service.Access;

/// <summary>So many bytes that nobody can foresee. The one source of them is <c>Program.cs</c>.</summary>
public delegate byte[] RandomBytes(int count);

/// <summary>The secret of an upload link or a calendar feed: 32 random bytes in base64url, so 43 characters that need no escaping in a path.</summary>
public static class LinkToken
{
    public const int Bytes = 32;

    public const int Characters = 43;

    public static string Make(RandomBytes random) => Base64Url.EncodeToString(random(Bytes));

    /// <summary>What is stored of a token, and how it is found. A token of 256 random bits needs neither salt nor a slow hash.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether a text can be a token at all, so that nonsense costs no look into storage.</summary>
    public static bool IsPossible(string text) => text.Length == Characters && Base64Url.IsValid(text);
}
