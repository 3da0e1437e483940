using SlaMonitor.Domain;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>What is wrong with the rows of an extract: the first ones told with their places, all of them counted.</summary>
internal sealed class TicketFindings(int told)
{
    private readonly List<Problem> _told = [];
    private readonly Dictionary<ProblemCode, long> _counts = [];

    public IReadOnlyList<Problem> Told => _told;

    /// <summary>How many there are of each kind, those told among them.</summary>
    public IReadOnlyDictionary<ProblemCode, long> Counts => _counts;

    /// <summary>True where something leaves no part of the file to be trusted.</summary>
    public bool RuinTheFile { get; private set; }

    /// <param name="column">Its name in the header; empty for the row itself.</param>
    /// <param name="at">Its number from 1.</param>
    public void InRow(ProblemCode code, long line, string column, int at, string expected, string found)
    {
        _counts[code] = _counts.GetValueOrDefault(code) + 1;
        if (_told.Count < told) _told.Add(new(code, column, expected, found) { Line = (int)Math.Min(line, int.MaxValue), Column = at });
    }

    public void InFile(ProblemCode code, long line, int at, string expected, string found)
    {
        RuinTheFile = true;
        InRow(code, line, "", at, expected, found);
    }
}
