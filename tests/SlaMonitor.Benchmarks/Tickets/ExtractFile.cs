using System.Buffers.Text;
using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Benchmarks.Tickets;

/// <summary>
/// An illustrative extract, always the same one by its seed, of about 130 bytes a ticket: opened from April 2023 to March 2024 in local time, one
/// after another as tools export them or in no order, four in five resolved within 60 hours or so, one in a hundred not resolved, one in a thousand with a time that is none.
/// </summary>
internal static class ExtractFile
{
    private const ulong Seed = 20_261_124;
    private const int MinutesOfYear = 366 * 24 * 60;
    private const int LongestMinutes = 5 * 24 * 60;

    private static readonly int FirstDay = LocalMoments.DayNumber(new LocalDate(2023, 4, 1));

    /// <summary>01:00 to 02:00 on 31 March 2024, when the clocks go forward: a time that is not there, taken for a later one, may be after its
    /// ticket's end. Its row would be told and left out, which SQL does not do.</summary>
    private static readonly long MissingHour = ((LocalMoments.DayNumber(new LocalDate(2024, 3, 31)) - FirstDay) * 24) + 1;

    private static readonly string[] Priorities = ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"];

    private static readonly string[] Texts =
    [
        "Cannot sign in to the network", "\"Printer on floor 2, room 14, is out of order\"", "Request for a new account", "Application closes when saving",
        "\"E-mail is slow, also by telephone\"", "Telephone does not ring",
    ];

    public static void Write(string path, int tickets, bool inOrder)
    {
        var seeded = new Seeded(Seed);
        using var file = new BufferedStream(File.Create(path), 1 << 20);
        file.Write("number,opened_at,state,priority,category,location,assignment_group,short_description,resolved_at,closed_at\n"u8);
        var line = new byte[512];
        for (var i = 0; i < tickets; i++) file.Write(line.AsSpan(0, Row(line, i, inOrder ? (long)i * MinutesOfYear / tickets : seeded.Next(MinutesOfYear), seeded)));
    }

    private static int Row(Span<byte> line, int i, long opened, Seeded seeded)
    {
        if (opened / 60 == MissingHour) opened += 60;
        var resolved = opened + 1 + (seeded.Happens(800) ? seeded.Next(60 * 60) : seeded.Next(LongestMinutes));
        var (isOpen, isBroken) = (seeded.Happens(10), seeded.Happens(1));
        var at = Put(line, 0, "INC");
        at = Number(line, at, 1_000_000 + i, 7);
        line[at++] = (byte)',';
        at = isBroken ? Put(line, at, "2023-13-45 10:00") : Time(line, at, opened);
        at = Put(line, at, isOpen ? ",In Progress," : ",Closed,");
        at = Put(line, at, Priorities[Math.Min(3, seeded.Next(20) switch { 0 => 0, < 4 => 1, < 12 => 2, _ => 3 })]);
        at = Number(line, Put(line, at, ",Category "), seeded.Next(60), 2);
        at = Number(line, Put(line, at, ",Location "), seeded.Next(200), 3);
        at = Number(line, Put(line, at, ",Group "), seeded.Next(80), 2);
        line[at++] = (byte)',';
        at = Put(line, at, Texts[seeded.Next(Texts.Length)]);
        line[at++] = (byte)',';
        if (!isOpen) at = Time(line, at, resolved);
        line[at++] = (byte)',';
        if (!isOpen) at = Time(line, at, resolved + (5 * 24 * 60));
        line[at++] = (byte)'\n';
        return at;
    }

    private static int Put(Span<byte> line, int at, string text) => at + System.Text.Encoding.ASCII.GetBytes(text, line[at..]);

    private static int Number(Span<byte> line, int at, long number, byte digits)
    {
        Utf8Formatter.TryFormat(number, line[at..], out var written, new('D', digits));
        return at + written;
    }

    /// <summary>yyyy-MM-dd HH:mm.</summary>
    private static int Time(Span<byte> line, int at, long minutes)
    {
        var day = new LocalDate(1970, 1, 1).PlusDays(FirstDay + (int)(minutes / 1440));
        at = Number(line, at, day.Year, 4);
        at = Number(line, Put(line, at, "-"), day.Month, 2);
        at = Number(line, Put(line, at, "-"), day.Day, 2);
        at = Number(line, Put(line, at, " "), minutes % 1440 / 60, 2);
        return Number(line, Put(line, at, ":"), minutes % 60, 2);
    }
}
