namespace SlaMonitor.Cli.Tests;

public sealed class CalendarVerbTests : IDisposable
{
    /// <summary>
    /// September 2022 has 22 weekdays of ten hours, 13,200 minutes; without the 19th, 12,600. An outage of 129 minutes leaves
    /// 13,071 of 13,200, 99.02 %, or 12,471 of 12,600, 98.98 %, and the target is 99 %.
    /// </summary>
    private const string Contract =
        """
        contract: help-desk
        title: Help desk
        client: A council
        supplier: A supplier
        effectiveFrom: 2022-08-01
        term: { start: 2022-08-01, initial: 1 year }
        workingDays: england-and-wales
        calendars: { core: { hours: Mon-Fri 08:00-18:00, holidays: closed } }
        returns: { due: 20 working days, whenMissing: notScored }
        charges: { perPeriod: 10000 }
        indicators:
          KPI1:
            title: Availability
            kind: KPI
            better: higher
            measure: { availability: { calendar: core } }
            ladder: { target: { from: 99 % }, failed: { points: 1 } }
        credits: { servicePoints: { perPoint: 1 %, caps: [ { at: 10 %, of: chargesOfPeriod } ], rounding: halfAwayFromZero } }
        """;

    private const string Return =
        """
        indicator,figure,value
        ,contract,help-desk
        ,period,2022-09
        ,submitted on,2022-10-10
        KPI1,downtime,129
        KPI1,maintenance,0
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("sla-calendar").FullName;

    public CalendarVerbTests()
    {
        File.WriteAllText(Path.Combine(_folder, "contract.yaml"), Contract);
        File.WriteAllText(Path.Combine(_folder, "2022-09.csv"), Return);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Of 2022's 260 weekdays England and Wales had 10 bank holidays on one, Scotland 11: 250 and 249.</summary>
    [Theory]
    [InlineData("england-and-wales", "250")]
    [InlineData("scotland", "249")]
    public void A_year_is_shown_with_its_working_days(string division, string workingDays)
    {
        var shown = Terminal.Run("calendar", "show", "--year", "2022", "--division", division);
        Assert.Equal(ExitCode.Fine, shown.Code);
        Assert.Matches($@"20 +{workingDays} *\n", shown.Out);
        Assert.Matches(@"Mon 19 Sep 2022 +State Funeral of Queen Elizabeth II +Fri  9 Sep 2022", shown.Out);
    }

    /// <summary>In 2020 the early May bank holiday was moved from Monday the 4th to Friday the 8th; GOV.UK's repository had it
    /// in June 2019.</summary>
    [Fact]
    public void A_moved_holiday_stays_in_sight()
    {
        var shown = Terminal.Run("calendar", "show", "--year", "2020").Out;
        Assert.Matches(@"Mon  4 May 2020 +Early May bank holiday +\w{3} +\d+ \w{3} 20\d\d +\w{3} +\d+ Jun 2019", shown);
        Assert.Matches(@"Fri  8 May 2020 +Early May bank holiday \(VE day\) +\w{3} +\d+ Jun 2019", shown);
        Assert.DoesNotContain("8 May 2020", Terminal.Run("calendar", "show", "--year", "2020", "--known-on", "2019-05-31").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_year_it_is_this_one() =>
        Assert.Contains("Bank holidays of england-and-wales in 2026", Terminal.Run("calendar", "show").Out, StringComparison.Ordinal);

    [Fact]
    public void Working_days_of_a_year_without_data_are_not_guessed()
    {
        var shown = Terminal.Run("calendar", "show", "--year", "2030");
        Assert.Equal((ExitCode.Findings, ""), (shown.Code, shown.Out));
        Assert.Contains("working days of 2030 cannot be counted", shown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diff_names_what_came_and_went() => Assert.Equal(
        """
        From uk-bank-holidays v1 as known on 2022-09-01 to uk-bank-holidays v1 as known on 2022-09-30:

          + Mon 19 Sep 2022  england-and-wales  State Funeral of Queen Elizabeth II
          + Mon 19 Sep 2022  scotland           State Funeral of Queen Elizabeth II
          + Mon 19 Sep 2022  northern-ireland   State Funeral of Queen Elizabeth II

        3 added (+), 0 removed (-).

        """,
        Terminal.Run("calendar", "diff", "--from", "2022-09-01", "--to", "2022-09-30").Out);

    /// <summary>The return for August is due 20 working days after Wednesday 31 August. One point is 1 % of £10,000.00.</summary>
    [Fact]
    public void An_impact_lists_every_date_result_point_and_pound_that_would_move()
    {
        var impact = Terminal.Run("calendar", "impact", _folder, "--from", "2022-09-01", "--to", "2022-09-30", "--as-of", "2022-11-01");
        Assert.Equal(ExitCode.Fine, impact.Code);
        var rows = impact.Out.Split('\n').Select(l => string.Join(" | ", l.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        Assert.Equal(
            [
                "What | Before | After",
                "2022-08 return due | 2022-09-28 | 2022-09-29",
                "2022-09 KPI1 | 99.02 %: met | 98.98 %: target missed, 1 point",
                "2022-09 points | 0 | 1",
                "2022-09 payable | £0.00 | £100.00",
                "points, all periods | 0 | 1",
                "payable, all periods | £0.00 | £100.00",
            ],
            rows.Where(r => r.Contains(" | ", StringComparison.Ordinal)));
        Assert.Contains("help-desk, which goes by uk-bank-holidays v1: 6 would move", impact.Out, StringComparison.Ordinal);
        Assert.Contains("Nothing has moved", impact.Out, StringComparison.Ordinal);
        Assert.Contains("what was known on a day can be asked about, but not adopted", impact.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_one_version_and_itself_nothing_would_move()
    {
        var impact = Terminal.Run("calendar", "impact", _folder, "--from", "1", "--to", "1", "--as-of", "2022-11-01").Out;
        Assert.Contains("No due date, result or credit would move.", impact, StringComparison.Ordinal);
        Assert.Contains("bankHolidays: { version: 1, reason: why it is adopted }", impact, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-09-01", "99.02 % met", "uk-bank-holidays v1 as known on 2022-09-01")]
    [InlineData("2022-09-30", "98.98 % target missed", "uk-bank-holidays v1 as known on 2022-09-30")]
    public void A_contract_can_be_assessed_as_known_on_a_day(string knownOn, string result, string calendar)
    {
        var assessed = Terminal.Run("assess", _folder, "--as-of", "2022-11-01", "--holidays-known-on", knownOn).Out;
        Assert.Contains(result, assessed, StringComparison.Ordinal);
        Assert.Contains(calendar, assessed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calendar", "diff", "--from", "1", "--to", "99")]
    [InlineData("calendar", "diff", "--from", "1")]
    [InlineData("calendar", "show", "--known-on", "yesterday")]
    [InlineData("calendar", "impact", "no-such-file.yaml", "--from", "1", "--to", "1")]
    public void What_cannot_be_understood_ends_with_2_and_a_reason(params string[] args)
    {
        var ran = Terminal.Run(args);
        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.NotEmpty(ran.Error);
    }
}
