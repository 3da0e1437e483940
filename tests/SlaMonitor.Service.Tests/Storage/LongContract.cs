using System.Globalization;
using System.Text;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Formats.Assessments;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Returns;
using SlaMonitor.Service.Register;
using SlaMonitor.Service.Storage;

namespace SlaMonitor.Service.Tests.Storage;

/// <summary>A contract of many indicators, all ratios with a target of 95 %, whose repeat failures count double; and its returns.</summary>
/// <param name="Start">The first of a month.</param>
internal sealed record LongContract(int Indicators, LocalDate Start)
{
    public const string Code = "long-one";

    private static readonly string[] Words = "the a service desk network outage supplier council late ticket resolved storage controller failed again replacement ordered office moved survey response within hours of and".Split(' ');

    public byte[] File => Encoding.UTF8.GetBytes($$"""
        contract: {{Code}}
        title: Many indicators
        client: Our council
        supplier: Our supplier
        effectiveFrom: {{Start:uuuu-MM-dd}}
        term: { start: {{Start:uuuu-MM-dd}}, initial: 11 years }
        workingDays: england-and-wales
        returns: { due: 10 working days, whenMissing: worstRung }
        charges: { perPeriod: 80000.00 }
        points: { repeat: { factor: 2 } }
        credits: { servicePoints: { perPoint: 0.1 %, caps: [{ at: 12 %, of: chargesOfPeriod }] } }
        indicators:
        {{string.Concat(Codes.Select(code => $"  {code}: {{ title: Incidents of queue {code}, kind: KPI, better: higher, measure: {{ ratio: {{ of: in time, to: all }} }}, ladder: {{ target: {{ from: 95 % }}, failed: {{ points: 1 }} }} }}\n"))}}
        """);

    private IEnumerable<string> Codes => Enumerable.Range(1, Indicators).Select(i => $"KPI{i.ToString(CultureInfo.InvariantCulture)}");

    /// <param name="inTime">Of 200, for every indicator.</param>
    /// <param name="comments">How many characters of comment, in all.</param>
    /// <param name="restated">Further rows.</param>
    public byte[] Return(YearMonth month, int inTime, int comments = 0, string restated = "")
    {
        var rows = Codes.Select((code, i) => $"{code},of,{inTime},,{Comment($"{month} {code}", comments / Indicators)}\n{code},to,200,,\n");
        return Encoding.UTF8.GetBytes($"indicator,figure,value,period,comment\n,contract,{Code},,\n,period,{ServicePeriod.NameOf(month)},,\n,submitted on,{month.PlusMonths(1).OnDayOfMonth(5):uuuu-MM-dd},,\n{string.Concat(rows)}{restated}");
    }

    /// <summary>Puts the contract into force, with an accepted return for each month before the given one, and assesses it.</summary>
    public async Task Begin(TestService service, int months, int comments)
    {
        await service.Activate(File);
        var contract = new Domain.Contracts.Contract([ContractFile.Read(File, HolidayBasis.Adopted).Terms!]);
        foreach (var some in Enumerable.Range(0, months).Chunk(20))
        {
            var seed = new TableTransaction(Code);
            foreach (var month in some) seed.Insert(ContractRows.Return(Code, Accepted(contract, Start.PlusMonths(month), comments)));
            await seed.Commit(service.Stores.Account.Contracts);
        }

        await service.Work();
    }

    private RegisteredReturn Accepted(Domain.Contracts.Contract contract, LocalDate month, int comments)
    {
        var bytes = Return(month.ToYearMonth(), 195, comments);
        var read = ReturnFile.Check(bytes, contract, HolidayBasis.Adopted, month.PlusMonths(1).PlusDays(4));
        Assert.True(read.IsAccepted, string.Join('\n', read.Problems));
        return new(read.Return!, ContentHash.Of(ReturnFile.WriteJson(read.Return!)), ContentHash.Of(Encoding.UTF8.GetString(bytes)), "seed", month.PlusMonths(1).AtMidnight().InUtc().ToInstant(), ReturnState.Accepted);
    }

    /// <summary>Words in an order that the seed's hash gives, so that they are as hard to compress as words are.</summary>
    private static string Comment(string seed, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < length; i++)
            foreach (var digit in ContentHash.Of($"{seed} {i}").Chunk(2)) text.Append(Words[Convert.ToByte(new string(digit), 16) % Words.Length]).Append(' ');
        return text.ToString(0, length).Trim();
    }
}
