namespace SlaMonitor.Cli.Local;

/// <summary>The account every storage emulator has. Name and key are published by Microsoft and open nothing else:
/// https://learn.microsoft.com/azure/storage/common/storage-use-azurite</summary>
internal static class DevelopmentAccount
{
    private const string Name = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <param name="ports">Of Blob, Queue and Table on 127.0.0.1.</param>
    public static string ConnectionString(IReadOnlyDictionary<string, int> ports) =>
        $"DefaultEndpointsProtocol=http;AccountName={Name};AccountKey={Key};"
        + string.Concat(ports.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}Endpoint=http://127.0.0.1:{p.Value}/{Name};"));
}
