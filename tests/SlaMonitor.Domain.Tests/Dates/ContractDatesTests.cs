using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Dates;
using SlaMonitor.Domain.Decisions;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Dates;

/// <summary>A contract from 1 April 2021 for 5 years ends on Tuesday 31 March 2026, that day included; two options of a year each.</summary>
public class ContractDatesTests
{
    /// <summary>12 weeks, 84 days, before 31 March 2026: 31 days of March, 28 of February and 25 of January give Tuesday 6 January. A year
    /// later 31 March is a Wednesday, and 84 days before it 6 January 2027. 18 months before 31 March 2026 is 30 September 2024, since
    /// September has no 31st. 3 months after 1 April 2021 is 1 July.</summary>
    private static readonly ContractDraft FivePlusOnePlusOne = Five(Notice.Of(Length("12 weeks")), Option("1 year"), Option("1 year")) with
    {
        Milestones =
        [
            new("Start of procurement", new MilestoneBase.EndOfTerm(), new(Length("18 months"), MilestoneSide.Before), NonWorkingDay.RollBack, null),
            new("Exit plan", new MilestoneBase.StartOfTerm(), new(Length("3 months"), MilestoneSide.After), NonWorkingDay.RollBack, "Sch 10 para 2"),
        ],
    };

    [Fact]
    public void All_of_them_at_a_glance() => Assert.Equal(
        [
            "end 2026-03-31 coming", "initial end 2026-03-31 coming", "earliest end 2026-03-31 coming", "latest end 2028-03-31 coming",
            "notice of option 1 2026-01-06 coming", "notice of option 2 2027-01-06 coming only if option 1 is exercised",
            "milestone Start of procurement 2024-09-30 passed by local policy", "milestone Exit plan 2021-07-01 passed by Sch 10 para 2",
        ],
        On(FivePlusOnePlusOne, "2025-11-24").Select(InBrief));

    /// <summary>The first option, exercised on 5 January and recorded on the 20th: on the 19th its notice seems to have lapsed, and with
    /// it the second; on the 20th both ends have moved, and procurement from 30 September 2024 to 30 September 2025.</summary>
    [Fact]
    public void An_option_recorded_late_was_exercised_in_time_all_the_same()
    {
        var decisions = Decided(Exercised(1, "2026-01-05", "2026-01-20"));
        Assert.Equal(
            ["end 2026-03-31 coming", "latest end 2026-03-31 coming", "notice of option 1 2026-01-06 lapsed", "notice of option 2 2027-01-06 lapsed"],
            On(FivePlusOnePlusOne, "2026-01-19", decisions).Where(d => d.Key is "end" or "latest end" || d.Option()).Select(InBrief));
        Assert.Equal(
            [
                "end 2027-03-31 coming", "latest end 2028-03-31 coming", "notice of option 1 2026-01-06 done 2026-01-05",
                "notice of option 2 2027-01-06 coming", "milestone Start of procurement 2025-09-30 passed by local policy",
            ],
            On(FivePlusOnePlusOne, "2026-01-20", decisions).Where(d => d.Key is "end" or "latest end" or "milestone Start of procurement" || d.Option()).Select(InBrief));
        var end = On(FivePlusOnePlusOne, "2026-01-20", decisions)[0];
        Assert.Equal("exercised 5 January 2026", end.Working[1].Rule[^24..]);
        Assert.Contains("recorded 20 January 2026 by service review board", end.Working[1].Inputs);
    }

    /// <summary>It was exercised three weeks after the last safe day and before the term ended: it counts, and the Working says so.</summary>
    [Fact]
    public void An_option_exercised_after_its_last_day_is_shown_to_have_been()
    {
        var notice = On(FivePlusOnePlusOne, "2026-02-01", Decided(Exercised(1, "2026-01-27", "2026-01-27"))).Single(d => d.Key == "notice of option 1");
        Assert.Equal((DateState.Done, Day("2026-01-27")), (notice.State, notice.DoneOn));
        Assert.Equal(("Done after the last day", "the last day was 6 January 2026"), (notice.Working[^1].Rule, notice.Working[^1].Arithmetic));
    }

