using Azure;

namespace SlaMonitor.Service.Storage;

/// <summary>The failures of storage that are answers: not there, there already, changed meanwhile. All others are thrown.</summary>
internal static class StorageAnswers
{
    public static bool IsNotFound(this RequestFailedException failed) => failed.Status == 404;

    public static bool IsThereAlready(this RequestFailedException failed) => failed.Status == 409;

    public static bool IsChangedMeanwhile(this RequestFailedException failed) => failed.Status == 412;
}
