using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using SlaMonitor.Web.Access;
using SlaMonitor.Web.Problems;

namespace SlaMonitor.Web.Requests;

/// <summary>A POST that may come twice and is done once.</summary>
/// <remarks>There is no store of keys. The row that a step inserts is named by <see cref="Name"/>, so a second insert finds the first,
/// and what it was made from (a hash of the body, in the row) tells whether to say the same again or
/// <see cref="KnownProblems.OtherBody"/>.</remarks>
public static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    /// <summary>In the response where nothing was done, because it was done before.</summary>
    public const string Replayed = "Idempotency-Replayed";

    public const int MostCharacters = 200;

    /// <summary>What the key names: SHA-256, in lower-case hexadecimal, of caller, method, path and key. So one caller's keys are
    /// nothing to another, and a key used at two endpoints is two.</summary>
    /// <param name="name">Null where the header is absent or not usable.</param>
    /// <param name="refusal">Null where there is a name, or where there is no header and it may be absent.</param>
    public static bool TryName(HttpContext context, bool isRequired, out string? name, out ApiProblem? refusal)
    {
        var values = context.Request.Headers[Header];
        name = values is [{ } key] && IsUsable(key) && Caller.Of(context) is { } caller ? Name(caller, context.Request, key) : null;
        refusal = name is null && (isRequired || values.Count > 0) ? KnownProblems.BadIdempotencyKey : null;
        return refusal is null;
    }

    private static string Name(Caller caller, HttpRequest request, string key) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', caller.Id, request.Method, request.Path.Value, key))));

    private static bool IsUsable(string key) => key.Length is > 0 and <= MostCharacters && key.All(c => c is > ' ' and <= '~');
}
