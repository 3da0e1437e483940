using System.Text;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Service.Tests.Formats.Returns;

/// <summary>A return among the files is held beside those before it, and what looks wrong is told at its place.</summary>
public sealed class BesideEarlierReturnsTests
{
    private const string Contract = """
        contract: riverside
        title: ICT services
        client: Riverside Council
        supplier: Example Systems Ltd
        effectiveFrom: 2024-01-01
        term: { start: 2024-01-01, initial: 1 year }
        workingDays: england-and-wales
        returns: { due: 10 working days, whenMissing: cannotTell }
        indicators:
          PI1: { title: Incidents, kind: information only, populationTolerance: 20 %, measure: { ratio: { of: in time, to: incidents } } }
          PI2: { title: Requests, kind: information only, unit: requests, measure: { count: requests } }
        """;

    /// <summary>100 cases in January, 130 in February.</summary>
    [Fact]
    public void A_number_of_cases_that_changed_too_much_is_told_at_its_indicator()
    {
        var found = Assert.Single(February(Return("2024-02", 120, 130, 7)));
        Assert.Equal(("population-changed", "indicators.PI1", 5, 1, "within 20 % of 100, the cases of 2024-01", "130"), found);
    }

    [Fact]
    public void The_same_figures_again_are_told_whatever_order_the_files_come_in() =>
        Assert.Equal(("same-as-before", "every figure as in riverside 2024-01 revision 1"), February(Return("2024-02", 90, 100, 7)).Select(p => (p.Code, p.Found)).Single());

    [Fact]
    public void Figures_of_its_own_are_not_questioned() => Assert.Empty(February(Return("2024-02", 90, 110, 7)));

    private static IEnumerable<(string Code, string Path, int? Line, int? Column, string Expected, string Found)> February(string february)
    {
        NamedFile[] files = [new("2024-02.csv", Encoding.UTF8.GetBytes(february)), new("contract.yaml", Encoding.UTF8.GetBytes(Contract)), new("2024-01.csv", Encoding.UTF8.GetBytes(Return("2024-01", 90, 100, 7)))];
        return ReadFiles.Of(files, BankHolidays.Current).Findings[0].Problems.Select(p => (p.Code.Name, p.Path, p.Line, p.Column, p.Expected, p.Found));
    }

    private static string Return(string month, int of, int to, int requests) =>
        $"indicator,figure,value\n,contract,riverside\n,period,{month}\n,submitted on,{month[..5]}{int.Parse(month[5..]) + 1:00}-05\nPI1,of,{of}\nPI1,to,{to}\nPI2,count,{requests}\n";
}
