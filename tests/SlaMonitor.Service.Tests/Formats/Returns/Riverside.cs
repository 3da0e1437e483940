using System.Text;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Formats.Returns;

namespace SlaMonitor.Service.Tests.Formats.Returns;

/// <summary>A contract with every measure, two breakdowns, a composite and a retired indicator, and its returns for May 2024.</summary>
internal static class Riverside
{
    private const string Terms = """
        contract: riverside
        title: ICT services
        client: Riverside Council
        supplier: Example Systems Ltd
        effectiveFrom: 2024-01-01
        term: { start: 2024-01-01, initial: 2 years }
        workingDays: england-and-wales
        returns: { due: 10 working days, whenMissing: cannotTell }
        charges: { from: return }
        indicators:
          KPI1: { title: Incidents, kind: information only, measure: { ratio: { of: incidents resolved in time, to: incidents resolved } } }
          KPI2: { title: Changes, kind: information only, measure: { ratio: { allBut: failed changes, to: changes completed } } }
          KPI3: { title: Availability, kind: information only, measure: { availability: { permittedMaintenance: 8 hours } } }
          PI1: { title: Satisfaction, kind: information only, unit: points, measure: { mean: { of: answers, lowest: 1, highest: 5 } } }
          PI2: { title: Volume, kind: information only, unit: incidents, decimals: 0, measure: { count: incidents } }
          PI3: { title: Outstanding, kind: information only, unit: requests, decimals: 0, measure: { stock: requests } }
          PI4: { title: Stated, kind: information only, unit: days, measure: { stated: mean age } }
          PI5: { title: Tested, kind: information only, unit: answer, measure: { yesNo: Was recovery tested? } }
          PI6:
            title: Requests by department
            kind: information only
            breakdown: { by: department, members: [Housing, Planning] }
            measure: { ratio: { of: requests in time, to: requests } }
          PI7: { title: Calls by team, kind: information only, unit: calls, decimals: 0, breakdown: { by: team }, measure: { count: calls } }
          OLD1: { title: Faxes, kind: information only, retired: 2024-02-29, unit: faxes, measure: { count: faxes } }
          CPI1:
            title: Both
            kind: composite
            combine: { weightedMean: { weights: { KPI1: 50, KPI2: 50 }, whenPartMissing: renormalise } }
        """;

    public static Contract Contract { get; } = Read(Terms);

    /// <summary>The same with the charges fixed at 1,000.00 a period.</summary>
    public static Contract WithFixedCharges { get; } = Read(Terms.Replace("from: return", "perPeriod: 1000.00, partPeriods: whole", StringComparison.Ordinal));

    /// <summary>The same with satisfaction reported once a quarter, from January on.</summary>
    public static Contract WithQuarterlySatisfaction { get; } = Read(Terms.Replace(
        "title: Satisfaction,", "title: Satisfaction, measurementPeriod: { every: { length: 3 months, taken: reportedAtEnd } },", StringComparison.Ordinal));

    /// <summary>A return as a table; the first of the rows stands in line 6.</summary>
    public static string Csv(params string[] rows) => string.Join('\n',
    [
        "indicator,figure,value,member,period,comment",
        ",contract,riverside",
        ",period,2024-05",
        ",submitted on,2024-06-10",
        ",charges,1000.00",
        .. rows,
    ]) + "\n";

    /// <summary>A return as JSON; the first of the indicators stands in line 7.</summary>
    public static string Json(params string[] indicators) => $$"""
        {
          "contract": "riverside",
          "period": "2024-05",
          "submittedOn": "2024-06-10",
          "charges": 1000.00,
          "indicators": {
        {{string.Join(",\n", indicators)}}
          }
        }
        """;

    public static ReadReturn Check(string file, Contract? contract = null) => Check(Encoding.UTF8.GetBytes(file), contract);

    public static ReadReturn Check(byte[] file, Contract? contract = null) => ReturnFile.Check(file, contract ?? Contract, BankHolidays.Current);

    /// <summary>What is wrong, but for the figures of other indicators that a short example leaves out.</summary>
    public static IReadOnlyList<Problem> Problems(string file, Contract? contract = null) =>
        [.. Check(file, contract).Problems.Where(p => p.Code.Name != "figure-missing")];

    private static Contract Read(string yaml)
    {
        var read = ContractFile.Read(Encoding.UTF8.GetBytes(yaml), BankHolidays.Current);
        Assert.True(read.Terms is not null, string.Join("; ", read.Problems));
        return new([read.Terms]);
    }
}
