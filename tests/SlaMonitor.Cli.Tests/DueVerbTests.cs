using System.Text.Json;

namespace SlaMonitor.Cli.Tests;

public class DueVerbTests
{
    /// <summary>Counted on a wall calendar from Thursday 15 December 2022. Boxing Day is on the Monday and Christmas Day's
    /// substitute on the Tuesday, New Year's Day's on Monday 2 January, and Scotland's 2nd January on the 3rd.</summary>
    private const string AcrossChristmas =
        """
        20 working days (Freedom of Information Act 2000, s.10(1) and (6)), from Thursday 15 December 2022
        by uk-union, uk-bank-holidays v1

          Thu 15 Dec 2022        reckoned from this day
          Fri 16 Dec 2022     1
          Sat 17 Dec 2022        Saturday
          Sun 18 Dec 2022        Sunday
          Mon 19 Dec 2022     2
          Tue 20 Dec 2022     3
          Wed 21 Dec 2022     4
          Thu 22 Dec 2022     5
          Fri 23 Dec 2022     6
          Sat 24 Dec 2022        Saturday
          Sun 25 Dec 2022        Sunday
          Mon 26 Dec 2022        Boxing Day
          Tue 27 Dec 2022        Christmas Day (substitute day)
          Wed 28 Dec 2022     7
          Thu 29 Dec 2022     8
          Fri 30 Dec 2022     9
          Sat 31 Dec 2022        Saturday
          Sun  1 Jan 2023        Sunday
          Mon  2 Jan 2023        New Year's Day (substitute day)
          Tue  3 Jan 2023        2nd January (substitute day)
          Wed  4 Jan 2023    10
          Thu  5 Jan 2023    11
          Fri  6 Jan 2023    12
          Sat  7 Jan 2023        Saturday
          Sun  8 Jan 2023        Sunday
          Mon  9 Jan 2023    13
          Tue 10 Jan 2023    14
          Wed 11 Jan 2023    15
          Thu 12 Jan 2023    16
          Fri 13 Jan 2023    17
          Sat 14 Jan 2023        Saturday
          Sun 15 Jan 2023        Sunday
          Mon 16 Jan 2023    18
          Tue 17 Jan 2023    19
          Wed 18 Jan 2023    20

        Due: Wednesday 18 January 2023

        """;

    [Fact]
    public void An_information_request_is_counted_day_by_day_across_Christmas()
    {
        var ran = Terminal.Run("due", "foi", "--from", "2022-12-15");
        Assert.Equal((ExitCode.Fine, AcrossChristmas, ""), (ran.Code, ran.Out, ran.Error));
    }

    /// <summary>The Tuesday on which Scotland keeps 2nd January is a working day in England.</summary>
    [Theory]
    [InlineData("england-and-wales", "Tuesday 17 January 2023")]
    [InlineData("scotland", "Wednesday 18 January 2023")]
    public void A_count_of_working_days_goes_by_its_division(string division, string due) =>
        AssertDue(due, "20 working days", "--from", "2022-12-15", "--division", division);

    /// <summary>Four weeks from Thursday 1 September 2022 are the 29th, and a day for the State Funeral on the 19th, which
    /// nobody knew of on the 1st.</summary>
    [Theory]
    [InlineData("2022-09-01", "Thursday 29 September 2022")]
    [InlineData("2022-09-09", "Friday 30 September 2022")]
    public void A_day_goes_by_what_was_known_of_it(string knownOn, string due) => AssertDue(due, "foi", "--from", "2022-09-01", "--known-on", knownOn);

    /// <summary>
    /// Forty days beginning with 23 May 2018: 9 of May, 30 of June, 1 of July, a Sunday, and no rule moves it. From 25 May: a
    /// month from the day after. From 12 August 2019: so too, as the Information Commissioner counted until the 14th; from 19
    /// August, a month from the day itself.
    /// </summary>
    [Theory]
    [InlineData("2018-05-23", "Sunday 1 July 2018")]
    [InlineData("2018-05-25", "Tuesday 26 June 2018")]
    [InlineData("2019-08-12", "Friday 13 September 2019")]
    [InlineData("2019-08-19", "Thursday 19 September 2019")]
    public void A_subject_access_request_goes_by_the_rule_of_its_day(string received, string due) => AssertDue(due, "subject-access", "--from", received);

    [Fact]
    public void A_rule_needs_no_quotation_marks_and_no_small_letters() =>
        Assert.Equal(Terminal.Run("due", "40 days beginning with", "--from", "2018-05-23").Out, Terminal.Run("due", "40", "Days", "beginning", "with", "--from", "2018-05-23").Out);

    [Fact]
    public void What_a_month_is_reckoned_from_and_passes_over_is_said()
    {
        var working = Terminal.Run("due", "1 month following the day after, or the next working day", "--from", "2026-11-24").Out;
        Assert.Contains(
            """
              Tue 24 Nov 2026        reckoned from this day
              Wed 25 Nov 2026        the day after, which the rule reckons from
              Fri 25 Dec 2026        the corresponding date: Christmas Day
              Sat 26 Dec 2026        Saturday
              Sun 27 Dec 2026        Sunday
              Mon 28 Dec 2026        Boxing Day (substitute day)
              Tue 29 Dec 2026        the working day it moves to
            """,
            working,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Json_holds_the_same_days()
    {
        using var json = JsonDocument.Parse(Terminal.Run("due", "foi", "--from", "2022-12-15", "--json").Out);
        var root = json.RootElement;
        Assert.Equal(("2022-12-15", "2023-01-18"), (root.GetProperty("from").GetString(), root.GetProperty("due").GetString()));
        var days = root.GetProperty("days").EnumerateArray().ToList();
        Assert.Equal(35, days.Count);
        Assert.Equal("Boxing Day", days[11].GetProperty("notWorking").GetString());
        Assert.Equal(20, days[^1].GetProperty("number").GetInt32());
    }

    [Fact]
    public void Beyond_the_data_nothing_is_guessed()
    {
        var ran = Terminal.Run("due", "foi", "--from", "2028-12-10");
        Assert.Equal(ExitCode.Findings, ran.Code);
        Assert.EndsWith("Due: not known\n", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Bank holidays are known from 2012 to 2028 only", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("due", "parking", "--from", "2026-01-01")]
    [InlineData("due", "foi")]
    [InlineData("due", "foi", "--from", "1/2/2026")]
    [InlineData("due", "foi", "--from", "2026-01-01", "--division", "wales")]
    public void What_cannot_be_understood_ends_with_2_and_a_reason(params string[] args)
    {
        var ran = Terminal.Run(args);
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.NotEmpty(ran.Error);
    }

    private static void AssertDue(string due, params string[] args) =>
        Assert.EndsWith($"Due: {due}\n", Terminal.Run(["due", .. args]).Out, StringComparison.Ordinal);
}
