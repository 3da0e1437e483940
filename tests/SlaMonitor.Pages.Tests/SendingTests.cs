using System.Security.Cryptography;
using System.Text;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>A supplier sends January's return of samples/first-contract.yaml. It was signed off as 95 %, and 188 of 200 is 94 %: below the
/// target of 95 %, so the indicator fails, and the stated level does not follow from its parts.</summary>
public class SendingTests
{
    private static readonly byte[] Good = Encoding.UTF8.GetBytes(ApiService.Sample("first-return.csv"));

    private static readonly byte[] Bad = Encoding.UTF8.GetBytes(ApiService.Sample("first-return.csv").Replace("188", "nearly all").Replace("200", "-1"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_file_then_a_right_one(bool hasScript)
    {
        await using var service = await ApiService.WithContract();
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("supplier", "/returns");
        Assert.Equal("/contracts/my-first/returns", person.Path);
        // Ten working days after Saturday 31 January 2026 are Friday 13 February.
        await person.Says("January 2026 Due by 13 February 2026 Due");
        await person.HasNoBarrier();
        await person.Picture($"returns-{hasScript}");

        await person.Follow("January 2026");
        await person.HasNoBarrier();
        await person.Picture($"return-{hasScript}");
        await person.Follow("Upload a file");
        await person.HasNoBarrier();
        await person.Press("Continue");
        await person.SaysProblem("Select a return");
        await person.HasNoBarrier();
        await person.Picture($"upload-error-{hasScript}");

        await person.Attach("photo.png", [0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
        await person.Press("Continue");
        await person.SaysProblem("The selected file must be an XLSX, CSV or JSON");
        await person.Attach("nothing.csv", []);
        await person.Press("Continue");
        await person.SaysProblem("The selected file is empty");
        await person.Attach("february.csv", Encoding.UTF8.GetBytes(ApiService.Sample("first-return.csv").Replace("2026-01", "2025-12")));
        await person.Press("Continue");

        await person.Open("/contracts/my-first/periods/2026-01/return/upload");
        await person.Attach("january.csv", Bad);
        await person.Press("Continue");
        Assert.Equal("Your return has errors", await person.Heading());
        var found = await person.Text();
        Assert.Contains("KPI1", found);
        Assert.Contains("nearly all", found);
        Assert.Contains("Line 6, column 3", found);
        await person.HasNoBarrier();
        await person.Picture($"findings-{hasScript}");
        var (name, csv) = await person.DownloadByButton("Download all findings (CSV)");
        Assert.Equal("my-first-2026-01-findings.csv", name);
        Assert.StartsWith("severity,code,pointer,", Encoding.UTF8.GetString(csv));

        await person.Press("Upload another file");
        await person.Attach("january.csv", Good);
        await person.Press("Continue");
        Assert.Equal("Check your return before you send it", await person.Heading());
        await person.Says("94.00 % Target missed");
        await person.Says(Convert.ToHexStringLower(SHA256.HashData(Good)));
        await person.HasNoBarrier();
        await person.Picture($"check-{hasScript}");
        await person.Press("Sign off and send");
        await person.SaysProblem("Enter why the figures are right all the same", "Confirm that the figures are complete and true");
        await person.HasNoBarrier();
        Assert.Empty((await service.Stores.Register.Load("my-first")).Inbox);

        await person.Fill("Why are the figures right all the same?", "The level was rounded up.");
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        Assert.Equal("Your return is being checked", await person.Heading());
        await person.Says("You do not have to stay on this page");
        await person.HasNoBarrier();
        await person.Picture($"being-checked-{hasScript}");
        await service.Work();
        await person.Follow("Check again");
        Assert.Contains("Return accepted", await person.Heading());
        await person.Says("my-first 2026-01 revision 1");
        await person.Says(Convert.ToHexStringLower(SHA256.HashData(Good)));
        await person.HasNoBarrier();
        await person.Picture($"receipt-{hasScript}");

        var stored = (await service.Stores.Register.Load("my-first")).Returns.Single();
        Assert.Equal("The level was rounded up.", stored.Reason);
        await person.Follow("See your other returns");
        await person.Says("January 2026 Received on 10 February 2026 at 09:00 Accepted");
    }

    /// <summary>A form takes 4 MiB and a return may have 16: what is larger than the one is put where uploads lie while it comes.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_too_large_for_a_form_is_checked_and_sent_all_the_same(bool hasScript)
    {
        const int MiB = 1024 * 1024;
        await using var service = await ApiService.WithContract();
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("supplier", "/contracts/my-first/periods/2026-01/return/upload");
        await person.Says("An Excel workbook (XLSX) or CSV smaller than 16MB, or JSON smaller than 4MB");
        await person.Attach("january.csv", Padded((16 * MiB) + 1));
        await person.Press("Continue");
        await person.SaysProblem("The selected file must be smaller than 16MB");
        await person.HasNoBarrier();
        await person.Picture($"upload-too-large-{hasScript}");
        await person.Attach("january.json", Encoding.UTF8.GetBytes("{\"contract\":\"my-first\"" + new string(' ', 4 * MiB) + "}"));
        service.Clock.AdvanceSeconds(1);
        await person.Press("Continue");
        await person.SaysProblem("The selected file must be smaller than 4MB");

        var large = Padded(9 * MiB);
        await person.Attach("january.csv", large);
        service.Clock.AdvanceSeconds(1);
        service.Requests.Forget();
        await person.Press("Continue");
        Assert.Equal("Check your return before you send it", await person.Heading());
        // The contract, three blocks of 4 MiB, putting them together, reading them, and what the contract makes of them.
        Assert.Equal(7, service.Requests.Kept.Count);
        await person.Says(Convert.ToHexStringLower(SHA256.HashData(large)));
        await person.HasNoBarrier();
        await person.Fill("Why are the figures right all the same?", "The level was rounded up.");
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        Assert.Equal("Your return is being checked", await person.Heading());
        await service.Work();
        await person.Follow("Check again");
        Assert.Contains("Return accepted", await person.Heading());
        await person.Says(Convert.ToHexStringLower(SHA256.HashData(large)));
    }

    [Fact]
    public async Task An_upload_is_gone_on_with_by_whoever_made_it_and_a_forged_form_leaves_nothing()
    {
        await using var service = await ApiService.WithContract();
        await using var person = await Person.At(service, hasScript: false);
        await person.SignIn("supplier", "/contracts/my-first/periods/2026-01/return/upload");
        await person.Attach("january.csv", Padded(5 * 1024 * 1024));
        await person.Press("Continue");
        var upload = await person.Page.Locator("input[name=upload]").First.GetAttributeAsync("value");
        await using var other = await Person.At(service, hasScript: false);
        await other.SignIn("manager", "/contracts/my-first/periods/2026-01/return/upload");
        await other.Attach("january.csv", Padded(5 * 1024 * 1024));
        await other.Press("Continue");
        await other.Page.EvaluateAsync("v => document.querySelectorAll('input[name=upload]').forEach(i => i.value = v)", upload);
        await other.Press("Sign off and send");
        await other.Says("This form is out of date");

        using var supplier = service.As("supplier");
        service.Requests.Forget();
        using var forged = new MultipartFormDataContent { { new StringContent("made up"), "form" }, { new ByteArrayContent(Padded(5 * 1024 * 1024)), "file", "january.csv" } };
        using var answer = await supplier.PostAsync("/contracts/my-first/periods/2026-01/return/upload", forged);
        Assert.Equal("400 form-out-of-date", await ApiService.Refusal(answer));
        using var before = new MultipartFormDataContent { { new ByteArrayContent(Padded(5 * 1024 * 1024)), "file", "january.csv" }, { new StringContent("made up"), "form" } };
        using var refused = await supplier.PostAsync("/contracts/my-first/periods/2026-01/return/upload", before);
        Assert.Equal("400 form-out-of-date", await ApiService.Refusal(refused));
        Assert.DoesNotContain(service.Requests.Kept, r => r.Contains("uploads", StringComparison.Ordinal));
    }

    /// <summary>The good return with blank lines after it.</summary>
    private static byte[] Padded(int length)
    {
        var bytes = new byte[length];
        Array.Fill(bytes, (byte)'\n');
        Good.CopyTo(bytes, 0);
        return bytes;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Figures_are_typed_in(bool hasScript)
    {
        await using var service = await ApiService.WithContract();
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("supplier", "/contracts/my-first/periods/2026-01/return");
        await person.Follow("Type the figures in");
        await person.HasNoBarrier();
        await person.Picture($"figures-{hasScript}");
        await person.Fill("KPI1: resolved in time", "lots");
        await person.Fill("KPI1: resolved", "200");
        await person.Fill("Signed off by (optional)", "Head of service");
        await person.Press("Continue");
        await person.Says("There is a problem");
        await person.Says("KPI1, resolved in time: must be a figure written out, such as 143, 1234 or 12.5, or yes or no, not 'lots'");
        await person.HasNoBarrier();
        await person.Picture($"figures-error-{hasScript}");

        await person.Fill("KPI1: resolved in time", "192");
        await person.Press("Continue");
        // 192 of 200 is 96 %, and 95 % is the target.
        await person.Says("96.00 % Met");
        await person.Says("Head of service");
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        await service.Work();
        await person.Follow("Check again");
        Assert.Contains("Return accepted", await person.Heading());
        Assert.Equal("Head of service", (await service.Stores.Register.Load("my-first")).Returns.Single().Facts.SignedOffBy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_to_report_is_shown_and_questioned_before_it_is_sent(bool hasScript)
    {
        await using var service = await ApiService.WithContract();
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("supplier", "/contracts/my-first/periods/2026-01/return");
        await person.Follow("Nothing to report");
        await person.HasNoBarrier();
        await person.Picture($"nothing-{hasScript}");
        await person.Says("KPI1 Incidents resolved in time: nothing to measure");
        await person.Press("Continue");
        await person.Says("Not scored: nothing to measure");
        await person.HasNoBarrier();
        await person.Picture($"nothing-check-{hasScript}");
        await person.Fill("Why are the figures right all the same?", "The desk was closed.");
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        await service.Work();
        await person.Follow("Check again");
        Assert.Contains("Return accepted", await person.Heading());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_return_is_corrected_and_withdrawn(bool hasScript)
    {
        await using var service = await ApiService.WithContract();
        await service.Send(ApiService.Sample("first-return.csv"));
        service.Clock.AdvanceMinutes(5);
        await using var person = await Person.At(service, hasScript);
        await person.SignIn("supplier", "/contracts/my-first/periods/2026-01/return/upload");
        await person.Attach("january.csv", Encoding.UTF8.GetBytes(ApiService.Sample("first-return.csv").Replace("188", "190")));
        await person.Press("Continue");
        await person.Says("takes the place of the return before");
        await person.Choose("The figures are complete and true as far as I know");
        await person.Press("Sign off and send");
        await service.Work();

        await person.Open("/contracts/my-first/periods/2026-01/return");
        var revisions = await person.Text();
        Assert.Contains("Revision 2 10 February 2026 at 09:05 Accepted", revisions);
        Assert.Contains("Revision 1 10 February 2026 at 09:00 Replaced", revisions);
        await person.HasNoBarrier();
        await person.Picture($"revisions-{hasScript}");
        await person.Follow("Withdraw revision 2");
        // 190 of 200 is 95 %, the target; 188 is 94 %.
        await person.Says("KPI1: 95.00 %, met → 94.00 %, target missed");
        await person.HasNoBarrier();
        await person.Picture($"withdraw-{hasScript}");
        await person.Press("Withdraw the return");
        await person.SaysProblem("Enter why you withdraw the return");
        await person.Fill("Why do you withdraw it?", "The wrong month's cases.");
        await person.Press("Withdraw the return");
        Assert.Equal("Return withdrawn", await person.Heading());
        await person.HasNoBarrier();
        await person.Picture($"withdrawn-{hasScript}");
    }

    [Fact]
    public async Task Warnings_of_a_return_sent_otherwise_are_confirmed_on_its_receipt()
    {
        await using var service = await ApiService.WithContract();
        var receipt = await service.Send(ApiService.Sample("first-return.csv"), confirm: null);
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("supplier", "/returns");
        await person.Says("Confirm warnings");
        await person.Open($"/contracts/my-first/periods/2026-01/return/receipts/{receipt["id"]}");
        Assert.Equal("Confirm the warnings", await person.Heading());
        await person.HasNoBarrier();
        await person.Picture("confirm");
        await person.Press("Confirm the warnings");
        await person.SaysProblem("Enter why the figures are right all the same");
        await person.Fill("Why are the figures right all the same?", "Rounded.");
        await person.Press("Confirm the warnings");
        Assert.Contains("Return accepted", await person.Heading());
    }

    [Fact]
    public async Task What_was_refused_is_given_back_with_every_finding()
    {
        await using var service = await ApiService.WithContract();
        var receipt = await service.Send(Encoding.UTF8.GetString(Bad).Replace("nearly all", "201"));
        await using var person = await Person.At(service, hasScript: true);
        await person.SignIn("supplier", $"/contracts/my-first/periods/2026-01/return/receipts/{receipt["id"]}");
        Assert.Equal("Your return was refused", await person.Heading());
        await person.HasNoBarrier();
        await person.Picture("refused");
        var (name, _) = await person.Download("Download all findings (CSV)");
        Assert.Equal("my-first-2026-01-findings.csv", name);
    }
}
