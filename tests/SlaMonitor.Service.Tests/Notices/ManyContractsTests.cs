using System.Text;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Golden;
using SlaMonitor.Service.Notices;
using SlaMonitor.Service.Notices.Mail;
using SlaMonitor.Service.Tests.Storage;

namespace SlaMonitor.Service.Tests.Notices;

/// <summary>
/// The whole service over years, with its clock moved: tables, queues, a mail server on loopback. Contracts of ten years with a Service Period
/// of a year each, so that their returns, which never come, are few; ten of them begin on one day, and the others in the weeks after.
/// </summary>
/// <remarks>The clock goes to each day on which the service says that something is due, a day late every third time, and to some others. On every
/// day the daily run runs twice at once and two workers work: what is due is found from dates.</remarks>
public class ManyContractsTests
{
    private const int Contracts = 50;
    private const int Years = 10;

    private static readonly Instant Begin = Instant.FromUtc(2016, 12, 30, 9, 30);

    private static readonly LocalDate Last = new(2027, 12, 20);

    [Fact]
    public async Task Fifty_contracts_over_ten_years_tell_their_manager_of_each_thing_once()
    {
        await using var sink = SmtpSink.Open();
        var service = await Begun(sink, Contracts);
        var another = service.Another();
        another.Channels = service.Channels;
        var visited = new HashSet<LocalDate>();
        for (var today = Today(service); today < Last; today = Today(service))
        {
            visited.Add(today);
            await Day(service, another, today);
            today = Today(service);
            var next = await NextDue(service, today);
            // Every third time a day late, every fifth on the day after, on which as a rule nothing is due.
            var to = visited.Count % 5 == 4 ? today.PlusDays(1) : visited.Count % 3 == 2 ? next.PlusDays(1) : next;
            service.Clock.AdvanceDays(Period.DaysBetween(today, LocalDate.Min(to, Last)));
        }

        Assert.Equal(sink.Mails.Count, sink.Mails.Select(m => m.Header("Message-Id")).Distinct().Count());
        Assert.Equal(
            Enumerable.Range(0, Contracts).SelectMany(i => Expected(i, visited)).Order(StringComparer.Ordinal),
            sink.Mails.Select(m => m.Header("Subject")).Order(StringComparer.Ordinal));
        Assert.True(visited.Count is > 150 and < 600, $"{visited.Count} days");
        Assert.Empty(await service.Stores.Undelivered.All());
    }

    /// <summary>The end is told at 24, 18, 12, 9, 6, 3 and 1 months. The return of each year is told of five working days before, on the day, if
    /// that day was looked at, and when it is overdue; that of the last is due after the end, and on screen only.</summary>
    private static IEnumerable<string> Expected(int i, HashSet<LocalDate> visited)
    {
        var start = Start(i);
        var contract = $"Help desk (c-{i:D2})";
        for (var lead = 0; lead < 7; lead++) yield return $"Contract ends on {start.PlusYears(Years).PlusDays(-1):d MMMM uuuu} - {contract}";
        for (var year = 1; year < Years; year++)
        {
            var due = BankHolidays.Current.WorkingDays(Division.EnglandAndWales).After(start.PlusYears(year).PlusDays(-1), 10)!.Value;
            var period = $"{start.PlusYears(year - 1):uuuu-MM}";
            yield return $"Return due: {period}, by {due:d MMMM uuuu} - {contract}";
            if (visited.Contains(due)) yield return $"Return due today: {period}, {due:d MMMM uuuu} - {contract}";
            yield return $"Return overdue: {period}, was due on {due:d MMMM uuuu} - {contract}";
        }
    }

