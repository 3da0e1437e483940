using Microsoft.Extensions.Logging;

namespace SlaMonitor.Service;

/// <summary>Everything the steps log. Codes of contracts and other ids only: no names, no addresses, no contents.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information, "Done: {Step} of {Contract}.")]
    public static partial void Done(ILogger log, string step, string contract);

    [LoggerMessage(2002, LogLevel.Warning, "Failed: {Step} of {Contract}.")]
    public static partial void Failed(ILogger log, Exception failure, string step, string contract);

    [LoggerMessage(2003, LogLevel.Error, "Raised for the operator: {Key}.")]
    public static partial void Raised(ILogger log, string key);

    [LoggerMessage(2004, LogLevel.Information, "No longer stands: {Key}.")]
    public static partial void Cleared(ILogger log, string key);

    [LoggerMessage(2010, LogLevel.Information, "Delivery {Delivery} of {Contract} to {Recipient}: {State}.")]
    public static partial void Settled(ILogger log, string delivery, string contract, string recipient, Register.DeliveryState state);

    [LoggerMessage(2011, LogLevel.Warning, "Delivery {Delivery} of {Contract} to {Recipient}, try {Count}: {Why}.")]
    public static partial void NotDelivered(ILogger log, string delivery, string contract, string recipient, int count, string why);
}
