using SlaMonitor.Domain.Returns;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Returns;

/// <summary>Which return has the last word.</summary>
public class ReturnHistoryTests
{
    private static readonly SupplierReturn First = Return("2024-04").Dated("2024-05-05").Stating("KPI1", "98").Stating("KPI2", "98").Charged("100.00");

    /// <summary>A higher revision replaces a lower one whole: what it leaves out is gone, charges and restatements too.</summary>
    [Fact]
    public void A_revision_replaces_whole()
    {
        var second = Return("2024-04").Revision(2).Dated("2024-05-20").Stating("KPI1", "99");
        var history = History("2024-06-01", First, second);
        Assert.Equal("99", LevelOf(history, "2024-04", "KPI1"));
        Assert.Null(history.Figure(Month("2024-04"), "KPI2"));
        Assert.Null(history.Charges(Month("2024-04")));
        Assert.Equal(second, history.For(Month("2024-04")));
    }

    [Fact]
    public void What_a_revision_no_longer_restates_is_no_longer_restated()
    {
        var may = Return("2024-05").Stating("KPI1", "99").Restating("2024-04", "KPI1", Stated("90"));
        var mayAgain = Return("2024-05").Revision(2).Dated("2024-06-10").Stating("KPI1", "99");
        Assert.Equal("90", LevelOf(History("2024-06-09", First, may, mayAgain), "2024-04", "KPI1"));
        Assert.Equal("98", LevelOf(History("2024-06-10", First, may, mayAgain), "2024-04", "KPI1"));
    }

    [Fact]
    public void A_revision_counts_from_the_day_it_is_dated()
    {
        var second = Return("2024-04").Revision(2).Dated("2024-05-20").Stating("KPI1", "99");
        Assert.Equal("98", LevelOf(History("2024-05-19", First, second), "2024-04", "KPI1"));
        Assert.Equal("99", LevelOf(History("2024-05-20", First, second), "2024-04", "KPI1"));
    }

    /// <summary>Restated figures replace indicator by indicator.</summary>
    [Fact]
    public void A_restatement_replaces_only_what_it_names()
    {
        var history = History("2024-07-01", First, Return("2024-05").Restating("2024-04", "KPI1", Stated("97")));
        Assert.Equal(("97", "98"), (LevelOf(history, "2024-04", "KPI1"), LevelOf(history, "2024-04", "KPI2")));
        Assert.Equal(Pounds("100.00"), history.Charges(Month("2024-04")));
        Assert.Equal(["2024-05", "2024-04"], history.SpeakingOf(Month("2024-04")).Select(r => r.Month.ToString("uuuu-MM", null)));
    }

    /// <summary>April by itself, restated by May's return on 5 June, then corrected by a revision of its own on 20 June.</summary>
    [Fact]
    public void The_last_word_by_date_counts()
    {
        var may = Return("2024-05").Dated("2024-06-05").Restating("2024-04", "KPI1", Stated("97"));
        var corrected = First.Revision(2).Dated("2024-06-20");
        Assert.Equal("97", LevelOf(History("2024-06-19", First, may, corrected), "2024-04", "KPI1"));
        Assert.Equal("98", LevelOf(History("2024-06-20", First, may, corrected), "2024-04", "KPI1"));
    }

    /// <summary>On one day the return of the later period has the last word.</summary>
    [Fact]
    public void On_one_day_the_later_period_has_the_last_word()
    {
        var may = Return("2024-05").Dated("2024-06-20").Restating("2024-04", "KPI1", Stated("97"));
        Assert.Equal("97", LevelOf(History("2024-06-20", First.Dated("2024-06-20"), may), "2024-04", "KPI1"));
    }

    [Fact]
    public void The_same_return_handed_over_twice_is_one() => Assert.Equal("98", LevelOf(History("2024-06-01", First, First), "2024-04", "KPI1"));

    private static ReturnHistory History(string asOf, params SupplierReturn[] returns) => new(returns, Day(asOf));

    private static string LevelOf(ReturnHistory history, string month, string code) =>
        ((Measurement.StatedOnly)history.Figure(Month(month), code)!.Value.Figure.Measurement).Stated.ToString();
}