    /// <summary>Leap days and short months: there is no 29 February 2025, so the month's last day is the last of the term itself; 6 months
    /// from 31 August 2023 end on 29 February 2024, of 2024 a day of its own.</summary>
    [Theory]
    [InlineData("2024-02-29", "1 year", "2025-02-28", "29 February 2024 + 1 year = 28 February 2025, the month's last day, as it has no day 29")]
    [InlineData("2023-08-31", "6 months", "2024-02-29", "31 August 2023 + 6 months = 29 February 2024, the month's last day, as it has no day 31")]
    [InlineData("2020-02-29", "4 years", "2024-02-28", "29 February 2020 + 4 years = 29 February 2024, less 1 day")]
    [InlineData("2024-01-31", "3 months", "2024-04-30", "31 January 2024 + 3 months = 30 April 2024, the month's last day, as it has no day 31")]
    public void The_sum_that_an_end_comes_from(string start, string length, string end, string sum)
    {
        var date = On(Contract(Pi("PI1")).Lasting(start, length), start)[0];
        Assert.Equal((Day(end), sum), (date.Day, date.Working[0].Arithmetic));
    }

    /// <summary>3 months back from Tuesday 31 March 2026 is Wednesday 31 December; clear days make it the 30th, a Tuesday; received two
    /// working days after sending: Monday 29 is one, Wednesday 24 the other, as the 25th and 26th are bank holidays and the 27th and 28th a weekend.</summary>
    [Fact]
    public void A_notice_is_counted_back_line_by_line()
    {
        var notice = new Notice(Length("3 months"), NoticeCounting.ClearDays, Length("2 working days"), NonWorkingDay.RollBack) { CutOff = new(16, 0), Clause = "cl 3.2" };
        var date = On(Five(notice, Option("1 year")), "2025-11-24").Single(d => d.Option());
        Assert.Equal((Day("2025-12-24"), Day("2025-12-24"), new LocalTime(16, 0), "cl 3.2"), (date.Day, date.LastDay, date.CutOff, date.Source));
        Assert.Equal(
            ["Tuesday 31 March 2026", "Wednesday 31 December 2025", "Tuesday 30 December 2025", "Wednesday 24 December 2025", "Wednesday 24 December 2025", "by 16:00 on Wednesday 24 December 2025", "safe by Wednesday 24 December 2025"],
            date.Working.Select(l => l.Outcome));
        Assert.Equal("30 December 2025 - 2 working days, by england-and-wales, uk-bank-holidays v1", date.Working[3].Arithmetic);
    }

    /// <summary>As below, and so that nobody counts Thursday and Friday as the two.</summary>
    [Fact]
    public void The_working_says_on_which_day_a_notice_would_be_received()
    {
        var notice = new Notice(Length("30 days"), NoticeCounting.BackFromEnd, Length("2 working days"), NonWorkingDay.RollBack);
        var line = On(Five(notice, Option("1 year")), "2025-11-24").Single(d => d.Option()).Working[2];
        Assert.Equal("received by Sunday 1 March 2026, so on Friday 27 February 2026, the last working day by then", line.Inputs);
        Assert.Equal("27 February 2026 - 2 working days, by england-and-wales, uk-bank-holidays v1", line.Arithmetic);
    }

    /// <summary>30 days before 31 March 2026 is Sunday 1 March. Received two working days after sending it must be there by Friday 27 February,
    /// so sent by Wednesday 25: sent on Thursday it would be received on Monday the 2nd, a day late.</summary>
    [Fact]
    public void What_must_be_received_by_a_sunday_must_be_received_by_the_friday() => Assert.Equal(
        Day("2026-02-25"), new Notice(Length("30 days"), NoticeCounting.BackFromEnd, Length("2 working days"), NonWorkingDay.RollBack).LastDay(Day("2026-03-31"), BankHolidays.Current.WorkingDays(Division.EnglandAndWales)));

