using System.Reflection;
using NodaTime;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Measures;
using SlaMonitor.Domain.Returns;
using SlaMonitor.Service.Formats.Returns;

namespace SlaMonitor.Service.Tests.Formats.Returns;

/// <summary>Every code of a return has a reproducer.</summary>
public sealed class EveryReturnProblemTests
{
    private static readonly string[] InTestsOfTheirOwn = ["charges-fixed", "figure-before-end", "figure-missing", "indicator-twice", "restates-twice"];

    /// <summary>Of local times, which the clock change of another month or another contract makes doubtful.</summary>
    private static readonly string[] OfLocalTimes = ["local-time-doubtful", "local-time-refused"];

    /// <summary>Raised over several returns, and tested with their history.</summary>
    private static readonly string[] OfSeveralReturns = ["same-revision-twice", "population-changed", "same-as-before"];

    /// <summary>Of contracts that say what makes a figure implausible, or refuses it; reproduced with the rules.</summary>
    private static readonly string[] OfOtherContracts = ["level-for-change", "nothing-to-report-refused", "shares-over-whole"];

    /// <summary>Of what the service counts from tickets, which no file says; reproduced with the rules.</summary>
    private static readonly string[] OfTickets = ["tickets-missing", "tickets-unasked", "claim-against-tickets", "tickets-left-out", "fewer-tickets", "more-excluded", "just-in-time", "just-on-target", "priority-lowered"];

    /// <summary>Of columns and rows, and of what no key of JSON can say twice.</summary>
    private static readonly string[] OnlyInTables = ["column-missing", "column-unknown", "fact-twice", "fact-unknown", "value-missing"];

    /// <summary>Of what only facts as they are stored can say; to a table it is the name of a part.</summary>
    private static readonly string[] OnlyInJson = ["tickets-said"];

    [Fact]
    public void Every_code_has_its_reproducer_as_CSV() =>
        Assert.Equal([], Codes().Except(OnlyInJson).Except(CsvProblemsTests.Rows.Select(row => (string)row[1])).Except(CsvProblemsTests.Files.Select(row => (string)row[1])));

    [Fact]
    public void Every_code_has_its_reproducer_as_JSON_where_it_can_occur() =>
        Assert.Equal([], Codes().Except(OnlyInTables).Except(JsonProblemsTests.Indicators.Select(row => (string)row[1])).Except(JsonProblemsTests.Changes.Select(row => (string)row[2])));

    /// <summary>No file can say it: a table calls it a fact twice, and JSON a key twice.</summary>
    [Fact]
    public void An_indicator_stands_once_in_a_return()
    {
        var notSupplied = new ReturnedIndicator("PI4", new Measurement.NotSupplied(), null);
        var submitted = new SupplierReturn("riverside", 1, new(2024, 6, 10), null, null, new(new YearMonth(2024, 5), new(100_000), [notSupplied, notSupplied]), []);
        var problem = Assert.Single(ReturnChecks.Of(Riverside.Contract, submitted, BankHolidays.Current), p => p.IsError);
        Assert.Equal((ReturnProblems.IndicatorTwice, "indicators.PI4", "one entry", "2"), (problem.Code, problem.Path, problem.Expected, problem.Found));
    }

    /// <summary>No file can say it either: a period is a key, and a table gathers its rows under it.</summary>
    [Fact]
    public void A_period_is_restated_once_in_a_return()
    {
        var april = new PeriodFigures(new YearMonth(2024, 4), null, []);
        var submitted = new SupplierReturn("riverside", 1, new(2024, 6, 10), null, null, new(new YearMonth(2024, 5), new(100_000), []), [april, april]);
        var problem = Assert.Single(ReturnChecks.Of(Riverside.Contract, submitted, BankHolidays.Current), p => p.IsError);
        Assert.Equal((ReturnProblems.RestatesTwice, "restates.2024-04", "each period once", "2 times"), (problem.Code, problem.Path, problem.Expected, problem.Found));
    }

    private static IEnumerable<string> Codes() => new[] { typeof(ReturnFileProblems), typeof(ReturnProblems), typeof(FigureProblems) }
        .SelectMany(codes => codes.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => ((ProblemCode)field.GetValue(null)!).Name)
        .Except(InTestsOfTheirOwn).Except(OfSeveralReturns).Except(OfLocalTimes).Except(OfOtherContracts).Except(OfTickets);
}
