using System.Text;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Benchmarks.Load;

/// <summary>The contract of the load run, and its returns: one indicator, on target each month, and nothing overdue for so long that returns raise no
/// alert.</summary>
/// <param name="First">The first month; it and those after it, up to <paramref name="Months"/>, are over.</param>
internal sealed record LoadContract(YearMonth First, int Months)
{
    public static LoadContract Before(LocalDate today, int months) => new(today.ToYearMonth().PlusMonths(-months), months);

    public LocalDate Start => First.OnDayOfMonth(1);

    public IEnumerable<YearMonth> Periods => Enumerable.Range(0, Months).Select(First.PlusMonths);

    public byte[] File(string code) => Encoding.UTF8.GetBytes($$"""
        contract: {{code}}
        title: Help desk
        client: Our council
        supplier: Our supplier
        effectiveFrom: {{LocalDatePattern.Iso.Format(Start)}}
        term: { start: {{LocalDatePattern.Iso.Format(Start)}}, initial: 2 years }
        workingDays: england-and-wales
        returns: { due: 200 working days, whenMissing: worstRung }
        indicators:
          KPI1: { title: Incidents resolved in time, kind: KPI, better: higher,
                  measure: { ratio: { of: resolved in time, to: resolved } },
                  ladder: { target: { from: 95 % }, failed: {} } }
        """);

    /// <summary>190 of 200 is 95 %, the target.</summary>
    public static byte[] Return(string code, YearMonth month) => Encoding.UTF8.GetBytes($"""
        indicator,figure,value
        ,contract,{code}
        ,period,{ServicePeriod.NameOf(month)}
        ,submitted on,{LocalDatePattern.Iso.Format(month.PlusMonths(1).OnDayOfMonth(5))}
        KPI1,stated,95 %
        KPI1,of,190
        KPI1,to,200

        """);
}