    /// <summary>The daily run asks what is due and what is to be anchored (of contracts, of assignments), and says that it ran: the same with one contract and with twenty. Each that is
    /// due costs a pending row, a message and a row that goes.</summary>
    [Fact]
    public async Task What_a_daily_run_costs_grows_with_what_is_due_and_not_with_how_many_there_are()
    {
        await using var sink = SmtpSink.Open();
        var counts = new List<(int Quiet, int Due)>();
        foreach (var contracts in (int[])[1, 20])
        {
            var service = await Begun(sink, contracts);
            service.Clock.AdvanceDays(1);
            await new DailyRun(service.Stores, service.Clock).Run();
            var quiet = await RequestsOfDailyRun(service);
            await service.Stores.Index.LookAgain("c-00", service.Clock.GetCurrentInstant().InUtc().Date);
            counts.Add((quiet, await RequestsOfDailyRun(service)));
        }

        Assert.Equal(counts[0], counts[1]);
        Assert.Equal((4, 7), counts[0]);
    }

    private static async Task<int> RequestsOfDailyRun(TestService service)
    {
        service.Requests.Forget();
        await new DailyRun(service.Stores, service.Clock).Run();
        return service.Requests.Kept.Count;
    }

    private static LocalDate Today(TestService service) => service.Clock.GetCurrentInstant().InUtc().Date;

    /// <summary>A day's work: the daily run twice at once, then two workers at whatever the queues hold. On a day off what can wait waits; the message
    /// that would wake it on the next working day is hidden by the real clock, and so is sent here.</summary>
    private static async Task Day(TestService service, TestService another, LocalDate today)
    {
        var due = await service.Stores.Index.DueBy(today);
        await Task.WhenAll(new DailyRun(service.Stores, service.Clock).Run(), new DailyRun(another.Stores, another.Clock).Run());
        await Task.WhenAll(service.Work(), another.Work());
        var opens = BankHolidays.Current.WorkingDays(Division.EnglandAndWales).RollForward(today)!.Value;
        if (opens == today) return;
        service.Clock.AdvanceDays(Period.DaysBetween(today, opens));
        foreach (var contract in due.Select(d => d.Contract).Distinct()) await service.Stores.Alerts.Send(new(contract, null, null));
        await Task.WhenAll(service.Work(), another.Work());
    }

    private static async Task<LocalDate> NextDue(TestService service, LocalDate today)
    {
        for (var horizon = today.PlusDays(7); horizon < Last; horizon = horizon.PlusDays(7))
            if (await service.Stores.Index.DueBy(horizon) is { Count: > 0 } due)
                return due.Select(d => NodaTime.Text.LocalDatePattern.Iso.Parse(d.Key.Split('~')[1]).Value).Where(d => d > today).DefaultIfEmpty(today.PlusDays(1)).Min();
        return Last;
    }

    private static LocalDate Start(int i) => new LocalDate(2017, 1, 1).PlusWeeks(i % 5);

    private static byte[] File(int i)
    {
        var start = Start(i);
        return Encoding.UTF8.GetBytes(GoldenFile.Read("samples/first-contract.yaml")
            .Replace("contract: my-first", $"contract: c-{i:D2}", StringComparison.Ordinal)
            .Replace("2026-01-01", $"{start:uuuu-MM-dd}", StringComparison.Ordinal)
            .Replace("2 years", "10 years", StringComparison.Ordinal)
            .Replace("workingDays:", $"servicePeriods: {{ every: 12 months, anchorMonth: {start.Month}, anchorDay: {start.Day} }}\nworkingDays:", StringComparison.Ordinal)
            .Replace("whenMissing: worstRung", "whenMissing: notScored", StringComparison.Ordinal));
    }

    private static async Task<TestService> Begun(SmtpSink sink, int contracts)
    {
        var service = await TestService.Begin(Begin);
        var smtp = new SmtpOptions { Host = "127.0.0.1", Port = sink.Port, Security = SmtpSecurity.WhenOffered, From = "sla@council.example" };
        service.Channels = new NoticeOptions { Smtp = smtp }.Channels(service.Clock);
        for (var i = 0; i < contracts; i++)
        {
            await service.Stores.Recipients.Put($"c-{i:D2}", new([new("ann", OfficerRole.ContractManager, NoticeWay.Mail, "ann@council.example")]));
            await service.Activate(File(i));
        }

        await service.Work();
        return service;
    }
}