    /// <summary>To August 2023: the term may end on the 1st. 3 months before that is 1 May, the early May bank holiday, so Friday 28 April
    /// is safe; 3 months before the 31st is Wednesday 31 May, the last day if the term runs to the end of the month.</summary>
    [Theory]
    [InlineData("2023-04-28", DateState.Today)]
    [InlineData("2023-05-31", DateState.Passed)]
    [InlineData("2023-06-01", DateState.Lapsed)]
    public void An_end_known_to_the_month_is_counted_back_from_its_first_day(string asOf, DateState state)
    {
        var term = new ContractTerm(ContractDate.In(Month("2013-09")), null, ContractDate.In(Month("2023-08")), [Option("1 year")], Notice.Of(Length("3 months")));
        var dates = On(Contract(Pi("PI1")) with { EffectiveFrom = Day("2013-09-01"), Term = term }, asOf);
        var notice = dates.Single(d => d.Option());
        Assert.Equal((Day("2023-04-28"), Day("2023-05-31"), true, state), (notice.Day, notice.LastDay, notice.IsMonthOnly, notice.State));
        Assert.Equal((Day("2023-08-31"), true, "August 2023, known to the month only; 31 August 2023 stands for it"), (dates[0].Day, dates[0].IsMonthOnly, dates[0].Working[0].Outcome));
    }

    /// <summary>Bank holidays are known to 2028: whether Monday 31 December 2029 is a working day nobody can tell.</summary>
    [Fact]
    public void Where_bank_holidays_are_not_known_the_day_is_not_guessed()
    {
        var date = On(Contract(Pi("PI1")) with { Term = new(ContractDate.On(Day("2024-04-01")), Length("6 years"), null, [Option("1 year")], Notice.Of(Length("3 months"))) }, "2029-12-01").Single(d => d.Option());
        Assert.Equal((null, Day("2029-12-31"), DateState.Coming), (date.Day, date.LastDay, date.State));
        Assert.Equal("the bank holidays are known for 2012 to 2028 only (england-and-wales, uk-bank-holidays v1)", date.NotKnown);
    }

    /// <summary>Notice three months, exercise one month before: Wednesday 31 December 2025 and, as 28 February 2026 is a Saturday, Friday 27.</summary>
    [Fact]
    public void Notice_and_exercise_are_two_acts_where_the_contract_says_so()
    {
        var draft = Five(Notice.Of(Length("3 months")), Option("1 year"));
        draft = draft with { Term = draft.Term with { ExerciseBy = Notice.Of(Length("1 month")) } };
        Assert.Equal(["notice of option 1 2025-12-31 coming", "exercise of option 1 2026-02-27 coming"], On(draft, "2025-12-01").Where(d => d.Option()).Select(InBrief));
        Assert.Equal(
            ["notice of option 1 2025-12-31 done 2025-12-20", "exercise of option 1 2026-02-27 coming"],
            On(draft, "2026-01-10", Decided(NoticeGiven(1, "2025-12-20", "2026-01-08"))).Where(d => d.Option()).Select(InBrief));
    }

    /// <summary>Three months' notice. Given on Monday 24 November 2025 it is in time for Tuesday 24 February 2026. Given on Friday 28 November
    /// 2025, for Saturday 28 February; on Sunday 30 November not: 28 February goes back to the 28th, and 1 March to Monday 1 December.</summary>
    [Theory]
    [InlineData("2025-11-24", "2026-02-24")]
    [InlineData("2025-11-28", "2026-02-28")]
    [InlineData("2025-11-30", "2026-03-01")]
    [InlineData("2026-01-15", "2026-03-31")] // 15 April would be past the end
    [InlineData("2021-05-04", "2022-03-31")] // not before the first year is over
    public void The_earliest_end_is_the_first_that_notice_today_is_in_time_for(string asOf, string end)
    {
        var draft = Five(null);
        draft = draft with { Term = draft.Term with { EarlyTermination = new(Notice.Of(Length("3 months")), Day("2022-03-31"), [], "cl 40") } };
        var date = On(draft, asOf).Single(d => d.Kind == KeyDateKind.EarliestEnd);
        Assert.Equal((Day(end), "cl 40"), (date.Day, date.Source));
    }

    /// <summary>Six months before 31 March 2023 is Friday 30 September 2022.</summary>
    [Theory]
    [InlineData("2022-09-30", DateState.Today, "2023-03-31")]
    [InlineData("2022-10-01", DateState.Lapsed, "2026-03-31")]
    public void A_break_is_gone_once_its_notice_is_too_late(string asOf, DateState state, string earliest)
    {
        var dates = On(WithBreak, asOf);
        Assert.Equal((state, Day("2022-09-30")), (dates.Single(d => d.Kind == KeyDateKind.BreakNotice).State, dates.Single(d => d.Kind == KeyDateKind.BreakNotice).Day));
        Assert.Equal(Day(earliest), dates.Single(d => d.Kind == KeyDateKind.EarliestEnd).Day);
    }

