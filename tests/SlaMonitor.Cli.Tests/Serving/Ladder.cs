using NodaTime;
using SlaMonitor.Cli.Serving;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Cli.Tests.Serving;

/// <summary>The Model Services Contract ladder of the samples, 24 returns of 23 months, and what it comes to.</summary>
internal static class Ladder
{
    public const string Code = "riverside-ict";

    public static readonly IReadOnlyList<NamedFile> Files = [.. InputFiles.In(Terminal.InRepository("samples/msc-ladder"))];

    /// <summary>In the order of their dates: the files are named by their months, and only the second revision of 2024-11 comes late.</summary>
    public static readonly IReadOnlyList<NamedFile> Returns = [.. Files.Where(f => f.Kind() == FileKind.Return)
        .OrderBy(f => ReadFiles.Of([.. Files.Where(c => c.Kind() == FileKind.Contract), f], HolidayBasis.Adopted).Returns.SelectMany(r => r).Single().SubmittedOn)];

    /// <summary>What the files come to without any service.</summary>
    public static ContractAssessment Expected() =>
        AssessFiles.Of(ReadFiles.Of(Files, HolidayBasis.Adopted), HolidayBasis.Adopted, null, SystemClock.Instance.GetCurrentInstant()).Single();

    public static async Task PutIntoForce(ServiceClient service)
    {
        foreach (var (day, file) in (((int, int, int), string)[])[((2024, 4, 1), "contract-2024-04.yaml"), ((2025, 4, 1), "contract-2025-04.yaml")])
            await service.PutIntoForce(Code, new(day.Item1, day.Item2, day.Item3), Files.Single(f => f.Name.EndsWith(file, StringComparison.Ordinal)).Bytes);
    }

    /// <summary>Points and money are those of the files; the trail is whole; every return is there once.</summary>
    public static async Task AssertWhole(ServiceClient service, Stores stores)
    {
        var expected = Expected();
        var stored = await stores.Register.Load(Code);
        Assert.Equal(Returns.Count, stored.Returns.Count);
        Assert.Empty(stored.Inbox);
        var told = await Eventually.Get(() => service.Tell(Code));
        Assert.Equal((expected.Points, expected.Payable), (told.Points, told.Payable));
        Assert.IsType<AuditVerdict.Whole>(await new VerifyAudit(stores).Of(Code));
    }
}
