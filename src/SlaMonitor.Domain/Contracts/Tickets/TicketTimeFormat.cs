namespace SlaMonitor.Domain.Contracts.Tickets;

/// <summary>
/// How a tool writes the times of its tickets, in the letters that such tools use: <c>yyyy MM dd HH mm ss</c> with the characters between
/// them. Each of year, month, day, hour and minute comes once; seconds may be left out. No names of months and no twelve-hour clock.
/// A <c>Z</c> at the end says that the times are UTC.
/// </summary>
public static class TicketTimeFormat
{
    public const string Default = "yyyy-MM-dd HH:mm:ss";

    private static readonly string[] Needed = ["yyyy", "MM", "dd", "HH", "mm"];

    public static bool IsSound(string format)
    {
        var rest = format;
        foreach (var letters in (string[])[.. Needed, "ss"])
        {
            var at = rest.IndexOf(letters, StringComparison.Ordinal);
            if (at < 0 && letters != "ss") return false;
            if (at >= 0) rest = rest.Remove(at, letters.Length).Insert(at, new('\0', letters.Length));
        }

        return format.Length <= 30 && rest.All(c => c is '\0' or ' ' or '-' or '/' or '.' or ':' or 'T' or 'Z');
    }
}
