using System.Security.Cryptography;
using System.Text;

namespace SlaMonitor.Service.Formats.Assessments;

/// <summary>Names a document by its content.</summary>
public static class ContentHash
{
    /// <summary>The SHA-256 of the text in UTF-8, in lower-case hexadecimal.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
