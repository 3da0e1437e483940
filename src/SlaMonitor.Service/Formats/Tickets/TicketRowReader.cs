using System.Buffers.Text;
using SlaMonitor.Domain;
using SlaMonitor.Domain.Calendars;
using SlaMonitor.Domain.Contracts.Tickets;
using SlaMonitor.Domain.Tickets;
using SlaMonitor.Service.Formats.Documents;
using SlaMonitor.Service.Formats.Tables;

namespace SlaMonitor.Service.Formats.Tickets;

/// <summary>Reads one row of an extract: only the columns that the contract names, each problem with its line and column.</summary>
internal sealed class TicketRowReader : ITicketPlace
{
    private static readonly TicketWordTable Answers = new([("yes", 1), ("true", 1), ("1", 1), ("Yes", 1), ("TRUE", 1), ("True", 1), ("no", 0), ("false", 0), ("0", 0), ("No", 0), ("FALSE", 0), ("False", 0)]);

    private readonly CsvStreamRecords _records;
    private readonly TicketHeader _header;
    private readonly TicketFindings _findings;
    private readonly TicketTimeReader _times;
    private readonly TicketExtract _extract;
    private readonly TicketWordTable _empty, _states, _priorities, _categories, _sites, _groups, _maintenanceWords;
    private readonly int _number, _state, _priority, _category, _site, _group, _opened, _responded, _resolved, _closed, _reopened, _reassigned, _escalated, _firstContact, _held, _affected, _users, _maintenance;
    private readonly long _heldUnit;
    private readonly int _longestNumber;
    private readonly bool _hasMore;
    private bool _isSound;

    public TicketRowReader(CsvStreamRecords records, TicketHeader header, TicketExtract extract, TicketWords words, LocalMoments local, int longestNumber, TicketFindings findings)
    {
        (_records, _header, _extract, _longestNumber, _findings) = (records, header, extract, longestNumber, findings);
        _times = new(extract.Times, local);
        _empty = TicketWordTable.InOrder(extract.Empty);
        _states = new(extract.States.Select(s => (s.Key, (short)s.Value)));
        _priorities = extract.Priorities.Count > 0
            ? new(extract.Priorities.SelectMany((p, i) => p.Value.Select(word => (word, (short)(i + 1)))))
            : TicketWordTable.InOrder(words.Priorities);
        _categories = TicketWordTable.InOrder(words.Categories);
        _sites = TicketWordTable.InOrder(words.Sites);
        _groups = TicketWordTable.InOrder(words.Groups);
        (_number, _state, _priority) = (header[TicketColumn.Number], header[TicketColumn.State], header[TicketColumn.Priority]);
        (_category, _site, _group) = (header[TicketColumn.Category], header[TicketColumn.Site], header[TicketColumn.Group]);
        (_opened, _responded, _resolved, _closed) = (header[TicketColumn.Opened], header[TicketColumn.Responded], header[TicketColumn.Resolved], header[TicketColumn.Closed]);
        (_reopened, _reassigned, _escalated) = (header[TicketColumn.Reopened], header[TicketColumn.Reassigned], header[TicketColumn.Escalated]);
        (_firstContact, _held) = (header[TicketColumn.FirstContact], header[TicketColumn.Held]);
        (_affected, _users, _maintenance) = (header[TicketColumn.Affected], header[TicketColumn.Users], header[TicketColumn.Maintenance]);
        _hasMore = new[] { _reopened, _reassigned, _escalated, _firstContact, _held, _affected, _users, _maintenance }.Any(place => place >= 0);
        _maintenanceWords = TicketWordTable.InOrder(extract.MaintenanceWords);
        _heldUnit = extract.HeldIn switch { HeldIn.Hours => 3_600, HeldIn.Minutes => 60, _ => 1 };
    }

    public long Line => _records.Line;

    public string Number => _records.Text(_number);

    /// <summary>In UTF-8; gone with the next row.</summary>
    public ReadOnlySpan<byte> NumberBytes => _records[_number];

    /// <returns>False where the row is left out; every reason is told.</returns>
    public bool TryRead(out Ticket ticket)
    {
        _isSound = true;
        if ((uint)(_records[_number].Length - 1) >= (uint)_longestNumber) ReportNumber();
        var opened = Time(_opened);
        if (!opened.Exists && _isSound) Report(TicketFileProblems.OpenedMissing, _opened, "when it was opened", "nothing");
        var (responded, resolved, closed) = (Time(_responded), Time(_resolved), Time(_closed));
        ticket = new()
        {
            Opened = opened,
            Responded = responded,
            Resolved = resolved,
            Closed = closed,
            State = _state < 0 ? StateBy(resolved, closed) : State(),
            Priority = Priority(),
            Category = Word(_categories, _category),
            Site = Word(_sites, _site),
            Group = Word(_groups, _group),
        };
        if (_hasMore) ticket = WithMore(ticket);
        if (_isSound) CheckOrder(ticket);
        return _isSound;
    }

    /// <summary>With what few extracts say of a ticket.</summary>
    private Ticket WithMore(in Ticket ticket) => ticket with
    {
        Reopened = Count(_reopened),
        Reassigned = Count(_reassigned),
        IsEscalated = Answer(_escalated),
        IsFirstContact = Answer(_firstContact),
        HeldSeconds = Held(),
        Affected = Users(_affected),
        Users = Users(_users),
        IsMaintenance = _maintenance >= 0 && (_extract.MaintenanceWords.Count > 0 ? _maintenanceWords.Has(_records[_maintenance]) : Answer(_maintenance)),
    };

