namespace SlaMonitor.Service.Tests.Formats.Returns;

/// <summary>What a clerk who wrote the return in a spreadsheet is told, and at which cell.</summary>
public sealed class CsvProblemsTests
{
    private const string AllIndicators = "one of: KPI1, KPI2, KPI3, PI1, PI2, PI3, PI4, PI5, PI6, PI7, CPI1";
    private const string NoFigure = "a figure, such as 96.62 % or 4.86; where there is none, 'no activity' or 'not supplied'";
    private const string OfReturn = "an indicator in the same row, or one of: contract, period, terms from, revision, submitted on, signed off by, comment, charges";

    /// <summary>The rows from line 6 on; then code, path, line, cell, expected, found.</summary>
    public static TheoryData<string[], string, string, int, int, string, string> Rows => new()
    {
        { ["KPI1,stated,met and exceeded"], "words-for-figure", "indicators.KPI1.stated", 6, 3, NoFigure, "'met and exceeded'" },
        { ["KPI1,stated,#DIV/0!"], "words-for-figure", "indicators.KPI1.stated", 6, 3, NoFigure, "'#DIV/0!'" },
        { ["KPI1,of,yes", "KPI1,to,10"], "words-for-figure", "indicators.KPI1.parts.of", 6, 3, "a figure, such as 143 or 12.5", "'yes'" },
        { ["KPI1,of,1", "KPI1,to,2", "KPI1,Of,3"], "fact-twice", "indicators.KPI1.parts.of", 8, 2, "one row for it", "another, the first in line 6" },
        { [",charges,5"], "fact-twice", "charges", 6, 2, "one row for it", "another, the first in line 5" },
        { ["KPI1,of,1", ",to,143"], "fact-unknown", "to", 7, 2, OfReturn, "'to'" },
        { [",signed of by,A. Clerk"], "fact-unknown", "signed of by", 6, 2, "'signed off by'", "'signed of by'" },
        { ["KPI1,,143"], "fact-unknown", "", 6, 2, "the name of a figure, such as 'stated'", "an empty cell" },
        { [",revision,2,Housing"], "fact-unknown", "", 6, 4, "an empty cell, or an indicator in the same row", "'Housing'" },
        { ["KPI1,of,", "KPI1,to,5"], "part-missing", "indicators.KPI1.parts.of", 6, 3, "'of', incidents resolved in time", "none" },
        { ["KPI1,stated,", "KPI1,of,", "KPI1,to,", "KPI1,no activity,"], "value-missing", "indicators.KPI1", 7, 3, "a figure for 'of', 'to', 'stated', or yes for 'no activity' or 'not supplied'", "empty cells" },
        { ["PI6,of,9,Housing", "PI6,to,10,Housing", "PI6,of,,Planning", "PI6,to,,Planning"], "value-missing", "indicators.PI6.members.Planning", 8, 3, "a figure for 'of', 'to', or yes for 'no activity' or 'not supplied'", "empty cells" },
        { [",terms from,2023-01-01"], "other-version", "termsFrom", 6, 3, "2024-01-01, from which the terms in force on 2024-05-01 stand", "2023-01-01" },
        { ["KPI1,stated,97", "KPI1,no activity,yes"], "figure-and-silence", "indicators.KPI1", 6, 1, "either a figure, or 'no activity', or 'not supplied'", "more than one of them" },
        { ["KPI1,of,95,,2023-12", "KPI1,to,100,,2023-12"], "no-such-period", "restates.2023-12.period", 6, 5, "a Service Period from 2024-01-01 to 2025-12-31", "2023-12" },
        { ["KPI1,of,95,,2024-06", "KPI1,to,100,,2024-06"], "restates-later", "restates.2024-06.period", 6, 5, "a period before 2024-05", "2024-06" },
        { ["KPI9,stated,97"], "indicator-not-in-contract", "indicators.KPI9", 6, 1, AllIndicators, "KPI9" },
        { ["OLD1,count,3"], "indicator-not-in-force", "indicators.OLD1", 6, 1, "an indicator in force on 2024-05-01", "OLD1" },
        { ["CPI1,stated,97"], "composite-supplied", "indicators.CPI1", 6, 1, "no entry", "a figure" },
        { ["KPI1,of,95"], "part-missing", "indicators.KPI1.parts.to", 6, 1, "'to', incidents resolved", "none" },
        { ["KPI1,of,95", "KPI1,to,100", "KPI1,failed,5"], "unknown-part", "indicators.KPI1.parts.failed", 8, 2, "one of: of, to", "failed" },
        { ["PI4,stated,3", "PI4,of,3"], "unknown-part", "indicators.PI4.parts.of", 7, 2, "no parts", "of" },
        { ["KPI1,of,95.5", "KPI1,to,100"], "not-whole", "indicators.KPI1.parts.of", 6, 3, "a whole number", "95.5" },
        { ["KPI1,of,5", "KPI1,to,-100"], "negative", "indicators.KPI1.parts.to", 7, 3, "0 or more", "-100" },
        { ["PI5,answer,2"], "not-an-answer", "indicators.PI5.parts.answer", 6, 3, "yes or no", "2" },
        { ["PI5,stated,97"], "not-an-answer", "indicators.PI5.stated", 6, 3, "yes or no", "97" },
        { ["KPI1,of,101", "KPI1,to,100"], "part-exceeds-whole", "indicators.KPI1.parts.of", 6, 3, "at most 100, the number of incidents resolved", "101" },
        { ["KPI3,downtime,44641"], "part-exceeds-whole", "indicators.KPI3.parts.downtime", 6, 3, "at most 44640 minutes together with maintenance, the minutes of the period", "44641" },
        { ["PI1,total,51", "PI1,responses,10"], "off-the-scale", "indicators.PI1.parts.total", 6, 3, "between 10 and 50, 10 times 1 to 5", "51" },
        { ["KPI1,of,95", "KPI1,to,100", "KPI1,stated,101"], "stated-off-scale", "indicators.KPI1.stated", 8, 3, "between 0 and 100", "101" },
        { ["PI2,count,5", "PI2,stated,-5"], "stated-off-scale", "indicators.PI2.stated", 7, 3, "0 or more", "-5" },
        { ["PI1,total,45", "PI1,responses,10", "PI1,stated,4.5 %"], "stated-unit", "indicators.PI1.stated", 8, 3, "a figure in points", "4.5 %" },
        { ["KPI1,of,95", "KPI1,to,100", "KPI1,stated,Yes"], "stated-unit", "indicators.KPI1.stated", 8, 3, "a figure in %", "yes" },
        { ["KPI1,stated,97"], "stated-without-parts", "indicators.KPI1.stated", 6, 3, "also its parts: 'of', incidents resolved in time; 'to', incidents resolved", "97" },
        { ["KPI1,of,95", "KPI1,to,100", "KPI1,stated,99"], "claim-mismatch", "indicators.KPI1.stated", 8, 3, "95.00 % from its parts", "99 %; no other reading of the parts gives it either" },
        { ["PI6,of,9,Libraries", "PI6,to,10,Libraries"], "unknown-member", "indicators.PI6.members.Libraries", 6, 4, "one of: Housing, Planning", "Libraries" },
        { ["KPI1,of,9,Housing", "KPI1,to,10,Housing"], "no-breakdown", "indicators.KPI1.members.Housing", 6, 4, "figures for the whole", "Housing" },
        { ["PI7,count,12", "PI7,count,5,North", "PI7,count,6,South"], "members-do-not-add-up", "indicators.PI7.parts.count", 6, 3, "11, the sum by team", "12" },
        { ["KPI3,outage,2024-05-02 09:00 to 2024-05-02 10:00", "KPI3,downtime,60"], "figures-twice", "indicators.KPI3.outages", 6, 2, "either outages, or the figures they come to", "both" },
        { ["KPI1,outage,2024-05-02 09:00 to 2024-05-02 10:00"], "outages-without-availability", "indicators.KPI1.outages", 6, 2, "the figures of its measure", "1 outage" },
        { ["KPI3,outage,2024-05-02 09:00 to 2024-05-02 10:00", "KPI3,outage,2024-05-03 10:00 to 2024-05-03 09:00"], "outage-backwards", "indicators.KPI3.outages[1]", 7, 3, "an end after 2024-05-03 10:00", "2024-05-03 09:00" },
        { ["KPI3,outage,2024-06-01 09:00 to 2024-06-01 10:00"], "outage-outside-period", "indicators.KPI3.outages[0]", 6, 3, "an outage in 1 to 31 May 2024", "2024-06-01 09:00 to 2024-06-01 10:00" },
        { ["KPI3,outage,2024-03-31 01:30 to 2024-03-31 03:30,,2024-03"], "local-time-doubtful", "restates.2024-03.indicators.KPI3.outages[0]", 6, 3, "a local time that there is, or one with Z or an offset", "2024-03-31 01:30, skipped by the clock change; taken for 2024-03-31T01:30Z" },
        { ["PI3,stock,40", "PI3,as at,2024-06-03"], "as-at-outside-period", "indicators.PI3.asAt", 7, 3, "a day of 1 to 31 May 2024", "2024-06-03" },
        { ["KPI1,no activity,yes"], "nothing-to-report", "indicators", 1, 1, "figures", "no activity of 1 indicator: 1 not scored (KPI1); no figure of 9 indicators: 9 not scored (KPI2, KPI3, PI1, PI2, PI3, PI4, PI5, PI6, PI7)" },
        { ["PI3,no activity,yes", "PI4,stated,3"], "no-activity-doubtful", "indicators.PI3", 6, 1, "a figure for Outstanding, or 'not supplied'", "no activity" },
        { ["PI6,to,10", "PI6,of,9,Housing", "PI6,to,10,Housing"], "members-do-not-add-up", "indicators.PI6.parts.of", 6, 1, "9, the sum by department", "none" },
    };

