using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class BankHolidaysTests
{
    private static readonly BankHolidays Current = BankHolidays.Current;

    [Fact]
    public void The_current_version_is_named_and_covers_2012_to_2028()
    {
        Assert.Equal(1, Current.Version);
        Assert.Equal("uk-bank-holidays v1", Current.Name);
        Assert.Equal((2012, 2028), (Current.FirstYear, Current.LastYear));
        Assert.True(Current.Covers(new LocalDate(2028, 12, 31)));
        Assert.False(Current.Covers(new LocalDate(2029, 1, 1)));
        Assert.False(Current.Covers(new LocalDate(2011, 12, 31)));
    }

    /// <summary>
    /// The ordinary year: England and Wales 8 (New Year, Good Friday, Easter Monday, early May, spring, summer, Christmas,
    /// Boxing Day); Scotland 9, those less Easter Monday, with 2 January and St Andrew's Day (8 - 1 + 2); Northern Ireland
    /// 10, those with St Patrick's Day and the Battle of the Boyne (8 + 2). One-off days are added to it.
    /// </summary>
    [Theory]
    [InlineData(2012, 1, 1, 1)] // Diamond Jubilee, 5 June
    [InlineData(2013, 0, 0, 0)]
    [InlineData(2014, 0, 0, 0)]
    [InlineData(2015, 0, 0, 0)]
    [InlineData(2016, 0, 0, 0)]
    [InlineData(2017, 0, 0, 0)]
    [InlineData(2018, 0, 0, 0)]
    [InlineData(2019, 0, 0, 0)]
    [InlineData(2020, 0, 0, 0)] // early May moved to 8 May: none more, none less
    [InlineData(2021, 0, 0, 0)]
    [InlineData(2022, 2, 2, 2)] // Platinum Jubilee, 3 June; State Funeral, 19 September
    [InlineData(2023, 1, 1, 1)] // Coronation, 8 May
    [InlineData(2024, 0, 0, 0)]
    [InlineData(2025, 0, 0, 0)]
    [InlineData(2026, 0, 1, 0)] // Scotland's 15 June
    [InlineData(2027, 0, 0, 0)]
    [InlineData(2028, 0, 0, 0)]
    public void The_totals_of_a_year_are_the_ordinary_ones_and_the_one_off_days(int year, int england, int scotland, int ireland)
    {
        Assert.Equal(8 + england, Current.Of(Division.EnglandAndWales, year).Count);
        Assert.Equal(9 + scotland, Current.Of(Division.Scotland, year).Count);
        Assert.Equal(10 + ireland, Current.Of(Division.NorthernIreland, year).Count);
    }

    /// <summary>2026 in the United Kingdom: 8 of England and Wales; and 2 January, 15 June, 3 August and 30 November of
    /// Scotland; and 17 March and 13 July of Northern Ireland: 8 + 4 + 2 = 14.</summary>
    [Fact]
    public void The_union_has_each_date_of_any_division_once_in_order()
    {
        var union = Current.Of(Division.UkUnion, 2026);
        Assert.Equal(14, union.Count);
        Assert.Equal(union.Select(h => h.Date).Distinct().Order(), union.Select(h => h.Date));
    }

    [Fact]
    public void No_holiday_falls_on_a_weekend_for_each_has_its_substitute_day() =>
        Assert.All(
            Enumerable.Range(2012, 17).SelectMany(year => Current.Of(Division.UkUnion, year)),
            holiday => Assert.True(holiday.Date.DayOfWeek <= IsoDayOfWeek.Friday, holiday.ToString()));

    /// <summary>Easter Sundays of the Gregorian computus, as tabled by HM Nautical Almanac Office.</summary>
    [Theory]
    [InlineData(2012, 4, 8)]
    [InlineData(2016, 3, 27)]
    [InlineData(2018, 4, 1)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    public void Good_Friday_is_everywhere_and_Easter_Monday_is_not_in_Scotland(int year, int month, int day)
    {
        var easter = new LocalDate(year, month, day);
        foreach (var division in Divisions.All)
        {
            var dates = Current.Of(division, year).Select(h => h.Date).ToList();
            Assert.Contains(easter.PlusDays(-2), dates);
            Assert.Equal(division != Division.Scotland, dates.Contains(easter.PlusDays(1)));
        }
    }

    [Fact]
    public void The_state_funeral_is_known_from_9_September_2022()
    {
        var funeral = new LocalDate(2022, 9, 19);
        var before = Current.KnownOn(new LocalDate(2022, 9, 8));
        Assert.Equal("uk-bank-holidays v1 as known on 2022-09-08", before.Name);
        Assert.DoesNotContain(before.Of(Division.EnglandAndWales, 2022), h => h.Date == funeral);
        var after = Current.KnownOn(new LocalDate(2022, 9, 9)).Of(Division.EnglandAndWales, 2022);
        Assert.Equal("State Funeral of Queen Elizabeth II", after.Single(h => h.Date == funeral).Title);
    }

    [Theory]
    [InlineData("2019-06-09", "2020-05-04")]
    [InlineData("2019-06-10", "2020-05-08")]
    public void A_moved_holiday_stands_on_its_old_date_until_it_is_seen_withdrawn(string knownOn, string expected)
    {
        var may = Current.KnownOn(Dates.Of(knownOn)).Of(Division.EnglandAndWales, 2020).Single(h => h.Title.StartsWith("Early May", StringComparison.Ordinal));
        Assert.Equal(Dates.Of(expected), may.Date);
    }

    [Fact]
    public void A_row_withdrawn_on_the_day_it_was_first_seen_is_never_known() =>
        Assert.DoesNotContain(
            Current.KnownOn(new LocalDate(2020, 11, 12)).Of(Division.UkUnion, 2022), h => h.Date == new LocalDate(2022, 5, 30));

    [Theory]
    [InlineData("2012-01-12", 2011)] // before the first row was seen: nothing
    [InlineData("2012-01-23", 2012)]
    [InlineData("2012-01-24", 2013)]
    [InlineData("2021-12-02", 2022)]
    [InlineData("2021-12-03", 2023)]
    [InlineData("2025-11-24", 2028)]
    public void A_year_is_covered_from_the_day_its_rows_were_seen(string knownOn, int lastYear) =>
        Assert.Equal(lastYear, Current.KnownOn(Dates.Of(knownOn)).LastYear);

    [Fact]
    public void A_year_without_data_has_no_holidays() => Assert.Empty(Current.Of(Division.UkUnion, 2029));

    [Theory]
    [InlineData("england-and-wales,2012-01-02,New Year's Day,substitute day,2012-01-13")]
    [InlineData("wales,2012-01-02,New Year's Day,,2012-01-13,")]
    [InlineData("uk-union,2012-01-02,New Year's Day,,2012-01-13,")]
    public void A_row_of_another_shape_is_refused_with_its_text(string row)
    {
        var refused = Assert.Throws<FormatException>(() => BankHolidays.Read(1, $"division,date,title,note,firstSeen,withdrawnSeen\n{row}"));
        Assert.Contains(row, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Divisions_are_read_by_the_names_they_are_written_with() =>
        Assert.All(Divisions.All, division =>
        {
            Assert.True(Divisions.TryParse(division.Name(), out var read));
            Assert.Equal(division, read);
        });

    [Fact]
    public void A_name_that_is_no_division_is_not_read() => Assert.False(Divisions.TryParse("wales", out _));
}
