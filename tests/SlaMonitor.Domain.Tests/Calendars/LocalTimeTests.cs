using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Domain.Tests.Calendars;

public class LocalTimeTests
{
    /// <summary>London, 29 March 2026: 01:00 GMT becomes 02:00 BST, so 01:30 does not exist.</summary>
    [Theory]
    [InlineData(GapRule.Later, "2026-03-29T01:30Z")] // 02:30 BST
    [InlineData(GapRule.Earlier, "2026-03-29T00:30Z")] // 00:30 GMT
    [InlineData(GapRule.Refuse, null)]
    public void A_time_that_does_not_exist_is_taken_by_rule_and_flagged(GapRule gap, string? expected)
    {
        var rule = LocalTimeRule.Default with { Gap = gap };
        Assert.Equal(new ResolvedTime(Utc(expected), LocalTimeFlag.DidNotExist), TimeText.Read("2026-03-29T01:30", Dates.London, rule));
    }

    /// <summary>London, 25 October 2026: 02:00 BST becomes 01:00 GMT, so 01:30 comes as BST and again as GMT.</summary>
    [Theory]
    [InlineData(OverlapRule.Earlier, "2026-10-25T00:30Z")]
    [InlineData(OverlapRule.Later, "2026-10-25T01:30Z")]
    [InlineData(OverlapRule.Refuse, null)]
    public void A_time_that_comes_twice_is_taken_by_rule_and_flagged(OverlapRule overlap, string? expected)
    {
        var rule = LocalTimeRule.Default with { Overlap = overlap };
        Assert.Equal(new ResolvedTime(Utc(expected), LocalTimeFlag.CameTwice), TimeText.Read("2026-10-25T01:30", Dates.London, rule));
    }

    [Fact]
    public void The_default_is_the_later_of_a_gap_and_the_earlier_of_an_overlap() =>
        Assert.Equal(new LocalTimeRule(GapRule.Later, OverlapRule.Earlier), LocalTimeRule.Default);

    /// <summary>The bounds of the hours in question exist once, except that 01:00 comes twice in October.</summary>
    [Theory]
    [InlineData("2026-03-29T00:59", LocalTimeFlag.AsWritten)]
    [InlineData("2026-03-29T01:00", LocalTimeFlag.DidNotExist)]
    [InlineData("2026-03-29T01:59", LocalTimeFlag.DidNotExist)]
    [InlineData("2026-03-29T02:00", LocalTimeFlag.AsWritten)]
    [InlineData("2026-10-25T00:59", LocalTimeFlag.AsWritten)]
    [InlineData("2026-10-25T01:00", LocalTimeFlag.CameTwice)]
    [InlineData("2026-10-25T01:59", LocalTimeFlag.CameTwice)]
    [InlineData("2026-10-25T02:00", LocalTimeFlag.AsWritten)]
    public void Only_the_doubtful_hour_is_flagged(string text, LocalTimeFlag expected) =>
        Assert.Equal(expected, TimeText.Read(text, Dates.London, LocalTimeRule.Default)?.Flag);

    [Theory]
    [InlineData("2026-07-01T09:00", "2026-07-01T08:00:00Z")]
    [InlineData("2026-07-01 09:00", "2026-07-01T08:00:00Z")]
    [InlineData("2026-07-01 09:00:30", "2026-07-01T08:00:30Z")]
    [InlineData("2026-07-01T09:00:30.5", "2026-07-01T08:00:30.5Z")]
    [InlineData("2026-07-01T09:00Z", "2026-07-01T09:00:00Z")]
    [InlineData("2026-07-01T09:00+02:00", "2026-07-01T07:00:00Z")]
    [InlineData("2026-07-01 09:00:30-05:30", "2026-07-01T14:30:30Z")]
    [InlineData("2026-10-25T01:30+00:00", "2026-10-25T01:30:00Z")] // an offset leaves no doubt
    public void Local_utc_and_offset_times_are_read(string text, string expected) => Assert.Equal(
        new ResolvedTime(InstantPattern.ExtendedIso.Parse(expected).GetValueOrThrow(), LocalTimeFlag.AsWritten),
        TimeText.Read(text, Dates.London, LocalTimeRule.Default));

    [Theory]
    [InlineData("")]
    [InlineData("2026-07-01")]
    [InlineData("2026-07-01T25:00")]
    [InlineData("2026-02-29T09:00")]
    [InlineData("01/07/2026 09:00")]
    [InlineData("2026-07-01T09:00 BST")]
    public void Anything_else_is_no_time(string text) => Assert.Null(TimeText.Read(text, Dates.London, LocalTimeRule.Default));

    private static Instant? Utc(string? text) => text is null ? null : Dates.Utc(text);
}
