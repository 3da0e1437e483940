using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Text;

namespace SlaMonitor.Domain.Calendars;

/// <summary>
/// The bank holidays of the United Kingdom as one numbered version of ours, with what was known from when.
/// Source: GOV.UK, Open Government Licence v3.0. A version never changes; a correction is a new version.
/// </summary>
public sealed partial class BankHolidays
{
    private readonly IReadOnlyList<BankHoliday> _rows;
    private readonly ILookup<(Division, int), BankHoliday> _byYear;
    private readonly ConcurrentDictionary<Division, WorkingDays> _workingDays = new();

    private BankHolidays(int version, LocalDate? knownOn, IReadOnlyList<BankHoliday> rows)
    {
        Version = version;
        AsKnownOn = knownOn;
        _rows = rows;
        Standing = [.. rows.Where(r => knownOn is { } day ? r.IsKnownOn(day) : r.WithdrawnSeen is null)];
        _byYear = Standing.ToLookup(r => (r.Division, r.Date.Year));
        FirstYear = rows.Min(r => r.Date.Year);
        LastYear = FirstYear - 1;
        while (Divisions.All.All(d => d == Division.UkUnion || _byYear.Contains((d, LastYear + 1)))) LastYear++;
    }

    /// <summary>The latest version, with all that is known today.</summary>
    public static BankHolidays Current { get; } = Read(CurrentVersion, CurrentRows);

    /// <summary>Every version there has been, by number from 1. What was worked out by one can be worked out again by it.</summary>
    public static IReadOnlyList<BankHolidays> Versions { get; } = [Current];

    /// <summary>The version of that number, or null.</summary>
    public static BankHolidays? Find(int version) => Versions.FirstOrDefault(v => v.Version == version);

    /// <summary>The number of the version, from 1.</summary>
    public int Version { get; }

    /// <summary>The day whose knowledge this is; null where nothing of the version is held back.</summary>
    public LocalDate? AsKnownOn { get; }

    /// <summary>For instance <c>uk-bank-holidays v1</c> or <c>uk-bank-holidays v1 as known on 2022-09-08</c>.</summary>
    public string Name => AsKnownOn is { } day
        ? $"uk-bank-holidays v{Version} as known on {LocalDatePattern.Iso.Format(day)}"
        : $"uk-bank-holidays v{Version}";

    /// <summary>The first calendar year whose holidays are known in every division.</summary>
    public int FirstYear { get; }

    /// <summary>The last such year; the years between have no gap. The year before <see cref="FirstYear"/> where
    /// nothing is known yet.</summary>
    public int LastYear { get; }

    /// <summary>The holidays that stand: known, and not withdrawn.</summary>
    internal IReadOnlyList<BankHoliday> Standing { get; }

    /// <summary>Reads a version from lines of <c>division,date,title,note,firstSeen,withdrawnSeen</c> under that heading;
    /// dates as 2022-09-19, no commas within a field, the last field empty for a row that stands.</summary>
    /// <exception cref="FormatException">A line does not have that shape; the message has the line.</exception>
    public static BankHolidays Read(int version, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(version, null, [.. lines.Skip(1).Select(ReadRow)]);
    }

    /// <summary>The same version less what had not been seen by the end of that day. Nothing had before 13 January 2012.</summary>
    public BankHolidays KnownOn(LocalDate date) => new(Version, date, _rows);

    /// <summary>Whether the holidays of the day's year are known. Where they are not, nothing is said about the day.</summary>
    public bool Covers(LocalDate date) => date.Year >= FirstYear && date.Year <= LastYear;

    /// <summary>The holidays of one calendar year in order of date, one a date; none for a year that is not covered.</summary>
    public IReadOnlyList<BankHoliday> Of(Division division, int year) =>
    [
        .. division.Members().SelectMany(member => _byYear[(member, year)]).DistinctBy(r => r.Date).OrderBy(r => r.Date),
    ];

    /// <summary>Every row of one calendar year, withdrawn ones too, in order of date; less what had not been seen yet.</summary>
    public IReadOnlyList<BankHoliday> Rows(Division division, int year) =>
    [
        .. _rows.Where(r => r.Date.Year == year && division.Members().Contains(r.Division))
            .Where(r => AsKnownOn is not { } day || r.FirstSeen <= day)
            .Select(r => r.WithdrawnSeen > AsKnownOn ? r with { WithdrawnSeen = null } : r)
            .OrderBy(r => r.Date).ThenBy(r => r.Division),
    ];

    /// <summary>The working days of a division, counted once.</summary>
    public WorkingDays WorkingDays(Division division) => _workingDays.GetOrAdd(division, d => new(this, d));

    private static BankHoliday ReadRow(string line)
    {
        var fields = line.Split(',');
        if (fields.Length != 6 || !Divisions.TryParse(fields[0], out var division) || division == Division.UkUnion)
            throw new FormatException($"'{line}' is not a bank holiday row.");
        return new(division, Date(fields[1]), fields[2], fields[3], Date(fields[4]), fields[5] is "" ? null : Date(fields[5]));
    }

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();
}
