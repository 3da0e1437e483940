namespace SlaMonitor.Service.Tests.Formats.Returns;

/// <summary>What the author of a program that sends returns is told, and at which place.</summary>
public sealed class JsonProblemsTests
{
    private const string NoFigure = "a figure, such as 96.62 % or 4.86; where there is none, 'no activity' or 'not supplied'";

    /// <summary>An indicator in line 7; then code, path, column, expected, found.</summary>
    public static TheoryData<string, string, string, int, string, string> Indicators => new()
    {
        { """    "KPI1": { "stated": "met and exceeded" }""", "words-for-figure", "indicators.KPI1.stated", 25, NoFigure, "'met and exceeded'" },
        { """    "KPI1": { "parts": { "of": "no", "to": 10 } }""", "words-for-figure", "indicators.KPI1.parts.of", 32, "a figure, such as 143 or 12.5", "'no'" },
        { """    "KPI1": { "stated": 97, "noActivity": true }""", "figure-and-silence", "indicators.KPI1", 13, "either a figure, or 'no activity', or 'not supplied'", "more than one of them" },
        { """    "KPI9": { "stated": 97 }""", "indicator-not-in-contract", "indicators.KPI9", 5, "one of: KPI1, KPI2, KPI3, PI1, PI2, PI3, PI4, PI5, PI6, PI7, CPI1", "KPI9" },
        { """    "OLD1": { "parts": { "count": 3 } }""", "indicator-not-in-force", "indicators.OLD1", 5, "an indicator in force on 2024-05-01", "OLD1" },
        { """    "CPI1": { "stated": 97 }""", "composite-supplied", "indicators.CPI1", 5, "no entry", "a figure" },
        { """    "KPI1": { "parts": { "of": 95 } }""", "part-missing", "indicators.KPI1.parts.to", 15, "'to', incidents resolved", "none" },
        { """    "KPI1": { "parts": { "of": 95, "to": 100, "failed": 5 } }""", "unknown-part", "indicators.KPI1.parts.failed", 47, "one of: of, to", "failed" },
        { """    "KPI1": { "parts": { "of": 95.5, "to": 100 } }""", "not-whole", "indicators.KPI1.parts.of", 32, "a whole number", "95.5" },
        { """    "KPI1": { "parts": { "of": -1, "to": 100 } }""", "negative", "indicators.KPI1.parts.of", 32, "0 or more", "-1" },
        { """    "PI5": { "parts": { "answer": 2 } }""", "not-an-answer", "indicators.PI5.parts.answer", 35, "yes or no", "2" },
        { """    "KPI1": { "parts": { "of": 101, "to": 100 } }""", "part-exceeds-whole", "indicators.KPI1.parts.of", 32, "at most 100, the number of incidents resolved", "101" },
        { """    "PI1": { "parts": { "total": 9, "responses": 10 } }""", "off-the-scale", "indicators.PI1.parts.total", 34, "between 10 and 50, 10 times 1 to 5", "9" },
        { """    "KPI1": { "parts": { "of": 95, "to": 100 }, "stated": 101 }""", "stated-off-scale", "indicators.KPI1.stated", 59, "between 0 and 100", "101" },
        { """    "PI1": { "parts": { "total": 45, "responses": 10 }, "stated": "4.5%" }""", "stated-unit", "indicators.PI1.stated", 67, "a figure in points", "4.5 %" },
        { """    "KPI1": { "stated": 97 }""", "stated-without-parts", "indicators.KPI1.stated", 25, "also its parts: 'of', incidents resolved in time; 'to', incidents resolved", "97" },
        { """    "KPI1": { "stated": 99, "parts": { "of": 95, "to": 100 } }""", "claim-mismatch", "indicators.KPI1.stated", 25, "95.00 % from its parts", "99 %; no other reading of the parts gives it either" },
        { """    "PI6": { "members": { "Libraries": { "of": 9, "to": 10 } } }""", "unknown-member", "indicators.PI6.members.Libraries", 27, "one of: Housing, Planning", "Libraries" },
        { """    "KPI1": { "members": { "Housing": { "of": 9, "to": 10 } } }""", "no-breakdown", "indicators.KPI1.members.Housing", 28, "figures for the whole", "Housing" },
        { """    "KPI3": { "outages": ["2024-05-02 09:00 to 2024-05-02 10:00"], "parts": { "downtime": 60 } }""", "figures-twice", "indicators.KPI3.outages", 26, "either outages, or the figures they come to", "both" },
        { """    "KPI1": { "tickets": { "extract": "log" } }""", "tickets-said", "indicators.KPI1.tickets", 26, "the ticket extract itself beside the return, and no word of what it comes to", "a map" },
        { """    "KPI1": { "tickets": null, "parts": { "of": 95, "to": 100 } }""", "tickets-said", "indicators.KPI1.tickets", 26, "the ticket extract itself beside the return, and no word of what it comes to", "nothing" },
        { """    "KPI3": { "outages": ["2024-05-02 at nine"] }""", "bad-value", "indicators.KPI3.outages[0]", 27, "an outage, such as 2024-06-03 09:10 to 2024-06-03 10:25, 120 of 480 users; 'to open' while it goes on, and ', maintenance' at the end where it is", "'2024-05-02 at nine'" },
        { """    "KPI1": { "outages": ["2024-05-02 09:00 to 2024-05-02 10:00"] }""", "outages-without-availability", "indicators.KPI1.outages", 26, "the figures of its measure", "1 outage" },
        { """    "KPI3": { "outages": ["2024-05-03 10:00 to 2024-05-03 09:00"] }""", "outage-backwards", "indicators.KPI3.outages[0]", 27, "an end after 2024-05-03 10:00", "2024-05-03 09:00" },
        { """    "KPI3": { "outages": ["2024-06-01 09:00 to open"] }""", "outage-outside-period", "indicators.KPI3.outages[0]", 27, "an outage in 1 to 31 May 2024", "2024-06-01 09:00 to open" },
        { """    "PI3": { "parts": { "stock": 40 }, "asAt": "2024-06-03" }""", "as-at-outside-period", "indicators.PI3.asAt", 48, "a day of 1 to 31 May 2024", "2024-06-03" },
        { """    "PI3": { "noActivity": true }, "PI4": { "stated": 3 }""", "no-activity-doubtful", "indicators.PI3", 5, "a figure for Outstanding, or 'not supplied'", "no activity" },
        { """    "PI7": { "parts": { "count": 12 }, "members": { "North": { "count": 5 } } }""", "members-do-not-add-up", "indicators.PI7.parts.count", 34, "5, the sum by team", "12" },
    };

