using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Pages.Tests.Hosting;
using SlaMonitor.Service;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;
using SlaMonitor.Service.Tests.Notices;
using SlaMonitor.Web.Tests.Api;

namespace SlaMonitor.Pages.Tests;

/// <summary>
/// A return's whole way, as two people who see the service for the first time go it. 170 of 200 incidents in time are 85 %: Serious, 2 points at 1 %
/// of £10,000.00, £200.00. Twelve of the thirty late ones were the client's fault: 170 of 188 are 90.4 %, Minor, 1 point, £100.00.
/// </summary>
public class WalkTests
{
    private const string Code = "my-first", Return = $"/contracts/{Code}/periods/2026-01/return";

    private static readonly string Terms = ApiService.Sample("first-contract.yaml")
        .Replace("ladder: { target: { from: 95 % }, failed: {} } }", "ladder: { target: { from: 95 % }, minor: { from: 90 %, points: 1 }, serious: { from: 80 %, points: 2 }, belowThreshold: { points: 4 } } }")
        + "charges: { perPeriod: 10000.00 }\ncredits: { servicePoints: { perPoint: 1 %, caps: [{ at: 12 %, of: chargesOfPeriod }] } }\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_file_a_right_one_a_breach_a_relief_in_part_and_a_new_statement(bool hasScript)
    {
        await using var sink = SmtpSink.Open();
        await using var service = await ApiService.Start();
        await service.Stores.Recipients.Put(Code, new([new("ann", OfficerRole.ContractManager, NoticeWay.Mail, "ann@council.example")]));
        await service.Activate(Terms);
        await service.Work();
        var step = 0;

        // The supplier: a wrong month, then words for a figure, then the right file.
        await using var supplier = await Person.At(service, hasScript);
        await supplier.SignIn("supplier", "/");
        await Look(supplier, "supplier-start");
        await supplier.Open("/returns");
        await Look(supplier, "returns");
        await supplier.Follow("January 2026");
        await Look(supplier, "return");
        await supplier.Follow("Upload a file");
        await Upload("december.csv", File(170).Replace("2026-01\n", "2025-12\n"));
        await Look(supplier, "wrong-month");
        await supplier.Open($"{Return}/upload");
        await Upload("other.csv", File(170).Replace(",contract,my-first", ",contract,other"));
        await supplier.SaysProblem("The selected file is the return of another contract, other – select the return of my-first");
        await Look(supplier, "wrong-contract");
        await supplier.Open($"{Return}/upload");
        await Upload("january.csv", File(170).Replace("170", "most"));
        Assert.Equal("Your return has errors", await supplier.Heading());
        await Look(supplier, "words");
        await supplier.Press("Upload another file");
        await Upload("january.csv", File(170));
        await supplier.Says("85.00 % Serious KPI Failure");
        await Look(supplier, "check");
        await supplier.Choose("The figures are complete and true as far as I know");
        await supplier.Press("Sign off and send");
        await Look(supplier, "being-checked");
        await service.Work();
        await supplier.Follow("Check again");
        await Look(supplier, "accepted");
        await supplier.Open($"/contracts/{Code}/periods/2026-01/results");
        await Look(supplier, "results");
        await supplier.Follow("Ask for relief of KPI1");
        await supplier.Fill("Your reason", "Twelve were late because your network was down on 12 January.");
        await Look(supplier, "relief");
        await supplier.Press("Ask for relief");
        await Look(supplier, "relief-asked");
        await service.Work();

        // The contract manager: what the mail says, where its words lead, and the effect before the decision.
        var channels = new NoticeOptions { Smtp = new() { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.WhenOffered, From = "sla@council.example" }, Site = service.Address }.Channels(service.Clock);
        await new DeliverAlerts(service.Stores, new(), HolidayBasis.Adopted, channels, service.Clock, NullLogger<DeliverAlerts>.Instance).Of(new(Code, null, null));
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "walk-mails.txt"), string.Join("\n=====\n", sink.Mails.Select(m => m.Header("Subject") + "\n\n" + m.Text)));
        Assert.Contains(sink.Mails, m => m.Text.Contains("85 %, Serious KPI Failure", StringComparison.Ordinal) || m.Text.Contains("85.00 %, Serious KPI Failure", StringComparison.Ordinal));

        await using var manager = await Person.At(service, hasScript);
        var mail = Assert.Single(sink.Mails, m => m.Header("Subject").StartsWith("Breach: KPI1 in 2026-01", StringComparison.Ordinal));
        var page = new Uri(mail.Text.Split("See it in SLA Monitor: ")[1].Split('\n')[0].Trim());
        Assert.Equal(service.Address.Authority, page.Authority);
        await manager.SignIn("manager", page.PathAndQuery);
        await manager.Says("85.00 %: Serious KPI Failure");
        await manager.Open("/");
        await Look(manager, "manager-start");
        await manager.Open("/contracts");
        await Look(manager, "portfolio");
        await manager.Follow("Help desk");
        await manager.Says("Results of the last Service Period");
        await Look(manager, "contract");
        await manager.Open($"/contracts/{Code}/breaches");
        await Look(manager, "breaches");
        await manager.Follow("KPI1 Incidents resolved in time, January 2026");
        await manager.Says("Twelve were late because your network was down on 12 January.");
        await Look(manager, "breach");
        await manager.Follow("Accept relief in part");
        await Look(manager, "accept-part");
        await manager.Fill("Resolved", "188");
        await manager.Fill("Why these figures count instead", "Twelve of the thirty were our network.");
        await manager.Press("See the effect");
        await manager.Says("1 Service Point less; Service Credits: £100.00 less.");
        await Look(manager, "effect");
        await manager.Press("Record this decision");
        await manager.Says("Recorded: Relief accepted in part");
        await Look(manager, "recorded");
        await service.Work();

        // The supplier again.
        await supplier.Open($"/contracts/{Code}/periods/2026-01/results");
        await supplier.Says("90.43 %");
        await supplier.Says("Accepted in part on 10 February 2026");
        Assert.Equal(0, await supplier.Page.GetByText("Ask for relief").CountAsync());
        await supplier.Open($"/contracts/{Code}/periods/2026-01/results/KPI1/relief");
        Assert.Equal("Results for January 2026", await supplier.Heading());
        await Look(supplier, "new-results");
        await supplier.Follow("Statement for January 2026, with what was restated and relieved");
        await supplier.Says("Points: -1. Service Credits: £100.00 less.");
        await Look(supplier, "new-statement");

        async Task Upload(string name, string file)
        {
            await supplier.Attach(name, Encoding.UTF8.GetBytes(file));
            await supplier.Press("Continue");
        }

        async Task Look(Person person, string what)
        {
            await person.HasNoBarrier();
            await person.Picture($"walk-{++step:00}-{what}-{hasScript}");
        }
    }

    private static string File(int inTime) => $"indicator,figure,value\n,contract,my-first\n,period,2026-01\n,submitted on,2026-02-10\nKPI1,of,{inTime}\nKPI1,to,200\n";
}