    /// <summary>A whole file; then the same.</summary>
    public static TheoryData<string, string, string, int, int, string, string> Files => new()
    {
        { "indicator,figure\nKPI1,of\n", "column-missing", "value", 1, 1, "a column 'value'", "indicator, figure" },
        { "indicator;figure;value\nKPI1;of;5\n", "column-missing", "", 1, 1, "a header row with the columns indicator, figure, value, separated by commas", "semicolons in 'indicator;figure;value'" },
        { "indicator\tfigure\tvalue\n", "column-missing", "", 1, 1, "a header row with the columns indicator, figure, value, separated by commas", "tabs in 'indicator figure value'" },
        { "Service report, May 2024\n", "column-missing", "", 1, 1, "a header row with the columns indicator, figure, value, separated by commas", "'Service report,  May 2024'" },
        { Riverside.Csv().Replace("member", "membr", StringComparison.Ordinal), "column-unknown", "membr", 1, 4, "'member'", "'membr'" },
        { Riverside.Csv().Replace("comment", "Member ", StringComparison.Ordinal), "table-duplicate-header", "", 1, 6, "a name of its own for every column", "'member' again, first in column 4" },
        { Riverside.Csv().Replace("riverside", "oakwood", StringComparison.Ordinal), "other-contract", "contract", 2, 3, "riverside", "oakwood" },
        { Riverside.Csv().Replace("2024-05", "2026-01", StringComparison.Ordinal), "no-such-period", "period", 3, 3, "a Service Period from 2024-01-01 to 2025-12-31", "2026-01" },
        { Riverside.Csv().Replace("2024-06-10", "2024-05-31", StringComparison.Ordinal), "period-not-over", "submittedOn", 4, 3, "a day after 2024-05-31, the last of the period", "2024-05-31" },
        { Riverside.Csv().Replace(",charges,1000.00\n", "", StringComparison.Ordinal), "charges-missing", "charges", 1, 1, "the Service Charges of 2024-05 ex VAT", "none" },
        { Riverside.Csv().Replace("1000.00", "-5", StringComparison.Ordinal), "charges-negative", "charges", 5, 3, "0.00 or more", "-5.00" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_refused_at_its_cell(string[] rows, string code, string path, int line, int column, string expected, string found) =>
        AssertOnly(Riverside.Csv(rows), code, path, line, column, expected, found);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_refused_at_its_cell(string file, string code, string path, int line, int column, string expected, string found) =>
        AssertOnly(file, code, path, line, column, expected, found);

    [Fact]
    public void Charges_beside_those_the_contract_fixes_are_a_warning()
    {
        var problem = Assert.Single(Riverside.Problems(Riverside.Csv().Replace("1000.00", "900.00", StringComparison.Ordinal), Riverside.WithFixedCharges));
        Assert.Equal(("charges-fixed", "charges", 5, 3, "1000.00", "900.00"), (problem.Code.Name, problem.Path, problem.Line, problem.Column, problem.Expected, problem.Found));
    }

    [Fact]
    public void A_figure_that_is_missing_is_a_warning_at_its_row_or_at_the_table()
    {
        var problems = Riverside.Check(Riverside.Csv("KPI2,not supplied,TRUE")).Problems;
        Assert.All(problems, p => Assert.Equal(("figure-missing", "none"), (p.Code.Name, p.Found)));
        Assert.Equal(10, problems.Count);
        Assert.Contains(problems, p => (p.Path, p.Line, p.Column, p.Expected) == ("indicators.KPI1", 1, 1, "a figure for Incidents"));
        Assert.Contains(problems, p => (p.Path, p.Line, p.Column, p.Expected) == ("indicators.KPI2", 6, 1, "a figure for Changes"));
    }

    private static void AssertOnly(string file, string code, string path, int line, int column, string expected, string found)
    {
        var problem = Assert.Single(Riverside.Problems(file));
        Assert.Equal((code, path, line, column, expected, found), (problem.Code.Name, problem.Path, problem.Line, problem.Column, problem.Expected, problem.Found));
    }
}
