using CsCheck;
using NodaTime;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts;
using SlaMonitor.Domain.Dates;
using SlaMonitor.Domain.Decisions;
using SlaMonitor.Service.Formats.ContractFiles;
using SlaMonitor.Service.Register;

namespace SlaMonitor.Service.Tests.Formats.Calendars;

/// <summary>What calendars are told of a contract from 1 January 2026 for 2 years, with an option of a year by 6 months' notice: it ends on
/// Friday 31 December 2027, and 6 months before is Wednesday 30 June 2027.</summary>
public class CalendarEntriesTests
{
    private const string Options = "term: { start: 2026-01-01, initial: 2 years, extensions: [1 year, 1 year], noticeToExtend: 6 months }\nmilestones: { Exit plan: { length: 1 year, before: end, clause: Sch 10 } }";

    private static readonly Contract Contract = new([Terms(Golden.GoldenFile.Read("samples/first-contract.yaml").Replace("term: { start: 2026-01-01, initial: 2 years }", Options))]);

    private static readonly Instant Day0 = Instant.FromUtc(2026, 2, 10, 9, 0);

    [Fact]
    public void Dates_ahead_are_told_from_sequence_zero() => Assert.Equal(
        ["end 2027-12-31 0", "milestone Exit plan 2026-12-31 0", "notice of option 1 2027-06-30 0"], Told([], "2026-02-10").Select(InBrief));

    [Fact]
    public void What_does_not_change_is_told_as_it_was()
    {
        var first = Told([], "2026-02-10");
        Assert.Equal(first, Told(first, "2026-12-31"));
    }

    /// <summary>Exercised on 1 March 2027: the end moves to Sunday 31 December 2028, the exit plan had passed and moves to Friday 31 December
    /// 2027 all the same; notice of option 1 is needed no more, and that of option 2 is due by 30 June 2028, a Friday.</summary>
    [Fact]
    public void A_moved_date_has_a_higher_sequence_and_one_that_fell_away_is_withdrawn()
    {
        var moved = Told(Told([], "2026-02-10"), "2027-03-01", Exercised("2027-03-01", "2027-03-01"));
        Assert.Equal(["end 2028-12-31 1", "milestone Exit plan 2027-12-31 1", "notice of option 1 2027-06-30 1 withdrawn", "notice of option 2 2028-06-30 0"], moved.Select(InBrief));
        Assert.Equal(moved, Told(moved, "2027-03-02", Exercised("2027-03-01", "2027-03-01")));
    }

    /// <summary>Recorded on 20 July, after the notice had passed: what has passed stays as it was told.</summary>
    [Fact]
    public void What_has_passed_is_not_withdrawn() => Assert.Contains(
        "notice of option 1 2027-06-30 0", Told(Told([], "2026-02-10"), "2027-07-20", Exercised("2027-06-29", "2027-07-20")).Select(InBrief));

    /// <summary>Ended early on 30 September 2026: the exit plan, a year before, was due in 2025; the notice falls away. Taken back, all of them
    /// are told once more, each with a higher sequence than before.</summary>
    [Fact]
    public void What_comes_back_is_told_anew()
    {
        Decision early = Ending("2026-03-01", "2026-09-30"), back = Ending("2026-04-01", "2027-12-31");
        var ended = Told(Told([], "2026-02-10"), "2026-03-01", early);
        Assert.Equal(["end 2026-09-30 1", "milestone Exit plan 2026-12-31 1 withdrawn", "notice of option 1 2027-06-30 1 withdrawn"], ended.Select(InBrief));
        Assert.Equal(["end 2027-12-31 2", "milestone Exit plan 2026-12-31 2", "notice of option 1 2027-06-30 2"], Told(ended, "2026-04-01", early, back).Select(InBrief));
    }

    [Fact]
    public void A_contract_registered_late_is_not_told_of_its_past() =>
        Assert.Equal(["end 2027-12-31 0"], Told([], "2027-08-01").Select(InBrief));

    /// <summary>However terms and days come and go, a sequence never falls, and rises wherever what is told changes.</summary>
    [Fact]
    public void Sequences_only_ever_rise() => Gen.Select(Gen.Int[0, 700], Gen.Bool, Gen.Bool).List[1, 12].Sample(looks =>
    {
        IReadOnlyList<CalendarEntry> before = [];
        foreach (var (days, isEnding, isExercised) in looks)
        {
            var day = new LocalDate(2026, 2, 10).PlusDays(days);
            Decision[] decisions = [.. isEnding ? [Ending("2026-02-01", "2026-11-30")] : Array.Empty<Decision>(), .. isExercised ? [Exercised("2026-02-01", "2026-02-01")] : Array.Empty<Decision>()];
            var after = CalendarEntries.Next(before, ContractDates.Of(Contract, decisions, HolidayBasis.Adopted, day), day, Day0 + Duration.FromDays(days));
            foreach (var (old, now) in before.Select(b => (b, after.Single(a => a.Key == b.Key))))
                Assert.True(now.SaysTheSameAs(old) ? now == old : now.Sequence == old.Sequence + 1, $"{InBrief(old)} became {InBrief(now)}");
            before = after;
        }
    });

    internal static IReadOnlyList<CalendarEntry> Told(IReadOnlyList<CalendarEntry> before, string asOf, params Decision[] decisions)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(asOf).Value;
        return CalendarEntries.Next(before, ContractDates.Of(Contract, decisions, HolidayBasis.Adopted, day), day, Day0);
    }

    internal static Decision Exercised(string exercised, string on) => new Decision.OptionExercised(1, Day(exercised), Taken(on));

    private static Decision Ending(string on, string ends) => new Decision.Terminated(Day(on), Day(ends), TerminationGround.Agreement, Taken(on));

    private static Taken Taken(string on) => new("my-first", Day(on), "contract manager", "as agreed", null);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static ContractTerms Terms(string file)
    {
        var read = ContractFile.Read(System.Text.Encoding.UTF8.GetBytes(file), HolidayBasis.Adopted);
        return read.Terms ?? throw new InvalidOperationException(string.Join("; ", read.Problems));
    }

    private static string InBrief(CalendarEntry entry) => $"{entry.Key} {entry.Day:uuuu-MM-dd} {entry.Sequence}{(entry.IsWithdrawn ? " withdrawn" : "")}";
}