    /// <summary>A text of the file, another in its place; then code, path, line, column, expected, found.</summary>
    public static TheoryData<string, string, string, string, int, int, string, string> Changes => new()
    {
        { "    \"PI4\": { \"stated\": 3 }", "    \"KPI1\": { \"noActivity\": true }", "nothing-to-report", "indicators", 6, 3,
            "figures", "no activity of 1 indicator: 1 not scored (KPI1); no figure of 9 indicators: 9 not scored (KPI2, KPI3, PI1, PI2, PI3, PI4, PI5, PI6, PI7)" },
        { "riverside", "oakwood", "other-contract", "contract", 2, 15, "riverside", "oakwood" },
        { "2024-05\"", "2026-01\"", "no-such-period", "period", 3, 13, "a Service Period from 2024-01-01 to 2025-12-31", "2026-01" },
        { "2024-06-10", "2024-05-31", "period-not-over", "submittedOn", 4, 18, "a day after 2024-05-31, the last of the period", "2024-05-31" },
        { "  \"charges\"", "  \"termsFrom\": \"2023-01-01\",\n  \"charges\"", "other-version", "termsFrom", 5, 16, "2024-01-01, from which the terms in force on 2024-05-01 stand", "2023-01-01" },
        { "1000.00", "-5", "charges-negative", "charges", 5, 14, "0.00 or more", "-5.00" },
        { "  \"charges\": 1000.00,\n", "", "charges-missing", "charges", 1, 1, "the Service Charges of 2024-05 ex VAT", "none" },
        { "  \"charges\"", "  \"restates\": { \"2024-06\": { \"charges\": 5 } },\n  \"charges\"", "restates-later", "restates.2024-06.period", 5, 17, "a period before 2024-05", "2024-06" },
        { "  \"charges\"", "  \"restates\": { \"2024-04\": { \"indicators\": { \"KPI1\": { \"tickets\": {} } } } },\n  \"charges\"", "tickets-said", "restates.2024-04.indicators.KPI1.tickets", 5, 67, "the ticket extract itself beside the return, and no word of what it comes to", "an empty map" },
        { "  \"charges\"", "  \"restates\": { \"2024-04\": {} },\n  \"charges\"", "empty-list", "restates.2024-04", 5, 28, "'charges' or 'indicators', or leave the period out", "neither" },
    };

    [Theory]
    [MemberData(nameof(Indicators))]
    public void An_indicator_is_refused_at_its_place(string indicator, string code, string path, int column, string expected, string found) =>
        AssertOnly(Riverside.Json(indicator), code, path, 7, column, expected, found);

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_file_is_refused_at_its_place(string text, string instead, string code, string path, int line, int column, string expected, string found) =>
        AssertOnly(Riverside.Json("""    "PI4": { "stated": 3 }""").Replace(text, instead, StringComparison.Ordinal), code, path, line, column, expected, found);

    [Fact]
    public void A_figure_twice_is_refused_as_any_key_is() =>
        AssertOnly(Riverside.Json("""    "PI4": { "stated": 3, "stated": 4 }"""), "document-duplicate-key", "indicators.PI4.stated", 7, 27, "every key once", "'stated' again, first on line 7");

    [Fact]
    public void Charges_beside_those_the_contract_fixes_are_a_warning()
    {
        var problem = Assert.Single(Riverside.Problems(Riverside.Json("""    "PI4": { "stated": 3 }""").Replace("1000.00", "900", StringComparison.Ordinal), Riverside.WithFixedCharges));
        Assert.Equal(("charges-fixed", "charges", 5, 14, "1000.00", "900.00"), (problem.Code.Name, problem.Path, problem.Line, problem.Column, problem.Expected, problem.Found));
    }

    [Fact]
    public void A_figure_that_is_missing_is_a_warning_at_the_indicators() =>
        Assert.Contains(Riverside.Check(Riverside.Json("""    "PI4": { "stated": 3 }""")).Problems, p =>
            (p.Code.Name, p.Path, p.Line, p.Column, p.Expected, p.Found) == ("figure-missing", "indicators.KPI1", 6, 3, "a figure for Incidents", "none"));

    private static void AssertOnly(string file, string code, string path, int line, int column, string expected, string found)
    {
        var problem = Assert.Single(Riverside.Problems(file));
        Assert.Equal((code, path, line, column, expected, found), (problem.Code.Name, problem.Path, problem.Line, problem.Column, problem.Expected, problem.Found));
    }
}
