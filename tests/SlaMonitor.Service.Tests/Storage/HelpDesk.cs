using System.Text;
using NodaTime;
using SlaMonitor.Golden;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>The first contract of the README, with one KPI whose target is 95 %, and its returns.</summary>
internal static class HelpDesk
{
    public const string Code = "my-first";

    public static readonly Instant February = Instant.FromUtc(2026, 2, 10, 9, 0);

    public static readonly YearMonth January = new(2026, 1);

    public static string Contract => GoldenFile.Read("samples/first-contract.yaml");

    /// <summary>A service with the contract in force and assessed.</summary>
    public static async Task<TestService> Begin(Instant? now = null, params string[] codes)
    {
        var service = await TestService.Begin(now ?? February);
        foreach (var code in codes is [] ? [Code] : codes) await service.Activate(Encoding.UTF8.GetBytes(Contract.Replace("contract: my-first", $"contract: {code}", StringComparison.Ordinal)));
        await service.Work();
        service.Clock.AdvanceMinutes(10);
        return service;
    }

    /// <param name="inTime">Of 200.</param>
    /// <param name="stated">What the supplier states; null for nothing, which no warning can contradict.</param>
    public static byte[] Return(int inTime, string period = "2026-01", string? stated = null, string code = Code) => Encoding.UTF8.GetBytes(
        $"indicator,figure,value\n,contract,{code}\n,period,{period}\n,revision,7\n,submitted on,2026-02-03\n{(stated is null ? "" : $"KPI1,stated,{stated}\n")}KPI1,of,{inTime}\nKPI1,to,200\n");

    public static async Task<Receipt> Sent(this TestService service, byte[] bytes, string? key = null, string? confirmed = null, string code = Code) =>
        Assert.IsType<Reception.New>(await service.Receive.Of(new(code, "tenant/supplier", bytes, key) { Confirmed = confirmed })).Receipt;

    /// <summary>Sent and taken up.</summary>
    public static async Task<Receipt> Taken(this TestService service, byte[] bytes, string? confirmed = null)
    {
        var receipt = await service.Sent(bytes, confirmed: confirmed);
        await service.Work();
        service.Clock.AdvanceMinutes(10);
        return (await service.Stores.Register.Receipt(Code, receipt.Id))!;
    }

    public static Task<RegisteredContract> Stored(this TestService service, string code = Code) => service.Stores.Register.Load(code);

    public static async Task IsWhole(this TestService service, string code = Code)
    {
        Assert.IsType<AuditVerdict.Whole>(await new VerifyAudit(service.Stores).Of(code));
        Assert.Empty((await service.Stored(code)).Inbox);
        Assert.Empty(await service.Stores.Index.Pending(service.Clock.GetCurrentInstant().Plus(Duration.FromDays(1))));
    }
}
