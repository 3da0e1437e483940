using DuckDB.NET.Data;
using NodaTime;
using SlaMonitor.Domain.Calendars;

namespace SlaMonitor.Benchmarks.Tickets;

/// <summary>The same KPI in DuckDB, in SQL over the file, on as many cores as there are. Service hours are reckoned in local time, which is the
/// same while no service is on the nights when clocks change, and which spares it the zone.</summary>
internal sealed class DuckDbTickets : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly string _kpi;

    public DuckDbTickets(string path, ServiceHours hours)
    {
        _connection.Open();
        Execute("CREATE TABLE spans (opens BIGINT, closes BIGINT, before BIGINT)");
        Execute("CREATE TABLE targets (priority VARCHAR, seconds BIGINT)");
        foreach (var (_, word, target) in TicketContract.Priorities) Execute($"INSERT INTO targets VALUES ('{word}', {target * 3600})");
        using (var appender = _connection.CreateAppender("spans"))
            foreach (var (opens, closes, before) in Spans(hours))
                appender.CreateRow().AppendValue(opens).AppendValue(closes).AppendValue(before).EndRow();
        _kpi =
            $"""
            WITH tickets AS (
                SELECT priority, epoch(try_strptime(opened_at, '%Y-%m-%d %H:%M'))::BIGINT AS opened, epoch(try_strptime(resolved_at, '%Y-%m-%d %H:%M'))::BIGINT AS resolved
                FROM read_csv('{path}', header = true, all_varchar = true, quote = '"', delim = ',') WHERE state = 'Closed'),
            counted AS (SELECT * FROM tickets WHERE opened IS NOT NULL AND resolved >= {Local(TicketContract.First)} AND resolved < {Local(TicketContract.Last.PlusDays(1))}),
            by_start AS (
                SELECT t.priority, t.resolved, s.before + least(t.opened - s.opens, s.closes - s.opens) AS at_start
                FROM counted t ASOF JOIN spans s ON t.opened >= s.opens),
            taken AS (
                SELECT b.priority, e.before + least(b.resolved - e.opens, e.closes - e.opens) - b.at_start AS seconds, b.resolved > e.opens AND b.resolved <= e.closes AS in_hours
                FROM by_start b ASOF JOIN spans e ON b.resolved >= e.opens)
            SELECT count(*) FILTER (WHERE t.seconds < g.seconds OR (t.seconds = g.seconds AND t.in_hours)), count(*) FROM taken t JOIN targets g USING (priority)
            """;
    }

    public KpiFigures Figures()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = _kpi;
        using var reader = command.ExecuteReader();
        reader.Read();
        return new(reader.GetInt64(0), reader.GetInt64(1));
    }

    public void Dispose() => _connection.Dispose();

    private static IEnumerable<(long Opens, long Closes, long Before)> Spans(ServiceHours hours)
    {
        var before = 0L;
        foreach (var day in new DateInterval(new(2023, 1, 1), new(2024, 12, 31)))
        {
            foreach (var span in hours.On(day))
            {
                var (opens, closes) = (Local(day) + (span.From * 60L), Local(day) + (span.To * 60L));
                yield return (opens, closes, before);
                before += closes - opens;
            }
        }
    }

    private static long Local(LocalDate day) => LocalMoments.DayNumber(day) * 86_400L;

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
