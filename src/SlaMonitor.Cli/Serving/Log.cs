using Microsoft.Extensions.Logging;

namespace SlaMonitor.Cli.Serving;

/// <summary>Everything the pumps log: queues, ids of messages and faults.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Warning, "Message {Id} of {Queue} failed, try {Try}; it comes again.")]
    public static partial void ComesAgain(ILogger log, Exception failure, string queue, string id, long @try);

    [LoggerMessage(3002, LogLevel.Error, "Message {Id} of {Queue} failed too often and was put aside.")]
    public static partial void SetAside(ILogger log, string queue, string id);

    [LoggerMessage(3003, LogLevel.Error, "{Queue} could not be read; it is tried again.")]
    public static partial void CannotRead(ILogger log, Exception failure, string queue);

    [LoggerMessage(3004, LogLevel.Error, "{Step} failed; it is tried again within a minute.")]
    public static partial void ClockStepFailed(ILogger log, Exception failure, string step);

    [LoggerMessage(3005, LogLevel.Information, "{Queue} can be read again.")]
    public static partial void CanRead(ILogger log, string queue);
}
