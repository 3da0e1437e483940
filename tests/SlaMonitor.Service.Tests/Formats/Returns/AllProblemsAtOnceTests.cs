namespace SlaMonitor.Service.Tests.Formats.Returns;

/// <summary>Those who send returns complain where only the first errors are shown.</summary>
public sealed class AllProblemsAtOnceTests
{
    [Fact]
    public void A_table_tells_slips_of_form_and_findings_under_the_contract_in_the_order_of_the_file()
    {
        var file = Riverside.Csv(
            "KPI1,of,\"96,62\"",
            "KPI1,to,100",
            "KPI2,all but,5",
            "KPI2,to,143",
            "KPI2,stated,96.62",
            "KPI9,stated,97",
            "PI1,stated,met",
            "PI2,count,\"1,234\"",
            "PI3,stock,-4",
            ",to,7",
            "PI5,answer,",
            "PI7,count,12.5,North");
        Assert.Equal(
            [
                "6:3 bad-value", "10:3 claim-mismatch", "11:1 indicator-not-in-contract", "12:3 words-for-figure", "13:3 bad-value",
                "14:3 negative", "15:2 fact-unknown", "16:3 value-missing", "17:3 not-whole",
            ],
            Places(file));
    }

    [Fact]
    public void JSON_does_too()
    {
        var file = Riverside.Json(
            """    "KPI1": { "parts": { "of": "96,62", "to": 100 } }""",
            """    "KPI2": { "stated": 96.62, "parts": { "allBut": 5, "to": 143 } }""",
            """    "KPI9": { "stated": 97 }""",
            """    "PI1": { "stated": "met" }""",
            """    "PI2": { "stated": true, "note": "?" }""",
            """    "PI3": { "parts": { "stock": -4 } }""");
        Assert.Equal(
            ["7:32 bad-value", "8:25 claim-mismatch", "9:5 indicator-not-in-contract", "10:24 words-for-figure", "11:24 words-for-figure", "11:30 unknown-key", "12:34 negative"],
            Places(file));
    }

    [Fact]
    public void A_period_and_a_day_in_a_spreadsheets_spelling_hide_nothing()
    {
        var file = Riverside.Csv("KPI1,of,101", "KPI1,to,100", "KPI1,of,95,,Apr-24", "PI3,stock,-4,,2024-03")
            .Replace("2024-05", "May-24", StringComparison.Ordinal).Replace("2024-06-10", "10/06/2024", StringComparison.Ordinal);
        Assert.Equal(["3:3 bad-value", "4:3 bad-value", "6:3 part-exceeds-whole", "8:5 bad-value", "9:3 negative"], Places(file));
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_the_only_problem_of_what_it_would_have_said()
    {
        var file = Riverside.Csv("KPI1,of,95", "KPI1,to,\"100\"0", "PI3,stock,-4");
        Assert.Equal(["7:3 table-stray-quote", "8:3 negative"], Places(file));
    }

    [Fact]
    public void A_return_with_errors_is_refused_whole_and_one_with_warnings_is_not()
    {
        Assert.False(Riverside.Check(Riverside.Csv("PI3,stock,-4")).IsAccepted);
        Assert.True(Riverside.Check(Riverside.Csv("PI3,stated,4")).IsAccepted);
    }

    private static IEnumerable<string> Places(string file) => Riverside.Problems(file).Select(p => $"{p.Line}:{p.Column} {p.Code.Name}");
}
