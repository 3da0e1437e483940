using System.Text;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Service.Formats.Tickets;

namespace SlaMonitor.Service.Tests.Formats.Tickets;

/// <summary>Times in UTC, held against NodaTime's own patterns, which write the letters of a form almost as tools do.</summary>
public sealed class TicketTimeReaderTests
{
    private static readonly Gen<LocalDateTime> Times = Gen.Select(
        Gen.Int[0, 80 * 365], Gen.Int[0, 86_399], (day, second) => new LocalDateTime(1990, 1, 1, 0, 0).PlusDays(day).PlusSeconds(second));

    /// <summary>Of 12, 13, 15, 16, 17, 19, 20 and 30 characters.</summary>
    public static TheoryData<string> Forms => ["yyyyMMddHHmm", "yyyyMMdd HHmm", "yyyyMMddTHHmmss", "dd/MM/yyyy HH:mm", "dd.MM.yyyy  HH:mm", "MM-dd-yyyy HH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ", "ss:mm:HH ... yyyy - MM - dd //"];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_time_of_the_form_is_read_as_NodaTime_reads_it(string form)
    {
        var (reader, pattern) = (Reader(form), Pattern(form));
        Times.Sample(time =>
        {
            var text = pattern.Format(time);
            Assert.True(reader.TryRead(Encoding.ASCII.GetBytes(text), out var moment, out _), text);
            Assert.Equal(pattern.Parse(text).Value.InUtc().ToInstant(), moment.ToInstant());
        });
    }

    /// <summary>Any other character in any place is none of the form, unless it is another digit.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void One_wrong_character_anywhere_is_found(string form)
    {
        var reader = Reader(form);
        var sound = Encoding.ASCII.GetBytes(Pattern(form).Format(new(2011, 11, 11, 11, 11, 11)));
        Gen.Select(Gen.Int[0, form.Length - 1], Gen.Byte).Sample((at, other) =>
        {
            var text = (byte[])sound.Clone();
            text[at] = other;
            var stands = other == sound[at] || (char.IsAsciiDigit((char)sound[at]) && char.IsAsciiDigit((char)other) && IsOfCalendar(form, text));
            Assert.Equal(stands, reader.TryRead(text, out _, out _));
        });
    }

    [Theory]
    [InlineData("2024-02-30 10:00")]
    [InlineData("2023-02-29 10:00")]
    [InlineData("2024-04-31 10:00")]
    [InlineData("2024-00-10 10:00")]
    [InlineData("2024-13-10 10:00")]
    [InlineData("2024-10-00 10:00")]
    [InlineData("2024-10-10 24:00")]
    [InlineData("2024-10-10 10:60")]
    [InlineData("1989-12-31 10:00")]
    [InlineData("2070-01-01 10:00")]
    [InlineData("2069-12-32 10:00")]
    [InlineData("2024-10-10 10:0")]
    [InlineData("2024-10-10 10:000")]
    [InlineData("")]
    public void What_no_calendar_or_clock_has_is_no_time(string text) => Assert.False(Reader("yyyy-MM-dd HH:mm").TryRead(Encoding.ASCII.GetBytes(text), out _, out _));

    private static bool IsOfCalendar(string form, byte[] text) => Pattern(form).Parse(Encoding.ASCII.GetString(text)) is { Success: true, Value.Year: >= 1990 and <= 2069 };

    private static TicketTimeReader Reader(string form) => new(form, new(DateTimeZone.Utc, LocalTimeRule.Default));

    private static LocalDateTimePattern Pattern(string form) =>
        LocalDateTimePattern.CreateWithInvariantCulture(form.Replace("yyyy", "uuuu").Replace("T", "'T'").Replace("Z", "'Z'"));
}
