using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>What a sender is shown beforehand is what comes of it afterwards. The target is 95 % of 200 cases, which is 190.</summary>
public class PreviewReturnTests
{
    private static PreviewReturn Preview(TestService service) => new(service.Stores, new(), new(service.Stores, HolidayBasis.Adopted), HolidayBasis.Adopted, service.Clock);

    private static Task<ReturnPreview?> Of(TestService service, byte[] bytes) => Preview(service).Of(new(HelpDesk.Code, "tenant/supplier", bytes, null));

    [Theory]
    [InlineData(188, "94.00 %", "target missed")]
    [InlineData(190, "95.00 %", "met")]
    public async Task It_says_what_the_assessment_will_come_to_and_stores_nothing(int inTime, string level, string outcome)
    {
        var service = await HelpDesk.Begin();
        var before = await service.Stored();
        service.Requests.Forget();
        var preview = await Of(service, HelpDesk.Return(inTime));
        Assert.Contains("contracts()", Assert.Single(service.Requests.Kept));
        Assert.Equal(before.Version, (await service.Stored()).Version);

        var result = preview!.Period!.Find("KPI1")!;
        Assert.Equal((level, outcome), (result.Shown, result.Outcome.InWords()));
        Assert.Equal((ReceiptStatus.Accepted, 1), (preview.Receipt.Status, preview.Receipt.Revision));

        await service.Taken(HelpDesk.Return(inTime));
        var sum = Assert.Single((await service.Stored()).Current!.Sums);
        Assert.Equal(outcome == "met" ? [] : [(level, outcome)], sum.Failures.Select(f => (f.Level, f.Outcome)));
    }

    [Fact]
    public async Task Warnings_and_errors_are_told_as_the_receipt_would_tell_them()
    {
        var service = await HelpDesk.Begin();
        var doubtful = await Of(service, HelpDesk.Return(188, stated: "95 %"));
        Assert.True(doubtful is { HasWarnings: true, HasErrors: false, Period: not null });
        Assert.Equal(["claim-mismatch"], doubtful.Receipt.Findings.Select(f => f.Code));
        Assert.Equal((await service.Taken(HelpDesk.Return(188, stated: "95 %"))).Findings, doubtful.Receipt.Findings);

        var wrong = await Of(service, HelpDesk.Return(201));
        Assert.True(wrong is { HasErrors: true, Delta: null, Period: null });
        Assert.Equal((await service.Taken(HelpDesk.Return(201))).Findings, wrong.Receipt.Findings);
    }

    [Fact]
    public async Task A_correction_shows_what_it_changes()
    {
        var service = await HelpDesk.Begin();
        await service.Taken(HelpDesk.Return(188));
        var change = Assert.Single((await Of(service, HelpDesk.Return(190)))!.Delta!.Periods);
        Assert.Equal(HelpDesk.January, change.Month);
        var result = Assert.Single(change.Results);
        Assert.Equal(("94.00 %", "95.00 %"), (result.Before!.Shown, result.After!.Shown));
    }

    [Fact]
    public async Task What_stands_already_changes_nothing_and_of_no_contract_there_is_no_preview()
    {
        var service = await HelpDesk.Begin();
        await service.Taken(HelpDesk.Return(188));
        var again = await Of(service, HelpDesk.Return(188));
        Assert.Equal((ReceiptStatus.AlreadyHeld, null), (again!.Receipt.Status, again.Delta));
        Assert.Null(await Preview(service).Of(new("another", "tenant/supplier", HelpDesk.Return(188), null)));
    }
}
