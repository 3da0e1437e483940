using System.Text;

namespace SlaMonitor.Service.Formats.Calendars;

/// <summary>Lines of iCalendar: each ends with CRLF and is folded before its 76th byte, between characters and never within one.</summary>
internal sealed class CalendarText
{
    private const int MostBytes = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A property whose value is text: what would end it, or part it, is escaped.</summary>
    public void Text(string name, string value) => Line($"{name}:{Escaped(value)}");

    public void Line(string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                _text.Append("\r\n ");
                bytes = 1;
            }

            _text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
    }

    public override string ToString() => _text.ToString();

    /// <summary>Control characters have no place in it; a line break is written as \n.</summary>
    private static string Escaped(string value) => string.Concat(value.ReplaceLineEndings("\n").Select(c => c switch
    {
        '\\' => "\\\\",
        ';' => "\\;",
        ',' => "\\,",
        '\n' => "\\n",
        _ when char.IsControl(c) => " ",
        _ => c.ToString(),
    }));
}