    /// <summary>When and in which place a row of an event log was written.</summary>
    public bool TryReadUpdate(out Moment updated, out long order)
    {
        _isSound = true;
        updated = Time(_header[TicketColumn.Updated]);
        order = 0;
        if (!updated.Exists && _isSound) Report(TicketFileProblems.UpdatedMissing, _header[TicketColumn.Updated], "when the row was written", "nothing");
        if (_header[TicketColumn.Update] is >= 0 and var place && !Whole(_records[place], out order)) Report(TicketFileProblems.UpdatedMissing, place, "the place of the update, a whole number", Found(place));
        return _isSound;
    }

    private void ReportNumber()
    {
        var length = _records[_number].Length;
        if (length == 0) Report(TicketFileProblems.NumberMissing, _number, "a ticket's number", "nothing");
        else Report(TicketFileProblems.NumberTooLong, _number, $"at most {_longestNumber} bytes", $"{length} bytes");
    }

    private static TicketState StateBy(Moment resolved, Moment closed) =>
        closed.Exists ? TicketState.Closed : resolved.Exists ? TicketState.Resolved : TicketState.Open;

    private TicketState State()
    {
        var found = _states.Find(_records[_state]);
        if (found < 0) Report(TicketFileProblems.StateUnknown, _state, $"one of: {_states.InWords}", Found(_state));
        return found < 0 ? TicketState.Open : (TicketState)found;
    }

    private short Priority()
    {
        if (_priority < 0) return 0;
        var found = _priorities.Find(_records[_priority]);
        if (found >= 0) return found;
        if (_extract.Priorities.Count > 0 && !IsEmpty(_records[_priority])) Report(TicketFileProblems.PriorityUnknown, _priority, $"one of: {_priorities.InWords}", Found(_priority));
        return 0;
    }

    private short Word(TicketWordTable words, int place) => place < 0 ? (short)0 : Math.Max((short)0, words.Find(_records[place]));

    private Moment Time(int place)
    {
        if (place < 0) return Moment.None;
        var text = _records[place];
        if (text.IsEmpty) return Moment.None;
        if (!_times.TryRead(text, out var moment, out var flag))
        {
            if (IsEmpty(text)) return Moment.None;
            Report(TicketFileProblems.TimeUnreadable, place, $"a time such as {_extract.Times}, from 1990 to 2069", Found(place));
        }
        else if (flag != LocalTimeFlag.AsWritten)
        {
            Doubtful(place, moment);
        }

        return moment;
    }

    private void Doubtful(int place, Moment moment)
    {
        const string Expected = "a local time that comes once";
        if (!moment.Exists) Report(TicketFileProblems.TimeRefused, place, Expected, Found(place));
        else _findings.InRow(TicketFileProblems.TimeDoubtful, _records.Line, _header.NameOf(place), place + 1, Expected, $"{Found(place)}, taken for {moment.ToInstant().ToString("uuuu-MM-dd'T'HH:mm:ss'Z'", null)}");
    }

    private short Count(int place)
    {
        if (place < 0 || IsEmpty(_records[place])) return 0;
        if (Whole(_records[place], out var count) && count is >= 0 and <= short.MaxValue) return (short)count;
        Report(TicketFileProblems.NotANumber, place, $"a whole number up to {short.MaxValue}", Found(place));
        return 0;
    }

    private int Users(int place)
    {
        if (place < 0 || IsEmpty(_records[place])) return 0;
        if (Whole(_records[place], out var count) && count is >= 0 and <= 100_000_000) return (int)count;
        Report(TicketFileProblems.NotANumber, place, "a number of users", Found(place));
        return 0;
    }

    private bool Answer(int place)
    {
        if (place < 0 || IsEmpty(_records[place])) return false;
        var found = Answers.Find(_records[place]);
        if (found < 0) Report(TicketFileProblems.NotAnAnswer, place, "yes or no", Found(place));
        return found == 1;
    }

    private long Held()
    {
        if (_held < 0 || IsEmpty(_records[_held])) return 0;
        var text = _records[_held];
        if (Utf8Parser.TryParse(text, out decimal held, out var read) && read == text.Length && held is >= 0 and < 1_000_000_000) return (long)(held * _heldUnit);
        Report(TicketFileProblems.NotANumber, _held, $"a length in {Domain.Contracts.Words.Key(_extract.HeldIn)}", Found(_held));
        return 0;
    }

    private void CheckOrder(in Ticket ticket)
    {
        CheckAfter(ticket.Opened, ticket.Resolved, _resolved);
        CheckAfter(ticket.Opened, ticket.Responded, _responded);
        CheckAfter(ticket.Opened, ticket.Closed, _closed);
        if (ticket.Affected > ticket.Users) Report(TicketFileProblems.AffectedExceedUsers, _affected, $"at most {ticket.Users}, the number of users", Found(_affected));
    }

    private void CheckAfter(Moment opened, Moment end, int place)
    {
        if (end.Exists && end < opened) Report(TicketFileProblems.EndsBeforeOpened, place, $"a time not before {_records.Text(_opened)}", Found(place));
    }

    private bool IsEmpty(ReadOnlySpan<byte> text) => text.IsEmpty || _empty.Has(text);

    private static bool Whole(ReadOnlySpan<byte> text, out long value) => Utf8Parser.TryParse(text, out value, out var read) && read == text.Length && read > 0;

    private string Found(int place) => Excerpt.Quoted(_records.Text(place));

    private void Report(ProblemCode code, int place, string expected, string found)
    {
        _isSound = false;
        _findings.InRow(code, _records.Line, _header.NameOf(place), place + 1, expected, found);
    }
}
