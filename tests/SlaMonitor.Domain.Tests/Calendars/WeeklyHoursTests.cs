using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class WeeklyHoursTests
{
    [Theory]
    [InlineData("Mon-Fri 08:00-18:00")]
    [InlineData("Mon-Fri 08:00-18:00, Sat 09:00-13:00")]
    [InlineData("Mon-Thu 08:00-12:30 13:30-17:00, Fri 08:00-12:30")]
    [InlineData("Mon Wed Fri-Sat 00:00-24:00")]
    [InlineData("24x7")]
    public void Canonical_text_is_read_and_written_unchanged(string text) => Assert.Equal(text, WeeklyHours.Parse(text).ToString());

    [Theory]
    [InlineData("Mon-Sun 00:00-24:00", "24x7")]
    [InlineData("Sat 09:00-13:00,Mon-Fri  08:00-18:00", "Mon-Fri 08:00-18:00, Sat 09:00-13:00")]
    [InlineData("Mon 13:00-17:00 08:00-12:00", "Mon 08:00-12:00 13:00-17:00")]
    [InlineData("Mon 08:00-12:00, Mon 12:00-17:00", "Mon 08:00-17:00")]
    [InlineData("Sun-Thu 09:00-17:00", "Mon-Thu Sun 09:00-17:00")]
    [InlineData("Mon 09:00-17:00, Tue 09:00-17:00", "Mon-Tue 09:00-17:00")]
    public void The_same_hours_written_otherwise_are_equal_and_have_one_text(string text, string canonical)
    {
        var hours = WeeklyHours.Parse(text);
        Assert.Equal(canonical, hours.ToString());
        Assert.Equal(WeeklyHours.Parse(canonical), hours);
        Assert.Equal(WeeklyHours.Parse(canonical).GetHashCode(), hours.GetHashCode());
    }

    [Fact]
    public void Other_hours_are_not_equal() =>
        Assert.NotEqual(WeeklyHours.Parse("Mon-Fri 08:00-18:00"), WeeklyHours.Parse("Mon-Fri 08:00-18:01"));

    [Theory]
    [InlineData("")]
    [InlineData("Mon-Fri")]
    [InlineData("08:00-18:00")]
    [InlineData("Mon-Fri 8:00-18:00")]
    [InlineData("Mon-Fri 08:00-24:01")]
    [InlineData("Mon-Fri 08:60-18:00")]
    [InlineData("Mon-Tue-Fri 08:00-18:00")]
    [InlineData("monday 08:00-18:00")]
    [InlineData("Mon 08:00-10:00 Tue 08:00-10:00")]
    [InlineData("24/7")]
    [InlineData("Mon 08:00-10:00,")]
    public void Text_of_another_form_is_refused(string text)
    {
        Assert.Equal([CalendarProblems.HoursUnreadable], CodesOf(text));
        Assert.False(WeeklyHours.TryParse(text, out _));
    }

    [Theory]
    [InlineData("Mon 18:00-08:00")]
    [InlineData("Mon 08:00-08:00")]
    public void A_span_that_does_not_close_after_it_opens_is_a_contradiction(string text) =>
        Assert.Equal([CalendarProblems.SpanEmpty], CodesOf(text));

    [Theory]
    [InlineData("Mon 08:00-12:00 11:00-17:00")]
    [InlineData("Mon-Fri 08:00-18:00, Wed 12:00-13:00")]
    public void Spans_that_overlap_are_a_contradiction(string text) => Assert.Equal([CalendarProblems.SpansOverlap], CodesOf(text));

    [Fact]
    public void A_week_without_hours_is_a_contradiction()
    {
        var refused = Assert.Throws<ContradictionException>(() => new WeeklyHours([]));
        Assert.Equal(CalendarProblems.HoursNone, Assert.Single(refused.Problems).Code);
    }

    [Fact]
    public void Every_contradiction_is_told_at_once() =>
        Assert.Equal([CalendarProblems.SpanEmpty, CalendarProblems.SpansOverlap], CodesOf("Mon 08:00-07:00, Tue 08:00-12:00 11:00-13:00"));

    [Fact]
    public void A_day_has_its_spans_in_order()
    {
        var hours = WeeklyHours.Parse("Mon 13:00-24:00 08:00-12:00");
        Assert.Equal([new DaySpan(480, 720), new DaySpan(780, 1440)], hours.On(IsoDayOfWeek.Monday));
        Assert.Empty(hours.On(IsoDayOfWeek.Tuesday));
    }

    private static List<ProblemCode> CodesOf(string text) =>
        [.. Assert.Throws<ContradictionException>(() => WeeklyHours.Parse(text)).Problems.Select(p => p.Code)];
}
