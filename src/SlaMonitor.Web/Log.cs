using Microsoft.Extensions.Logging;
using SlaMonitor.Web.Access;

namespace SlaMonitor.Web;

/// <summary>Everything this project logs. Ids only: no names, no addresses, no tokens, no contents.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Refused: {Verdict}. Caller {Caller}, endpoint {Endpoint}.")]
    public static partial void Refused(ILogger log, Verdict verdict, string? caller, string? endpoint);

    [LoggerMessage(1003, LogLevel.Error, "Unexpected.")]
    public static partial void Unexpected(ILogger log, Exception exception);

    [LoggerMessage(1004, LogLevel.Information, "Signed in as the illustration {Caller}.")]
    public static partial void SignedInAsIllustration(ILogger log, string caller);

    [LoggerMessage(1005, LogLevel.Warning, "Over a rate limit. Caller {Caller}.")]
    public static partial void OverRateLimit(ILogger log, string? caller);

    [LoggerMessage(1006, LogLevel.Information, "Not done: {Status} {Problem}. Caller {Caller}, endpoint {Endpoint}.")]
    public static partial void NotDone(ILogger log, int status, string problem, string? caller, string? endpoint);

    [LoggerMessage(1007, LogLevel.Information, "Signed in: {Caller}, by OpenID Connect.")]
    public static partial void SignedIn(ILogger log, string caller);

    [LoggerMessage(1008, LogLevel.Information, "A sign-in was not completed: {Kind}.")]
    public static partial void SignInFailed(ILogger log, string kind);
}
