using DuckDB.NET.Data;
using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Benchmarks;

/// <summary>The same sums in DuckDB, in SQL, on as many cores as there are: each interval is joined to the span it starts in and the span it
/// ends in, both found by ASOF JOIN, and the service time before each is looked up. Loading the tables is not timed.</summary>
internal sealed class DuckDbPeer : IDisposable
{
    private const string Sum =
        """
        WITH by_start AS (
            SELECT i.finish, s.before + least(greatest(i.start - s.opens, 0), s.closes - s.opens) AS at_start
            FROM intervals i ASOF JOIN spans s ON i.start >= s.opens)
        SELECT sum(e.before + least(greatest(b.finish - e.opens, 0), e.closes - e.opens) - b.at_start)::BIGINT
        FROM by_start b ASOF JOIN spans e ON b.finish >= e.opens
        """;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public DuckDbPeer(ServiceHours hours, DateTimeZone zone, IEnumerable<(long Start, long End)> intervals)
    {
        _connection.Open();
        Execute("CREATE TABLE intervals (start BIGINT, finish BIGINT)");
        Execute("CREATE TABLE spans (opens BIGINT, closes BIGINT, before BIGINT)");
        Append("intervals", intervals.Select(i => new[] { i.Start, i.End }));
        Append("spans", Spans(hours, zone));
    }

    /// <summary>The service seconds of all intervals together.</summary>
    public long TotalSeconds()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = Sum;
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Every span from 2013 on in order, with the service seconds before it.</summary>
    private static IEnumerable<long[]> Spans(ServiceHours hours, DateTimeZone zone)
    {
        var before = 0L;
        foreach (var day in new DateInterval(new(2013, 1, 1), new(2024, 12, 31)))
        {
            foreach (var span in hours.On(day))
            {
                var opens = At(day, span.From);
                var closes = At(day, span.To);
                yield return [opens, closes, before];
                before += closes - opens;
            }
        }

        long At(LocalDate day, int minute) => zone.AtLeniently(day.AtMidnight().PlusMinutes(minute)).ToInstant().ToUnixTimeSeconds();
    }

    private void Append(string table, IEnumerable<long[]> rows)
    {
        using var appender = _connection.CreateAppender(table);
        foreach (var values in rows)
        {
            var row = appender.CreateRow();
            foreach (var value in values) row.AppendValue(value);
            row.EndRow();
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
