using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Formats.ContractFiles;

namespace SlaMonitor.Cli.Serving;

/// <summary>A contract with its past, handed to a running service in the order of its dates.</summary>
internal sealed class LoadSample
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ServiceClient _service;
    private readonly List<Uri> _receipts = [];
    private string _contract = "";

    private LoadSample(ServiceClient service) => _service = service;

    /// <summary>Hands everything in; nothing is waited for.</summary>
    /// <param name="files">All versions of one contract, its returns and its decisions.</param>
    public static async Task<LoadSample> Into(ServiceClient service, IReadOnlyList<NamedFile> files)
    {
        var load = new LoadSample(service);
        var contracts = files.Where(f => f.Kind() == FileKind.Contract).ToList();
        foreach (var (file, terms) in contracts.Select(f => (f, ContractFile.Read(f.Bytes, HolidayBasis.Adopted).Terms!)).OrderBy(v => v.Item2.EffectiveFrom))
        {
            load._contract = terms.Code;
            await service.PutIntoForce(terms.Code, terms.EffectiveFrom, file.Bytes);
        }

        foreach (var file in files.Where(f => f.Kind() == FileKind.Return).OrderBy(f => Dated(f, contracts)))
            load._receipts.Add(await service.SendHistory(load._contract, file.Bytes));
        foreach (var file in files.Where(f => f.Kind() == FileKind.Decisions)) await service.Record(load._contract, file.Bytes);
        return load;
    }

    /// <summary>Waits until all of it is assessed.</summary>
    /// <returns>What the service says of the contract, and what became of the returns, such as <c>accepted</c> and how many.</returns>
    public async Task<(ToldOfContract Told, IReadOnlyList<(string Status, int Count)> Returns)> Assessed()
    {
        var statuses = new List<string>();
        foreach (var receipt in _receipts)
        {
            string status;
            while ((status = await _service.StatusOf(receipt)) == "received") await Task.Delay(Pause);
            statuses.Add(status);
        }

        while (true)
        {
            if (await _service.Tell(_contract) is { } told) return (told, [.. statuses.GroupBy(s => s).Select(g => (g.Key, g.Count()))]);
            await Task.Delay(Pause);
        }
    }

    /// <summary>The day a return is dated; one that would be refused comes last.</summary>
    private static LocalDate Dated(NamedFile file, IEnumerable<NamedFile> contracts) =>
        ReadFiles.Of([.. contracts, file], HolidayBasis.Adopted).Returns.SelectMany(r => r).SingleOrDefault()?.SubmittedOn ?? LocalDate.MaxIsoValue;
}