    /// <summary>Ended early, nothing is left to take up, and what is reckoned from the end moves: 18 months before 31 March 2023 is 30
    /// September 2021. A later notice to end it when it would end anyway takes that back.</summary>
    [Fact]
    public void An_early_end_moves_what_is_reckoned_from_the_end_and_can_be_taken_back()
    {
        var draft = WithBreak with { Milestones = FivePlusOnePlusOne.Milestones };
        var decisions = Decided(Terminated("2022-09-01", "2023-03-31", "2022-09-05"), Terminated("2022-12-01", "2026-03-31", "2022-12-01", TerminationGround.Agreement));
        Assert.Equal("end 2026-03-31 coming", InBrief(On(draft, "2022-09-04", decisions)[0]));
        Assert.Equal(
            [
                "end 2023-03-31 coming", "initial end 2026-03-31 coming", "earliest end 2023-03-31 coming", "latest end 2023-03-31 coming", "notice of option 1 2026-01-06 lapsed",
                "notice of break 2023-03-31 2022-09-30 done 2022-09-01", "milestone Start of procurement 2021-09-30 passed by local policy", "milestone Exit plan 2021-07-01 passed by Sch 10 para 2",
            ],
            On(draft, "2022-09-05", decisions).Select(InBrief));
        Assert.Equal(["end 2026-03-31 coming", "notice of option 1 2026-01-06 coming"], On(draft, "2022-12-01", decisions).Where(d => d.Key == "end" || d.Option()).Select(InBrief));
    }

    /// <summary>By its clause the contract may end on 31 March 2023 alone, by six months' notice.</summary>
    [Theory]
    [InlineData("2022-09-30", "2023-03-31", "")]
    [InlineData("2022-10-01", "2023-03-31", "decisions[0].given")]
    [InlineData("2022-09-30", "2023-06-30", "decisions[0].ends")]
    public void Ending_it_for_convenience_goes_by_the_clause(string given, string ends, string path) => Assert.Equal(
        path, string.Join(", ", DecisionChecks.Of(new([WithBreak.Terms()]), Decided(Terminated(given, ends, given)), HolidayBasis.Adopted).Select(p => p.Path)));

    [Fact]
    public void A_milestone_done_is_done()
    {
        var date = On(FivePlusOnePlusOne, "2025-11-24", Decided(Done("Exit plan", "2021-06-20", "2021-06-30"))).Single(d => d.Key == "milestone Exit plan");
        Assert.Equal((DateState.Done, Day("2021-06-20"), "Done"), (date.State, date.DoneOn, date.Working[^1].Rule));
    }

    private static ContractDraft WithBreak
    {
        get
        {
            var draft = Five(Notice.Of(Length("12 weeks")), Option("1 year"));
            return draft with { Term = draft.Term with { EarlyTermination = new(Notice.Of(Length("6 months")), null, [Day("2023-03-31")], "cl 41") } };
        }
    }

    private static IReadOnlyList<KeyDate> On(ContractDraft draft, string asOf, IReadOnlyList<Decision>? decisions = null) =>
        ContractDates.Of(new([draft.Terms()]), decisions ?? [], HolidayBasis.Adopted, Day(asOf));

    private static string InBrief(KeyDate date)
    {
        var state = date.DoneOn is { } done ? $"done {done:uuuu-MM-dd}" : date.State.Key();
        var source = date.Kind == KeyDateKind.Milestone ? $" by {date.Source}" : "";
        return $"{date.Key} {date.Day:uuuu-MM-dd} {state}{(date.OnlyIf is { } condition ? $" only if {condition}" : "")}{source}";
    }

    private static ContractDraft Five(Notice? notice, params Extension[] options) =>
        Contract(Pi("PI1")) with { EffectiveFrom = Day("2021-04-01"), Term = new(ContractDate.On(Day("2021-04-01")), Length("5 years"), null, options, notice) };
}

file static class Kinds
{
    internal static bool Option(this KeyDate date) => date.Kind is KeyDateKind.Notice or KeyDateKind.Exercise;
}
