using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Alerts;
using SlaMonitor.Domain.Calendars;
using static SlaMonitor.Domain.Tests.Given;

namespace SlaMonitor.Domain.Tests.Alerts;

/// <summary>Mon-Fri 08:00-18:00 in Europe/London, less the bank holidays of England and Wales.</summary>
public class SendWindowTests
{
    private static readonly SendWindow Window = new(
        SendWindow.DefaultHours, new(BankHolidays.Current, Division.EnglandAndWales), DateTimeZoneProviders.Tzdb["Europe/London"]);

    /// <summary>Good Friday of 2026 is 3 April, Easter Monday the 6th. Clocks go forward on Sunday 29 March 2026 and back on Sunday
    /// 25 October: 08:00 on the Monday after is 07:00 and 08:00 UTC. 18:00 is closing and no longer open. Of 2060 no holidays are
    /// known; 1 January 2060 is a Thursday.</summary>
    [Theory]
    [InlineData("2026-02-10T09:00:00Z", "2026-02-10T09:00:00Z")]
    [InlineData("2026-02-10T08:00:00Z", "2026-02-10T08:00:00Z")]
    [InlineData("2026-02-10T07:59:59Z", "2026-02-10T08:00:00Z")]
    [InlineData("2026-02-10T17:59:59Z", "2026-02-10T17:59:59Z")]
    [InlineData("2026-02-10T18:00:00Z", "2026-02-11T08:00:00Z")]
    [InlineData("2026-04-02T17:30:00Z", "2026-04-07T07:00:00Z")]
    [InlineData("2026-03-29T00:30:00Z", "2026-03-30T07:00:00Z")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-26T08:00:00Z")]
    [InlineData("2026-10-25T01:30:00Z", "2026-10-26T08:00:00Z")]
    [InlineData("2060-01-01T03:00:00Z", "2060-01-01T08:00:00Z")]
    public void What_can_wait_waits_for_the_next_working_hour(string now, string opens) =>
        Assert.Equal(At(opens), Window.Opens(At(now), Urgency.InWorkingHours, null));

    /// <summary>Friday evening; the next opening is Monday 16 February.</summary>
    [Theory]
    [InlineData(null, "2026-02-16T08:00:00Z")]
    [InlineData("2026-02-17", "2026-02-16T08:00:00Z")]
    [InlineData("2026-02-16", "2026-02-16T08:00:00Z")]
    [InlineData("2026-02-15", "2026-02-13T20:00:00Z")]
    public void What_would_be_told_after_its_day_goes_now(string? on, string opens) =>
        Assert.Equal(At(opens), Window.Opens(At("2026-02-13T20:00:00Z"), Urgency.InWorkingHours, on is null ? null : Day(on)));

    [Fact]
    public void What_is_urgent_goes_at_night() =>
        Assert.Equal(At("2026-02-14T03:00:00Z"), Window.Opens(At("2026-02-14T03:00:00Z"), Urgency.AtOnce, null));

    [Fact]
    public void Every_event_has_a_family_and_an_urgency()
    {
        Assert.All(Enum.GetValues<AlertEvent>(), e => Assert.True(Enum.IsDefined(e.Family()) && Enum.IsDefined(e.Urgency())));
        Assert.Equal([AlertEvent.Trigger, AlertEvent.ReturnOverdue], Enum.GetValues<AlertEvent>().Where(e => e.Urgency() == Urgency.AtOnce));
    }

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
